export interface Reader {
  readonly locale: string
  /** IANA zone of the person who reads. */
  readonly zone: string
}

/** How long ago in one step: "today", "3 days ago", "in 2 months". Whole days are those of the reader's calendar. */
export const agoText = (at: Date, now: Date, { locale, zone }: Reader): string => {
  const days = dayNumber(at, zone) - dayNumber(now, zone)
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(days)
  if (size < 14) return words.format(days, 'day')
  if (size < 60) return words.format(Math.round(days / 7), 'week')
  if (size < 700) return words.format(Math.round(days / 30.4), 'month')
  return words.format(Math.round(days / 365.25), 'year')
}

/** The shortest date that is not ambiguous now: "14:02", "Sat 14:02", "17 Nov", "20 Nov 2025". */
export const shortText = (at: Date, now: Date, { locale, zone }: Reader): string => {
  const days = dayNumber(at, zone) - dayNumber(now, zone)
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const form = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at)
  if (days === 0) return form(clock)
  if (Math.abs(days) < 7) return `${form({ weekday: 'short' })} ${form(clock)}`
  const sameYear = yearOf(at, zone) === yearOf(now, zone)
  return form({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** The whole of it, with the zone: "Saturday 21 November 2026 at 16:40 CET". */
export const exactText = (at: Date, { locale, zone }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)

/** A calendar day ('2026-11-25') without a clock: "Wed 25 Nov", with the year when it is another one. */
export const dayText = (day: string, now: Date, { locale, zone }: Reader): string => {
  const at = new Date(`${day}T12:00:00Z`)
  const otherYear = at.getUTCFullYear() !== yearOf(now, zone)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: otherYear ? undefined : 'short',
    day: 'numeric',
    month: 'short',
    year: otherYear ? 'numeric' : undefined,
  }).format(at)
}

const partsOf = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
/** The calendar day of a moment where the reader is: '2026-11-25'. */
export const dayOf = (at: Date, { zone }: Reader): string => partsOf(at, zone)

const dayNumber = (at: Date, zone: string) => Math.round(Date.parse(partsOf(at, zone)) / 86_400_000)
const yearOf = (at: Date, zone: string) => Number(partsOf(at, zone).slice(0, 4))

/** The moment when a clock in a zone shows a day and a time: ('2026-12-01', '14:00', 'Europe/Lisbon'). */
export const momentAt = (day: string, time: string, zone: string): Date => {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const shown = (at: number) =>
    Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)
  // Twice: the first guess can stand on the other side of a change of the clock.
  const near = wall - (shown(wall) - wall)
  return new Date(near - (shown(near) - wall))
}

/** What a clock in a zone shows then: "Tue 14:00 WET". */
export const clockText = (at: Date, { locale }: Pick<Reader, 'locale'>, zone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)
