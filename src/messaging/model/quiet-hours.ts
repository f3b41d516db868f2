import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../kernel/model/time.ts'

/** From `from` to `to` on the recipient's clock, as `HH:MM`; over midnight when `from` is later than `to`. */
export type QuietHours = {
  readonly from: string
  readonly to: string
  /** IANA zone of the recipient, or the office's when theirs is unknown. */
  readonly zone: string
  /** Also all of Saturday and Sunday. */
  readonly weekends: boolean
}

/** When the quiet time around `now` ends, or undefined when it is not quiet. Follows the zone's clock changes. */
export function endOfQuietHours(quiet: QuietHours, now: Instant): Instant | undefined {
  let at = Temporal.Instant.from(now).toZonedDateTimeISO(zoneOf(quiet.zone))
  if (!isQuiet(quiet, at)) return undefined
  // A night into a weekend into a night: at most a few steps.
  for (let step = 0; step < 6 && isQuiet(quiet, at); step++) at = nextEnd(quiet, at)
  return instant(at.epochMilliseconds)
}

function isQuiet(quiet: QuietHours, at: Temporal.ZonedDateTime): boolean {
  if (quiet.weekends && at.dayOfWeek >= 6) return true
  if (quiet.from === quiet.to) return false
  const clock = at.toPlainTime()
  const isAfterFrom = Temporal.PlainTime.compare(clock, quiet.from) >= 0
  const isBeforeTo = Temporal.PlainTime.compare(clock, quiet.to) < 0
  return quiet.from < quiet.to ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo
}

function nextEnd(quiet: QuietHours, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const today = at.toPlainDate().toZonedDateTime({ timeZone: at.timeZoneId, plainTime: quiet.to })
  if (Temporal.ZonedDateTime.compare(today, at) > 0) return today
  return at.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: at.timeZoneId, plainTime: quiet.to })
}

/** An imported zone may be nonsense; UTC is better than no mail at all. */
function zoneOf(zone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return 'UTC'
  }
}
