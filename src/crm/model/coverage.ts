/** How far the ready people of a pool reach: of so many seats by a day. */
export interface Coverage {
  readonly ready: number
  readonly seats: number
  readonly by: string
}

/**
 * Ready people against the seats a pool is kept for, the soonest first: up to the first day on which people run
 * short, or up to the last when they reach for all. Nothing where it is kept for no seat.
 */
export const coverageOf = (
  needs: readonly { readonly seats: number; readonly neededBy: string }[],
  ready: number,
): Coverage | undefined => {
  const days = [...new Set(needs.map(({ neededBy }) => neededBy))].toSorted()
  const seatsBy = (day: string) =>
    needs.reduce((sum, { seats, neededBy }) => (neededBy <= day ? sum + seats : sum), 0)
  const by = days.find((day) => seatsBy(day) > ready) ?? days.at(-1)
  return by ? { ready, seats: seatsBy(by), by } : undefined
}
