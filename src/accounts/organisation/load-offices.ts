import type { ReadTx } from '../../kernel/transaction.ts'
import { loadOffices, type Office } from './office.sql.ts'

/** All offices, open ones first, by name. */
export const offices = (tx: ReadTx): Promise<Office[]> => tx.rows(loadOffices())
