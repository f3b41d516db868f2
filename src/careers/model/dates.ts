import type { Reader } from './reader.ts'

/** A place with a clock, as people name it: the zone alone would say Amsterdam to Rotterdam. */
export type Office = { readonly town: string; readonly zone: string }

/** A calendar day in the reader's words: `long` Tuesday 24 November, `short` Tue 24 Nov, `brief` 24 Nov; `year` adds the year. */
export const dayText = (day: string, reader: Reader, length: Length = 'long', year = false): string =>
  dayFormat(reader.locale, 'UTC', length, year)
    .format(Date.parse(`${day.slice(0, 10)}T12:00:00Z`))
    .replace(/,/g, '')

/** The day of an instant on the reader's clock, in their words. */
export const dayOfText = (instant: string, reader: Reader, length: Length = 'long', year = false): string =>
  dayFormat(reader.locale, reader.zone, length, year).format(Date.parse(instant)).replace(/,/g, '')

/** The hour of an instant on a clock, such as 17:00. */
export const hourText = (instant: string, reader: Reader, zone = reader.zone): string =>
  new Intl.DateTimeFormat(reader.locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(
    Date.parse(instant),
  )

/** Day and hour on the reader's clock: Tuesday 24 November, 17:00. */
export const momentText = (instant: string, reader: Reader, length: Length = 'long', year = false): string =>
  `${dayOfText(instant, reader, length, year)}, ${hourText(instant, reader)}`

/**
 * The same moment at the office, or nothing while both clocks agree: 18:00. The day is named only where it differs from
 * the reader's.
 */
export const officeMomentText = (instant: string, reader: Reader, office: Office): string | undefined => {
  const there: Reader = { ...reader, zone: office.zone }
  if (momentText(instant, reader, 'long', true) === momentText(instant, there, 'long', true)) return undefined
  const sameDay = dayOfText(instant, reader, 'long', true) === dayOfText(instant, there, 'long', true)
  return sameDay ? hourText(instant, there) : momentText(instant, there, 'short')
}

/** The day (YYYY-MM-DD) that it is on a clock at an instant. */
export const dayAt = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(instant))

/** A month (YYYY-MM) in the reader's words: Mar 2022. */
export const monthText = (month: string, reader: Reader): string =>
  new Intl.DateTimeFormat(reader.locale, { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(
    Date.parse(`${month.slice(0, 7)}-15T12:00:00Z`),
  )

export type Length = 'long' | 'short' | 'brief'

const dayFormat = (locale: string, timeZone: string, length: Length, year: boolean) =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: length === 'long' ? 'long' : 'short',
    ...(length === 'brief' ? {} : { weekday: length }),
    ...(year ? { year: 'numeric' } : {}),
  })
