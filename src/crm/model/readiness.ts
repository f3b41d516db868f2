/** How people say when they would move: today, or in so many months. */
export const readinessMonths = [0, 3, 6, 12] as const
export type ReadinessMonths = (typeof readinessMonths)[number]

/** What was said is worth nothing half a year after the day it names. */
const holdsMonths = 6

/** From which day a person would move who said so on `today`, and until when that counts; calendar days. */
export const readinessSaid = (
  months: ReadinessMonths,
  today: string,
): { readonly readyFrom: string; readonly readyUntil: string } => ({
  readyFrom: monthsAfter(today, months),
  readyUntil: monthsAfter(today, months + holdsMonths),
})

/** `now` and `later` count towards coverage; `unknown` was never said, or too long ago. */
export const readinessOn = (
  said: { readonly readyFrom: string | null; readonly readyUntil: string | null },
  today: string,
): 'now' | 'later' | 'unknown' => {
  if (!said.readyFrom || !said.readyUntil || said.readyUntil < today) return 'unknown'
  return said.readyFrom <= today ? 'now' : 'later'
}

/** The same day of a later month, or its last day where the month is shorter. */
const monthsAfter = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
