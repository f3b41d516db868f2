import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../kernel/model/time.ts'

/** Outreach leaves within these hours of a working day, on the sender's clock. */
const opens = 9
const closes = 17

/** So many working days after `from` at nine on the clock of `zone`; none: now, or when the next working hours begin. */
export const workingDaysAfter = (from: Instant, days: number, zone: string): Instant => {
  const at = Temporal.Instant.from(from).toZonedDateTimeISO(zoneOr(zone))
  if (days === 0 && isWorkingDay(at) && at.hour < closes) return at.hour >= opens ? from : morning(at)
  let day = at
  for (let left = Math.max(days, 1); left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day)) left--
  }
  return morning(day)
}

const isWorkingDay = ({ dayOfWeek }: Temporal.ZonedDateTime): boolean => dayOfWeek < 6

const morning = (day: Temporal.ZonedDateTime): Instant =>
  instant(
    day
      .toPlainDate()
      .toZonedDateTime({ timeZone: day.timeZoneId, plainTime: Temporal.PlainTime.from({ hour: opens }) })
      .epochMilliseconds,
  )

/** A zone that nobody knows is UTC: better than no mail at all. */
const zoneOr = (zone: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return 'UTC'
  }
}
