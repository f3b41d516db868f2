/** What one row of the table says. */
export interface Row {
  readonly name: string
  readonly clients: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly perSecond: number
  /** Our median by that of the floor. */
  readonly floorRatio: number
  /** Only where a writer was at work beside it. */
  readonly writer?: true
}

export interface Measured {
  readonly medianMs: number
  readonly p95Ms: number
  readonly perSecond: number
}

/** So many clients, each asking again as soon as it was answered, for so long. `turn` counts over all of them. */
export const measure = async (
  clients: number,
  forMs: number,
  ask: (turn: number, client: number) => Promise<unknown>,
): Promise<Measured> => {
  const took: number[] = []
  let turn = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - began < forMs || took.length < clients) {
        const asked = performance.now()
        await ask(turn++, client)
        took.push(performance.now() - asked)
      }
    }),
  )
  return { ...summed(took), perSecond: took.length / ((performance.now() - began) / 1000) }
}

/** Median and 95th percentile. */
export const summed = (took: readonly number[]): { medianMs: number; p95Ms: number } => {
  const inOrder = took.toSorted((one, other) => one - other)
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? 0
  return { medianMs: at(0.5), p95Ms: at(0.95) }
}

export const rowOf = (
  { name, clients, writer = false }: { name: string; clients: number; writer?: boolean },
  measured: Measured,
  floorMs: number,
): Row => ({
  name,
  clients,
  medianMs: rounded(measured.medianMs),
  p95Ms: rounded(measured.p95Ms),
  perSecond: rounded(measured.perSecond),
  floorRatio: rounded(measured.medianMs / floorMs),
  ...(writer ? { writer: true as const } : {}),
})

const rounded = (number: number): number => Number(number.toFixed(2))
