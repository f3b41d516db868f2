import { z } from 'zod'
import { zoneSchema } from '../../accounts/model/user.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant, minutesAfter } from '../../kernel/model/time.ts'
import { interviewId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { calledOff, noSuchInterview } from './about-interview.ts'
import { lockInterviews } from './interview.sql.ts'
import { setTimes } from './set-times.ts'

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
    const times = interviews.map((one) => {
      const { startsAt, zone, place } = wanted.get(one.id)!
      const starts = instant(startsAt)
      return { one, zone, place, startsAt: starts, endsAt: minutesAfter(starts, one.minutes) }
    })
    const set = await setTimes(tx, times, organiserId)
    if (!set.ok) return set
    return ok({
      booked: times.map(({ one, startsAt, endsAt }) => ({ interviewId: one.id, startsAt, endsAt })),
    })
  },
})
