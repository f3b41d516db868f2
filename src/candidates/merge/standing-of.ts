import type { ReadTx } from '../../kernel/transaction.ts'
import { loadStanding } from '../arrivals/imported.sql.ts'

/** Where records stand now: a merged one as its survivor; an erased one as nobody; an unknown one is missing. */
export const standingOf = async (
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly standsAs: string; readonly isErased: boolean }>> =>
  ids.length === 0 ? new Map() : new Map((await tx.rows(loadStanding(ids))).map((row) => [row.id, row]))
