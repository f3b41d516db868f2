import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../kernel/model/time.ts'

/** The next working day after `now` at that hour on the clock of `zone`: nobody reads a no at night or on a Sunday. */
export const nextWorkingMorning = (now: Instant, zone: string, hour: number): Instant => {
  let day = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  while (day.dayOfWeek >= 6) day = day.add({ days: 1 })
  const morning = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })
  return instant(morning.epochMilliseconds)
}
