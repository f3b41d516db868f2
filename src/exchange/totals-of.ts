import type { ReadTx } from '../kernel/transaction.ts'
import { countByOutcome } from './import-row.sql.ts'
import { type Totals, totals } from './model/totals.ts'

/** Counts the rows of imports. One statement. */
export const totalsOf = async (
  tx: ReadTx,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, Totals>> => {
  if (importIds.length === 0) return new Map()
  const counts = Map.groupBy(await tx.rows(countByOutcome(importIds)), ({ importId }) => importId)
  return new Map(importIds.map((id) => [id, totals(counts.get(id) ?? [])]))
}
