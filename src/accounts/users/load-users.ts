import type { Permission } from '../../kernel/model/permission.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { grantedTo } from '../model/granted.ts'
import { roles as allRoles, type Role } from '../model/role.ts'
import { loadDepartures } from './role-permission.sql.ts'
import { loadUsersById, loadUsersByRole, type User } from './user.sql.ts'

/** The users with these ids, disabled ones too, in order of id; unknown ids are left out. */
export const loadUsers = (tx: ReadTx, ids: readonly string[]): Promise<User[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.rows(loadUsersById(ids))

/** The active users who play at least one of the roles, by name. */
export const usersWithRole = (tx: ReadTx, roles: readonly Role[]): Promise<User[]> =>
  tx.rows(loadUsersByRole(roles))

/** The active users who hold at least one of the rights through a role, by name, each with those they hold. */
export const usersHolding = async (
  tx: ReadTx,
  rights: readonly Permission[],
): Promise<(User & { readonly held: ReadonlySet<string> })[]> => {
  const departures = await tx.rows(loadDepartures())
  const granting = allRoles.filter((role) => grantedTo(rights, [role], departures).size > 0)
  return (await tx.rows(loadUsersByRole(granting))).map((user) => ({
    ...user,
    held: grantedTo(rights, user.roles, departures),
  }))
}
