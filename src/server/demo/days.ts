import { promiseAfter } from '../../ats/model/promise.ts'
import { type Instant, instant } from '../../kernel/model/time.ts'

const hour = 3_600_000
const day = 24 * hour

/** A day promised to somebody, and when it was. */
export interface DemoPromise {
  readonly setAt: number
  readonly promisedFor: Instant
  /** It passed without a word: the two that the newcomer finds on top. */
  readonly late: boolean
}

export interface DemoDays {
  /** The moment at which the story ends: the newcomer's now. */
  readonly end: number
  /** The promise of the next one who still waits; `after` is when they last heard. */
  readonly nextPromise: (after: number) => DemoPromise
  /** The day on which the next one who was put aside comes back. */
  readonly nextWake: () => string
}

/**
 * Deals the days on which people hear from us, like a company that keeps an eye on them: two promises are late,
 * a few are due today, and the others lie on the working days of the two weeks to come.
 */
export const createDays = (end: number, zone: string): DemoDays => {
  const workingDay = (count: number) => promiseAfter(instant(end), count, zone)
  const yesterday = workingDayBefore(end, zone)
  // On the last working day before now: morning, noon, and not on a Sunday or after hours.
  const today = Date.parse(promiseAfter(instant(yesterday), 1, zone))
  const isOpenToday = today > end && today - end < 17 * hour
  let promised = 0
  let late = 0
  let woken = 0
  return {
    end,
    nextPromise: (after) => {
      const setAt = Math.max(after + hour, end - (5 + ((promised * 7) % 36)) * hour)
      if (late < lateOnes && promised >= 3 && after < yesterday - day) {
        late += 1
        return { setAt: yesterday - 7 * hour, promisedFor: instant(yesterday), late: true }
      }
      const count = spread[promised % spread.length]!
      promised += 1
      const promisedFor = count === 0 ? (isOpenToday ? instant(today) : workingDay(1)) : workingDay(count)
      return { setAt: Math.min(setAt, end - 1), promisedFor, late: false }
    },
    nextWake: () => {
      const count = wakes[woken % wakes.length]!
      woken += 1
      return workingDay(count).slice(0, 10)
    },
  }
}

const lateOnes = 2
/** Working days from now, in the order in which they are dealt: as many as people wait, more or less. */
const spread = [4, 1, 7, 2, 9, 5, 3, 8, 6, 10, 2, 5, 0, 7, 4, 9, 3, 6, 8, 1] as const
const wakes = [3, 8, 1, 12, 5, 15, 2, 10, 6, 4, 14, 7] as const

/** The end of the last working day that is over. */
const workingDayBefore = (end: number, zone: string): number => {
  let found = end
  for (let back = 5; back > 0; back--) {
    const tried = Date.parse(promiseAfter(instant(end - back * day), 1, zone))
    if (tried <= end) found = tried
  }
  return found
}
