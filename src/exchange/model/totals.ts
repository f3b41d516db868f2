/** What became of a row, or would. */
export type Outcome = 'added' | 'joined' | 'skipped' | 'error'

/** How many rows of one import share what was foreseen, what became of them and how they were taken back. */
export interface Counted {
  readonly importId: string
  readonly foreseen: Outcome | null
  readonly outcome: Outcome | null
  readonly reverted: string | null
  readonly rows: number
  readonly suggested: number
}

/** An import in numbers of rows. */
export interface Totals {
  readonly foreseen: Readonly<Record<Outcome, number>>
  readonly done: Readonly<Record<Outcome, number>>
  readonly waiting: number
  /** Rows that are perhaps somebody else on record as well. */
  readonly suggested: number
  readonly reverted: { readonly removed: number; readonly takenBack: number; readonly kept: number }
}

export const totals = (counted: readonly Counted[]): Totals => {
  const sum = (only: (row: Counted) => boolean) =>
    counted.filter(only).reduce((total, { rows }) => total + rows, 0)
  const by = (which: 'foreseen' | 'outcome') => ({
    added: sum((row) => row[which] === 'added'),
    joined: sum((row) => row[which] === 'joined'),
    skipped: sum((row) => row[which] === 'skipped'),
    error: sum((row) => row[which] === 'error'),
  })
  return {
    foreseen: by('foreseen'),
    done: by('outcome'),
    waiting: sum((row) => row.outcome === null),
    suggested: counted.reduce((total, { suggested }) => total + suggested, 0),
    reverted: {
      removed: sum((row) => row.reverted === 'removed'),
      takenBack: sum((row) => row.reverted === 'taken-back'),
      kept: sum((row) => row.reverted === 'kept'),
    },
  }
}
