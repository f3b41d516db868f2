/** Numbers that look random and are the same at every run: the demo, the tests and the screenshots show one world. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from `from` to `to`, both possible. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  /** `count` different ones, in the order given. */
  some<T>(from: readonly T[], count: number): T[]
  /** True in so many of a hundred cases. */
  percent(of: number): boolean
}

/** Mulberry32 (Tommy Ettinger, public domain algorithm). */
export const chance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    some: (from, count) => {
      const left = from.map((value, place) => ({ value, place }))
      while (left.length > count) left.splice(whole(0, left.length - 1), 1)
      return left.map(({ value }) => value)
    },
    percent: (of) => next() * 100 < of,
  }
}
