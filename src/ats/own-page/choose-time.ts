import { z } from 'zod'
import { zoneSchema } from '../../accounts/model/user.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant, minutesAfter } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { freeSlotsFor } from '../../scheduling/door.ts'
import { setTurn } from '../applications/application.sql.ts'
import { notifyLeads } from '../applications/notify-leads.ts'
import {
  type InterviewRow,
  interviewsOfCandidate,
  loadInterviewers,
  lockOwnInterview,
} from '../interviews/interview.sql.ts'
import { setTimes } from '../interviews/set-times.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { interviewId } from '../model/ids.ts'
import { choiceOf, mayChoose } from '../model/own-times.ts'

const notTheirs = refuse('not-found', 'There is no such interview, or its time is not yours to choose.')
const gone = refuse('taken', 'Somebody was faster: this time is taken. Choose another one.', {
  field: 'startsAt',
})

/** The times among which a candidate may choose; none where everybody is booked out. */
export const ownTimes = defineQuery({
  name: 'ats.ownTimes',
  says: 'The times among which a candidate may choose for one of their interviews.',
  permission: ownRecord,
  input: z.strictObject({ interviewId }),
  handle: async (tx, input) => {
    if (tx.actor.kind !== 'candidate') return notTheirs
    const one = (await tx.rows(interviewsOfCandidate(tx.actor.id))).find(({ id }) => id === input.interviewId)
    if (!one || !mayChoose(one, tx.now)) return notTheirs
    return ok({
      applicationId: one.applicationId,
      jobTitle: one.jobTitle,
      name: one.name,
      minutes: one.minutes,
      startsAt: one.startsAt,
      slots: await slotsOf(tx, one),
    })
  },
})

/** A candidate takes one of the times that are free at this moment, at first or instead of the one they have. */
export const chooseTime = defineCommand({
  name: 'ats.chooseTime',
  says: 'A candidate chooses the time of their interview, or another one.',
  permission: ownRecord,
  input: z.strictObject({
    interviewId,
    startsAt: z.iso.datetime({ offset: true }),
    /** The clock by which they chose. */
    zone: zoneSchema,
  }),
  handle: async (tx, input) => {
    const one =
      tx.actor.kind === 'candidate'
        ? await tx.row(lockOwnInterview(input.interviewId, tx.actor.id))
        : undefined
    if (!one || !mayChoose(one, tx.now)) return notTheirs
    const startsAt = instant(input.startsAt)
    if (!(await slotsOf(tx, one)).some((slot) => slot.startsAt === startsAt)) return gone
    const set = await setTimes(
      tx,
      [{ one, startsAt, endsAt: minutesAfter(startsAt, one.minutes), zone: input.zone }],
      one.offeredBy!,
    )
    if (!set.ok) return set.refusal.code === 'taken' ? gone : set
    await tx.change(setTurn([one.applicationId], 'us', 'hold the interview', tx.now))
    await notifyLeads(tx, await tx.rows(loadTeams([one.jobId])), 'time-chosen', {
      candidateId: one.candidateId,
      applicationId: one.applicationId,
      jobId: one.jobId,
    })
    return ok({ startsAt })
  },
})

const slotsOf = async (tx: ReadTx, one: InterviewRow) =>
  (await freeSlotsFor(tx, {
    userIds: (await tx.rows(loadInterviewers([one.id]))).map(({ userId }) => userId),
    ...choiceOf(tx.now),
    minutes: one.minutes,
    everyMinutes: 30,
    most: 200,
  })) ?? []
