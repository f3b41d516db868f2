import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Availability } from '../model/working-hours.ts'

export const loadAvailabilities = (
  userIds: readonly string[],
): Statement<Availability & { userId: string }> => sql<Availability & { userId: string }>`
  select user_id as "userId", zone, hours, most_a_day as "mostADay", most_a_week as "mostAWeek",
    buffer_minutes as "bufferMinutes"
  from scheduling.availability where user_id = any(${userIds}::uuid[])`

export const saveAvailability = (userId: string, said: Availability): Statement<unknown> => sql`
  insert into scheduling.availability (user_id, zone, hours, most_a_day, most_a_week, buffer_minutes)
  values (${userId}, ${said.zone}, ${JSON.stringify(said.hours)}::jsonb, ${said.mostADay}, ${said.mostAWeek}, ${said.bufferMinutes})
  on conflict (user_id) do update set zone = excluded.zone, hours = excluded.hours, most_a_day = excluded.most_a_day,
    most_a_week = excluded.most_a_week, buffer_minutes = excluded.buffer_minutes`

/** When users are booked between two moments. */
export const loadBooked = (
  userIds: readonly string[],
  from: Instant,
  to: Instant,
): Statement<{ userId: string; startsAt: Instant; endsAt: Instant }> => sql<{
  userId: string
  startsAt: Instant
  endsAt: Instant
}>`
  select a.user_id as "userId", p.starts_at as "startsAt", p.ends_at as "endsAt"
  from scheduling.attendee a join scheduling.appointment p on p.id = a.appointment_id
  where a.user_id = any(${userIds}::uuid[]) and p.state = 'booked' and p.starts_at < ${to} and p.ends_at > ${from}`
