import type { ReadTx } from '../../kernel/transaction.ts'
import { loadUsersById, type User } from './user.sql.ts'

/** The users with these ids, disabled ones too, in order of id; unknown ids are left out. */
export const loadUsers = (tx: ReadTx, ids: readonly string[]): Promise<User[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.rows(loadUsersById(ids))
