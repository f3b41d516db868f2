/** A moment in UTC, ISO 8601 with milliseconds and Z: `2026-11-22T21:20:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' }

export const instant = (moment: Date | number | string): Instant => new Date(moment).toISOString() as Instant

export const minutesAfter = (moment: Instant, minutes: number): Instant =>
  instant(Date.parse(moment) + minutes * 60_000)

export const daysAfter = (moment: Instant, days: number): Instant => minutesAfter(moment, days * 24 * 60)

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export const daysBetween = (earlier: Instant, later: Instant): number =>
  Math.floor((Date.parse(later) - Date.parse(earlier)) / 86_400_000)

export const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)
