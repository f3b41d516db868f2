import type { ReadTx } from '../../kernel/transaction.ts'
import { loadAdministrators } from './user.sql.ts'

/** Ids of the active administrators: whom to tell when the installation itself needs care. */
export const administrators = async (tx: ReadTx): Promise<readonly string[]> =>
  (await tx.rows(loadAdministrators())).map(({ id }) => id)
