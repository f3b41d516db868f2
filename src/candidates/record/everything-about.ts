import type { ReadTx } from '../../kernel/transaction.ts'
import { type EverythingRow, loadEverythingAbout } from './everything-about.sql.ts'

/** All that the record says of a person, for the person themselves (GDPR Art. 15). The caller has checked who asks. */
export const everythingAbout = (tx: ReadTx, candidateId: string): Promise<EverythingRow | undefined> =>
  tx.row(loadEverythingAbout(candidateId))
