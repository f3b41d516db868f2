import type { ReadTx } from '../../kernel/transaction.ts'
import { loadShownTo, type ShownToPerson } from './shown.sql.ts'

/** The messages that a candidate's own page shows, oldest first: what they wrote and what they were sent. */
export const threadsShownTo = (tx: ReadTx, candidateId: string): Promise<readonly ShownToPerson[]> =>
  tx.rows(loadShownTo(candidateId))
