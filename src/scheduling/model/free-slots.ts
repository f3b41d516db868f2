import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../kernel/model/time.ts'
import { type Availability, hoursOfDay, type Span } from './working-hours.ts'

/** One of a panel: when they work, and what fills their time already. */
export interface Diary {
  readonly availability: Availability
  /** Take time and count for the limits. */
  readonly appointments: readonly Span[]
}

export interface Slot {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const minute = 60_000

/**
 * When a whole panel can meet for `minutes` between two moments: within everybody’s working hours, clear of what they
 * do with their buffer around it, and on no day or week (from Monday) on which one of them has met as many as they
 * take. Begins on whole quarters or half hours, as `everyMinutes` says, earliest first.
 */
export const freeSlots = (
  panel: readonly Diary[],
  between: { readonly from: Instant; readonly to: Instant },
  {
    minutes,
    everyMinutes,
    most,
  }: { readonly minutes: number; readonly everyMinutes: number; readonly most: number },
): Slot[] => {
  const within: Span = { from: Date.parse(between.from), to: Date.parse(between.to) }
  const common = panel.map((diary) => freeSpans(diary, within)).reduce(overlaps, [within])
  const [length, step] = [minutes * minute, everyMinutes * minute]
  const slots: Slot[] = []
  for (const span of common)
    for (let start = Math.ceil(span.from / step) * step; start + length <= span.to; start += step) {
      if (slots.length === most) return slots
      slots.push({ startsAt: instant(start), endsAt: instant(start + length) })
    }
  return slots
}

const freeSpans = ({ availability, appointments }: Diary, within: Span): Span[] => {
  const { zone, mostADay, mostAWeek, bufferMinutes } = availability
  const [days, weeks] = [new Map<string, number>(), new Map<string, number>()]
  for (const { from } of appointments) {
    const day = dayOf(from, zone)
    add(days, String(day))
    add(weeks, weekOf(day))
  }
  const open: Span[] = []
  const last = dayOf(within.to, zone)
  for (
    let day = dayOf(within.from, zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const isFull =
      (days.get(String(day)) ?? 0) >= (mostADay ?? Number.POSITIVE_INFINITY) ||
      (weeks.get(weekOf(day)) ?? 0) >= (mostAWeek ?? Number.POSITIVE_INFINITY)
    if (!isFull) open.push(...hoursOfDay(availability, day))
  }
  const buffer = bufferMinutes * minute
  const taken = appointments.map(({ from, to }) => ({ from: from - buffer, to: to + buffer }))
  return without(open.toSorted(byStart), taken.toSorted(byStart))
}

const byStart = (one: Span, other: Span) => one.from - other.from
const dayOf = (moment: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate()
const weekOf = (day: Temporal.PlainDate): string => String(day.subtract({ days: day.dayOfWeek - 1 }))
const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** What is in both; each list in order and without overlaps of its own. */
const overlaps = (one: readonly Span[], other: readonly Span[]): Span[] => {
  const both: Span[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!]
    const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
    if (span.from < span.to) both.push(span)
    if (a.to < b.to) i++
    else j++
  }
  return both
}

const without = (open: readonly Span[], taken: readonly Span[]): Span[] => {
  const free: Span[] = []
  let next = 0
  for (const span of open) {
    let from = span.from
    while (next < taken.length && taken[next]!.to <= from) next++
    for (let at = next; at < taken.length && taken[at]!.from < span.to; at++) {
      if (taken[at]!.from > from) free.push({ from, to: taken[at]!.from })
      from = Math.max(from, taken[at]!.to)
    }
    if (from < span.to) free.push({ from, to: span.to })
  }
  return free
}
