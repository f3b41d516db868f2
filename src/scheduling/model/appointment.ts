import { zoneSchema } from '../../accounts/model/user.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { type Instant, minutesAfter } from '../../kernel/model/time.ts'

export const answers = ['none', 'accepted', 'tentative', 'declined'] as const
/** Whether somebody comes, as iCalendar’s PARTSTAT says it; `none` is NEEDS-ACTION. */
export type Answer = (typeof answers)[number]

export type AttendeeId =
  | { readonly userId: string; readonly candidateId?: never }
  | { readonly candidateId: string; readonly userId?: never }

export interface Attendee {
  readonly userId: string | null
  readonly candidateId: string | null
  readonly answer: Answer
}

export interface Appointment {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The IANA zone it was planned in. */
  readonly zone: string
  readonly organiserId: string
  /** Grows with every change that calendars must learn. */
  readonly sequence: number
  readonly state: 'booked' | 'cancelled'
  readonly attendees: readonly Attendee[]
}

export interface Booking
  extends Pick<Appointment, 'title' | 'place' | 'startsAt' | 'endsAt' | 'zone' | 'organiserId'> {
  /** Chosen by the caller where its own row must hold the id already. */
  readonly appointmentId?: string
  readonly attendees: readonly AttendeeId[]
}

/** What is not said stays as it is. */
export interface Move extends Partial<Pick<Appointment, 'title' | 'place' | 'zone'>> {
  readonly appointmentId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

type Times = Pick<Appointment, 'startsAt' | 'endsAt' | 'zone'>

/** An appointment ends after it starts, within a day, in a zone that exists. */
export const checkTimes = <T extends Times>(times: T): Result<T> => {
  if (times.endsAt <= times.startsAt || times.endsAt > minutesAfter(times.startsAt, 24 * 60))
    return refuse('bad-times', 'An appointment ends after it starts, within a day.', { field: 'endsAt' })
  if (!zoneSchema.safeParse(times.zone).success)
    return refuse('unknown-zone', `There is no time zone “${times.zone}”.`, { field: 'zone' })
  return ok(times)
}

/** A changed time asks everybody again: who accepted another hour has not accepted this one (RFC 5546, section 3.2.2.1). */
export const move = (appointment: Appointment, to: Move): Appointment => {
  const moved = { ...appointment, ...said(to), sequence: appointment.sequence + 1 }
  const isSameTime = moved.startsAt === appointment.startsAt && moved.endsAt === appointment.endsAt
  return isSameTime
    ? moved
    : { ...moved, attendees: appointment.attendees.map((attendee) => ({ ...attendee, answer: 'none' })) }
}

const said = ({ appointmentId: _, ...change }: Move): Partial<Appointment> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
