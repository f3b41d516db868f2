import type { ReadTx } from '../../kernel/transaction.ts'
import { type Contact, loadContacts } from '../record/candidate.sql.ts'

/** How to reach each of the candidates, by id; who is not on record any more is missing. One statement. */
export const contactOf = async (tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> =>
  new Map((await tx.rows(loadContacts([...new Set(ids)]))).map((contact) => [contact.id, contact]))
