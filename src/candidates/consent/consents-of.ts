import type { ReadTx } from '../../kernel/transaction.ts'
import { type ConsentNow, consentsNow } from '../model/consent.ts'
import { consentEventOf } from '../model/stored-consent.ts'
import { loadConsentEvents } from './consent.sql.ts'

/** Where each person's consents stand now, every purpose; one statement. */
export const consentsOf = async (
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentNow[]>> => {
  const asked = [...new Set(ids)]
  const rows = asked.length === 0 ? [] : await tx.rows(loadConsentEvents(asked))
  const byPerson = Map.groupBy(rows, (row) => row.candidateId)
  return new Map(asked.map((id) => [id, consentsNow((byPerson.get(id) ?? []).map(consentEventOf), tx.now)]))
}
