import type { ReadTx } from '../../kernel/transaction.ts'
import { namesAmong } from './sight.sql.ts'

/** The names of those candidates whom the actor may see. One statement. */
export const visibleNames = async (
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map((await tx.rows(namesAmong(tx.actor, [...new Set(ids)]))).map(({ id, name }) => [id, name]))
