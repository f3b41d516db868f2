import type { ReadTx } from '../../kernel/transaction.ts'
import { loadOrganisation, type Organisation } from './organisation.sql.ts'

/** The organisation of this installation, or undefined before its first run. */
export const organisation = (tx: ReadTx): Promise<Organisation | undefined> => tx.row(loadOrganisation())
