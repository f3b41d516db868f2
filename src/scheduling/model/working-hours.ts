import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { zoneSchema } from '../../accounts/model/user.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'

const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'That is not a time of day such as 09:30.')

export const workingHours = z
  .array(z.object({ weekday: z.int().min(1).max(7), from: clock, to: clock }))
  .max(28)
/** When somebody meets people, by weekday (1 is Monday) and the clock of their zone; lunch is a gap between two. */
export type WorkingHours = z.output<typeof workingHours>

/** Every time ends after it begins, and no two of one day overlap. */
export const checkHours = (hours: WorkingHours): Result<WorkingHours> => {
  if (hours.some(({ from, to }) => to <= from))
    return refuse('bad-hours', 'Working hours end after they begin.', { field: 'hours' })
  const isApart = (one: WorkingHours[number], other: WorkingHours[number]) =>
    one === other || one.weekday !== other.weekday || one.to <= other.from || other.to <= one.from
  return hours.every((one) => hours.every((other) => isApart(one, other)))
    ? ok(hours)
    : refuse('bad-hours', 'Two times of one day overlap.', { field: 'hours' })
}

export const availability = z.object({
  zone: zoneSchema,
  hours: workingHours,
  /** How many appointments they take at most; null is no limit. */
  mostADay: z.int().min(1).max(50).nullable(),
  mostAWeek: z.int().min(1).max(200).nullable(),
  /** Free minutes before and after whatever else they do. */
  bufferMinutes: z.int().min(0).max(240),
})
export type Availability = z.output<typeof availability>

/** What holds until somebody says otherwise: Monday to Friday, nine to five, in their own zone. */
export const availabilityAtFirst = (zone: string): Availability => ({
  zone,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  mostADay: null,
  mostAWeek: null,
  bufferMinutes: 0,
})

/** From one moment until another, in milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The working hours of one day as spans. A clock that is put forward takes its hour away, one put back gives one. */
export const hoursOfDay = ({ zone, hours }: Availability, day: Temporal.PlainDate): Span[] =>
  hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }) => ({ from: momentOf(day, from, zone), to: momentOf(day, to, zone) }))
    .filter(({ from, to }) => from < to)

const momentOf = (day: Temporal.PlainDate, time: string, zone: string): number => {
  const [date, plainTime] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time]
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}
