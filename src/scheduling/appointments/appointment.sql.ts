import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { Appointment } from '../model/appointment.ts'

type NewAppointment = Omit<Appointment, 'attendees' | 'sequence' | 'state'>

export interface AttendeeRow {
  readonly id: string
  readonly appointmentId: string
  readonly userId: string | null
  readonly candidateId: string | null
}

/** One user at one time. */
export interface Wanted {
  readonly appointmentId: string
  readonly userId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Until the transaction ends nobody else books these users’ time. */
export const lockDiaries = (userIds: readonly string[]): Statement<unknown> => sql`
  select pg_advisory_xact_lock(hashtextextended(id, 78120280))
  from (select distinct u::text as id from unnest(${userIds}::uuid[]) u order by 1) diary`

/** Who of the wanted is booked already then, elsewhere or within the wanted. */
export const takenUsers = (wanted: readonly Wanted[]): Statement<{ userId: string }> => sql<{
  userId: string
}>`
  with wanted as (select * from ${jsonRows(wanted, '"appointmentId" uuid, "userId" uuid, "startsAt" timestamptz, "endsAt" timestamptz')})
  select distinct w."userId" from wanted w
  where exists (
    select from scheduling.attendee a join scheduling.appointment p on p.id = a.appointment_id
    where a.user_id = w."userId" and p.state = 'booked' and p.starts_at < w."endsAt" and p.ends_at > w."startsAt"
      and not exists (select from wanted self where self."appointmentId" = p.id)
  ) or exists (
    select from wanted o where o."userId" = w."userId" and o."appointmentId" <> w."appointmentId"
      and o."startsAt" < w."endsAt" and o."endsAt" > w."startsAt"
  ) order by 1`

export const insertAppointments = (
  appointments: readonly NewAppointment[],
  attendees: readonly AttendeeRow[],
  at: Instant,
): Statement<unknown> => sql`
  with booked as (
    insert into scheduling.appointment (id, title, place, starts_at, ends_at, zone, organiser_id, booked_at)
    select id, title, place, "startsAt", "endsAt", zone, "organiserId", ${at}
    from ${jsonRows(appointments, 'id uuid, title text, place text, "startsAt" timestamptz, "endsAt" timestamptz, zone text, "organiserId" uuid')}
  )
  insert into scheduling.attendee (id, appointment_id, user_id, candidate_id)
  select id, "appointmentId", "userId", "candidateId"
  from ${jsonRows(attendees, 'id uuid, "appointmentId" uuid, "userId" uuid, "candidateId" uuid')}`

const columns = sql`p.id, p.title, p.place, p.starts_at as "startsAt", p.ends_at as "endsAt", p.zone,
  p.organiser_id as "organiserId", p.sequence, p.state, (
    select coalesce(jsonb_agg(jsonb_build_object('userId', a.user_id, 'candidateId', a.candidate_id, 'answer', a.answer)
      order by a.id), '[]') from scheduling.attendee a where a.appointment_id = p.id
  ) as attendees`

/** In order of their time. */
export const loadAppointments = (ids: readonly string[]): Statement<Appointment> => sql<Appointment>`
  select ${columns} from scheduling.appointment p where p.id = any(${ids}::uuid[]) order by p.starts_at, p.id`

export const lockAppointments = (ids: readonly string[]): Statement<{ id: string }> => sql<{ id: string }>`
  select id from scheduling.appointment where id = any(${ids}::uuid[]) order by id for update`

/** Saves what moves and cancellations change; answers that were taken back are asked for again. */
export const saveAppointments = (
  appointments: readonly Appointment[],
  askedAgain: readonly string[],
): Statement<unknown> => sql`
  with again as (
    update scheduling.attendee set answer = 'none', answered_at = null
    where appointment_id = any(${askedAgain}::uuid[]) and answer <> 'none'
  )
  update scheduling.appointment p set title = n.title, place = n.place, starts_at = n."startsAt", ends_at = n."endsAt",
    zone = n.zone, sequence = n.sequence, state = n.state
  from (select * from ${jsonRows(appointments, 'id uuid, title text, place text, "startsAt" timestamptz, "endsAt" timestamptz, zone text, sequence int, state text')}) n
  where p.id = n.id`
