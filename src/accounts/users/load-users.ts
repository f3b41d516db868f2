import type { ReadTx } from '../../kernel/transaction.ts'
import type { Role } from '../model/role.ts'
import { loadUsersById, loadUsersByRole, type User } from './user.sql.ts'

/** The users with these ids, disabled ones too, in order of id; unknown ids are left out. */
export const loadUsers = (tx: ReadTx, ids: readonly string[]): Promise<User[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.rows(loadUsersById(ids))

/** The active users who play at least one of the roles, by name. */
export const usersWithRole = (tx: ReadTx, roles: readonly Role[]): Promise<User[]> =>
  tx.rows(loadUsersByRole(roles))
