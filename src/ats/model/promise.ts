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

/** Whose clock and whose way of writing a day: an office's. */
export interface Clock {
  readonly zone: string
  /** ISO 3166; English in Rotterdam writes 24 November, in Boston November 24. */
  readonly country: string | null
}

/** An instant's day and hour at an office, for mails: `Friday, 27 November 2026 at 17:00 CET`. */
export const momentSays = (moment: Instant, clock: Clock, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language, clock), {
    timeZone: clock.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(Date.parse(moment))

/** An instant's day at an office, for mails: `21 November 2026`. */
export const daySays = (moment: Instant, clock: Clock, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language, clock), {
    timeZone: clock.zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(moment))

const localeOf = (language: string, { country }: Clock): Intl.Locale => {
  const locale = new Intl.Locale(language)
  return locale.region || !country ? locale : new Intl.Locale(language, { region: country })
}

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
