import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { zoneSchema } from '../../accounts/model/user.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant, minutesAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { bookAppointments, moveAppointments } from '../../scheduling/door.ts'
import { interviewBooked } from '../model/facts.ts'
import { interviewId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { aboutInterview, calledOff, noSuchInterview } from './about-interview.ts'
import { loadInterviewers, lockInterviews, saveTimes } from './interview.sql.ts'
import { tellTimes } from './tell-times.ts'

/** Sets the time of interviews; one that had a time is moved. All of the list or none: nobody is in two at once. */
export const bookInterviews = defineCommand({
  name: 'ats.bookInterviews',
  says: 'Books or moves the time of interviews for everybody who takes part.',
  permission: arrangeInterviews,
  input: z.object({
    bookings: z
      .array(
        z.object({
          interviewId,
          startsAt: z.iso.datetime({ offset: true }),
          zone: zoneSchema,
          /** A room, a link or a telephone number. */
          place: z.string().trim().max(300).default(''),
        }),
      )
      .min(1)
      .max(100),
  }),
  handle: async (tx, input) => {
    const wanted = new Map(input.bookings.map((one) => [one.interviewId, one]))
    const interviews = await tx.rows(lockInterviews(tx.actor, [...wanted.keys()]))
    if (interviews.length < wanted.size) return noSuchInterview
    if (interviews.some(({ cancelledAt }) => cancelledAt)) return calledOff
    if (interviews.some(({ applicationState }) => applicationState !== 'active'))
      return refuse('not-active', 'Only people in process are interviewed.')
    const organiserId = userIdOf(tx.actor)
    if (!organiserId) return refuse('not-allowed', 'A person books interviews.')
    const holders = Map.groupBy(
      await tx.rows(loadInterviewers([...wanted.keys()])),
      ({ interviewId: id }) => id,
    )
    const times = interviews.map((one) => {
      const { startsAt, zone, place } = wanted.get(one.id)!
      const starts = instant(startsAt)
      return { one, zone, place, startsAt: starts, endsAt: minutesAfter(starts, one.minutes) }
    })
    const moved = await moveAppointments(
      tx,
      times.flatMap(({ one, ...to }) =>
        one.appointmentId ? [{ ...to, appointmentId: one.appointmentId }] : [],
      ),
    )
    if (!moved.ok) return moved
    const fresh = times
      .filter(({ one }) => !one.appointmentId)
      .map((time) => ({ ...time, appointmentId: newId() }))
    const booked = await bookAppointments(
      tx,
      fresh.map(({ one, ...time }) => ({
        ...time,
        title: `${one.name}, ${one.jobTitle}`,
        organiserId,
        attendees: [
          ...(holders.get(one.id) ?? []).map(({ userId }) => ({ userId })),
          { candidateId: one.candidateId },
        ],
      })),
    )
    if (!booked.ok) return booked
    const appointments = new Map(fresh.map(({ one, appointmentId }) => [one.id, appointmentId]))
    await tx.change(
      saveTimes(
        times.map(({ one, startsAt, endsAt }) => ({
          id: one.id,
          startsAt,
          endsAt,
          appointmentId: appointments.get(one.id) ?? one.appointmentId,
        })),
      ),
    )
    await tellTimes(
      tx,
      times.map(({ one }) => ({ ...one, appointmentId: (appointments.get(one.id) ?? one.appointmentId)! })),
    )
    tx.record(
      ...times.map(({ one, startsAt }) =>
        interviewBooked(aboutInterview(one), { startsAt, startedAt: one.startsAt }),
      ),
    )
    await notifyUsers(
      tx,
      interviews.flatMap((one) =>
        (holders.get(one.id) ?? []).map(({ userId }) => ({
          userId,
          kind: 'interview-time',
          ...aboutInterview(one),
        })),
      ),
    )
    return ok({
      booked: times.map(({ one, startsAt, endsAt }) => ({ interviewId: one.id, startsAt, endsAt })),
    })
  },
})
