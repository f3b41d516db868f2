import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { cancelAppointments } from '../../scheduling/door.ts'
import { interviewCancelled } from '../model/facts.ts'
import { interviewId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { aboutInterview, calledOff, noSuchInterview } from './about-interview.ts'
import { loadInterviewers, lockBookedOf, lockInterviews, markCancelled, saveTimes } from './interview.sql.ts'
import { sentBy } from './scorecard.sql.ts'
import { tellTimes } from './tell-times.ts'

/** Calls interviews off and gives everybody's time back. What was found in one stays: that one was held. */
export const cancelInterviews = defineCommand({
  name: 'ats.cancelInterviews',
  says: 'Calls interviews off and frees the time of whoever takes part.',
  permission: arrangeInterviews,
  input: z.object({ interviewIds: z.array(interviewId).min(1).max(200) }),
  handle: async (tx, input) => {
    const asked = [...new Set(input.interviewIds)]
    const interviews = await tx.rows(lockInterviews(tx.actor, asked))
    if (interviews.length < asked.length) return noSuchInterview
    const open = interviews.filter(({ cancelledAt }) => !cancelledAt)
    if (open.length === 0) return calledOff
    const sent = await tx.rows(sentBy([...new Set(open.map((one) => one.applicationId))]))
    if (sent.some((card) => asked.includes(card.interviewId)))
      return refuse('scorecard-is-in', 'A scorecard of it is in, so it was held and stays.')
    const timed = open.flatMap((one) =>
      one.appointmentId && one.endsAt! > tx.now ? [{ ...one, appointmentId: one.appointmentId }] : [],
    )
    await cancelAppointments(
      tx,
      open.flatMap(({ appointmentId }) => appointmentId ?? []),
    )
    await tellTimes(tx, timed)
    const ids = open.map(({ id }) => id)
    await tx.change(markCancelled(ids, tx.now))
    tx.record(...open.map((one) => interviewCancelled(aboutInterview(one), { startsAt: one.startsAt })))
    const holders = Map.groupBy(await tx.rows(loadInterviewers(ids)), ({ interviewId: id }) => id)
    await notifyUsers(
      tx,
      open.flatMap((one) =>
        (holders.get(one.id) ?? []).map(({ userId }) => ({
          userId,
          kind: 'interview-off',
          ...aboutInterview(one),
        })),
      ),
    )
    return ok({ cancelled: ids.length })
  },
})

/**
 * In the transaction that ends applications: the times of interviews to come are given back. The interviews stay
 * planned, so that taking the decision back finds them.
 */
export const freeTimesOf = async (tx: WriteTx, ids: readonly ApplicationId[]): Promise<void> => {
  if (ids.length === 0) return
  const booked = await tx.rows(lockBookedOf(ids, tx.now))
  if (booked.length === 0) return
  await cancelAppointments(
    tx,
    booked.map(({ appointmentId }) => appointmentId),
  )
  await tellTimes(tx, booked)
  await tx.change(
    saveTimes(booked.map(({ id }) => ({ id, appointmentId: null, startsAt: null, endsAt: null }))),
  )
}
