import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../kernel/model/time.ts'

/** The end of the nth working day (Monday to Friday) from now on the office's clock: 17:00 there. */
export const promiseAfter = (now: Instant, workingDays: number, zone: string): Instant =>
  at(workingDayAfter(now, workingDays, zone), 17, zone)

/** The next working morning on the office's clock, 09:00 unless set otherwise: when a no may arrive at the earliest. */
export const nextWorkingMorning = (now: Instant, zone: string, hour = 9): Instant =>
  at(workingDayAfter(now, 1, zone), hour, zone)

/** The calendar day on a clock. */
export const dayIn = (now: Instant, zone: string): string => local(now, zone).toPlainDate().toString()

/** An instant's day and hour in a zone, for mails: `Friday 27 November 2026, 17:00`. */
export const momentSays = (moment: Instant, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(Date.parse(moment))

/** An instant's day in a zone, for mails: `21 November 2026`. */
export const daySays = (moment: Instant, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(moment))

const local = (now: Instant, zone: string) => Temporal.Instant.from(now).toZonedDateTimeISO(zone)

const workingDayAfter = (now: Instant, workingDays: number, zone: string): Temporal.PlainDate => {
  let day = local(now, zone).toPlainDate()
  for (let left = workingDays; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) left--
  }
  return day
}

const at = (day: Temporal.PlainDate, hour: number, zone: string): Instant =>
  instant(day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds)
