import { notifyUsers } from '../../accounts/door.ts'
import { ok, type Result } from '../../kernel/model/result.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { bookAppointments, moveAppointments } from '../../scheduling/door.ts'
import { interviewBooked } from '../model/facts.ts'
import { aboutInterview } from './about-interview.ts'
import { type InterviewRow, loadInterviewers, saveTimes } from './interview.sql.ts'
import { tellTimes } from './tell-times.ts'

export interface WantedTime {
  readonly one: InterviewRow
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The IANA zone it is planned in. */
  readonly zone: string
  readonly place?: string
}

/** Books interviews or moves them for everybody who takes part, and tells all; `taken` where somebody is booked then. */
export const setTimes = async (
  tx: WriteTx,
  times: readonly WantedTime[],
  organiserId: string,
): Promise<Result<null>> => {
  const ids = times.map(({ one }) => one.id)
  const holders = Map.groupBy(await tx.rows(loadInterviewers(ids)), ({ interviewId }) => interviewId)
  const moved = await moveAppointments(
    tx,
    times.flatMap(({ one, ...to }) =>
      one.appointmentId ? [{ ...to, appointmentId: one.appointmentId }] : [],
    ),
  )
  if (!moved.ok) return moved
  const fresh = times
    .filter(({ one }) => !one.appointmentId)
    .map((time) => ({ place: '', ...time, appointmentId: newId() as string }))
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
  const timed = times.map(({ one, startsAt, endsAt }) => ({
    ...one,
    startsAt,
    endsAt,
    appointmentId: (appointments.get(one.id) ?? one.appointmentId)!,
  }))
  await tx.change(saveTimes(timed))
  await tellTimes(tx, timed)
  tx.record(
    ...times.map(({ one, startsAt }) =>
      interviewBooked(aboutInterview(one), { startsAt, startedAt: one.startsAt }),
    ),
  )
  await notifyUsers(
    tx,
    times.flatMap(({ one }) =>
      (holders.get(one.id) ?? []).map(({ userId }) => ({
        userId,
        kind: 'interview-time',
        ...aboutInterview(one),
      })),
    ),
  )
  return ok(null)
}
