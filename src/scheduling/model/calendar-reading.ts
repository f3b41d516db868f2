import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { zoneSchema } from '../../accounts/model/user.ts'
import { type Instant, instant } from '../../kernel/model/time.ts'

/** One VEVENT as others write it. Whole days are days such as `2026-12-24`; a time of no zone has no `Z`. */
export interface ReadAppointment {
  readonly uid: string
  readonly sequence: number
  readonly start: Instant | string | null
  readonly end: Instant | string | null
  /** As it was written, `UTC`, or null for whole days and times of no zone. */
  readonly zone: string | null
  readonly attendees: readonly { readonly email: string; readonly partstat: string }[]
}

export interface ReadCalendar {
  /** REQUEST, CANCEL, REPLY, COUNTER … (RFC 5546); null where nothing is asked of anybody. */
  readonly method: string | null
  readonly appointments: readonly ReadAppointment[]
}

/** Reads an iCalendar text as calendars write it, not as the RFC asks; throws for what is none at all. */
export const readCalendar = (text: string): ReadCalendar => {
  const calendars = rootsOf(text)
  const methods = calendars.flatMap((calendar) => textOf(calendar, 'method') ?? [])
  return {
    method: methods[0]?.toUpperCase() ?? null,
    appointments: calendars.flatMap((calendar) =>
      (calendar.name === 'vevent' ? [calendar] : calendar.getAllSubcomponents('vevent')).map(appointmentOf),
    ),
  }
}

/** The calendars of a text. Lines that are empty, stand outside or cannot be read are left out, as most calendars do. */
const rootsOf = (text: string): ICAL.Component[] => {
  ICAL.design.strict = false
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  const begin = lines.findIndex((line) => /^BEGIN:/i.test(line))
  if (begin < 0) throw new Error('This is no calendar.')
  const parsed = parse(lines.slice(begin).join('\r\n'))
  const roots = Array.isArray(parsed[0]) ? parsed : [parsed]
  return roots.map((root) => new ICAL.Component(root as never))
}

const parse = (text: string): unknown[] => {
  const unfolded = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  const read =
    tryTo(() => ICAL.parse(text)) ?? tryTo(() => ICAL.parse(unfolded.filter(isReadable).join('\r\n')))
  if (!Array.isArray(read)) throw new Error('This calendar begins and does not end, or is none.')
  return read
}

const isReadable = (line: string): boolean =>
  /^(BEGIN|END):/i.test(line) || tryTo(() => ICAL.parse.property(line)) !== undefined

/** The library throws at what it cannot read: at once, or when a value is asked for. */
const tryTo = <Value>(read: () => Value): Value | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const appointmentOf = (event: ICAL.Component): ReadAppointment => {
  const start = timeOf(event, 'dtstart')
  return {
    uid: textOf(event, 'uid') ?? '',
    sequence: Math.max(0, Math.trunc(Number(textOf(event, 'sequence') ?? 0)) || 0),
    start: start && spelled(start),
    end: endOf(event, start),
    zone: start && zoneNameOf(start),
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      email: String(firstValue(attendee) ?? '')
        .replace(/^mailto:/i, '')
        .trim(),
      partstat: String(attendee.getFirstParameter('partstat') || 'NEEDS-ACTION').toUpperCase(),
    })),
  }
}

const textOf = (component: ICAL.Component, name: string): string | undefined => {
  const value = firstValue(component.getFirstProperty(name))
  return value === null || value === undefined ? undefined : String(value).trim()
}

const firstValue = (property: ICAL.Property | null): unknown => tryTo(() => property?.getFirstValue())

interface WrittenTime {
  readonly time: ICAL.Time
  readonly zone: string | undefined
}

const timeOf = (event: ICAL.Component, name: string): WrittenTime | null => {
  const property = event.getFirstProperty(name)
  const time = firstValue(property)
  if (!(time instanceof ICAL.Time) || time.month < 1 || time.day < 1) return null
  const zone = property?.getFirstParameter('tzid') || undefined
  return Number.isFinite(time.year + time.month + time.day) ? { time, zone } : null
}

/** Without an end it lasts its duration, else the whole day, else no time (RFC 5545, section 3.6.1). */
const endOf = (event: ICAL.Component, start: WrittenTime | null): string | null => {
  const end = timeOf(event, 'dtend')
  if (end || !start) return end && spelled(end)
  const { isDate } = start.time
  const duration = firstValue(event.getFirstProperty('duration'))
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : isDate ? 86_400 : 0
  // Counted here: the library takes such steps one by one, and somebody wrote of 999999999999999999 weeks.
  if (!(Math.abs(seconds) < longest)) return null
  const moment = momentOf(start)
  if (moment) return instant(Date.parse(moment) + seconds * 1000)
  const local = instant(
    Date.parse(`${start.time.toString().slice(0, 19)}${isDate ? '' : 'Z'}`) + seconds * 1000,
  )
  return local.slice(0, isDate ? 10 : 19)
}

/** Ten years, in seconds. */
const longest = 10 * 366 * 86_400

const zoneNameOf = ({ time, zone }: WrittenTime): string | null =>
  time.isDate ? null : (zone ?? (time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : null))

const spelled = (written: WrittenTime): string => momentOf(written) ?? written.time.toString()

/**
 * The moment that a written time means. A zone known by its IANA name is that zone whatever the text says of it; one of
 * another name is what its VTIMEZONE says; whole days and times of no zone are no moment.
 */
const momentOf = ({ time, zone }: WrittenTime): Instant | undefined => {
  if (time.isDate) return undefined
  const known = zone && ianaNameOf(zone)
  if (known) {
    const { year, month, day, hour, minute, second } = time
    const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second })
    return instant(local.toZonedDateTime(known).epochMilliseconds)
  }
  return time.zone && time.zone !== ICAL.Timezone.localTimezone
    ? instant(time.toUnixTime() * 1000)
    : undefined
}

/** `Europe/Berlin` of `/mozilla.org/20050126_1/Europe/Berlin`; undefined for names that are no zone of IANA’s. */
const ianaNameOf = (tzid: string): string | undefined => {
  const parts = tzid.split('/').filter((part) => part !== '')
  return [3, 2, 1]
    .map((count) => parts.slice(-count).join('/'))
    .find((name) => /^[A-Za-z]/.test(name) && zoneSchema.safeParse(name).success)
}
