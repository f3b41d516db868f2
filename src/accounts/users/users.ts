import { z } from 'zod'
import { holds } from '../../kernel/model/actor.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { manageUsers, seeColleagues } from '../model/permissions.ts'
import { loadAllUsers } from './user.sql.ts'

/** Everybody with an account, by name. How safely they sign in and when they came is for those who manage users. */
export const users = defineQuery({
  name: 'accounts.users',
  says: 'The people who work here.',
  permission: seeColleagues,
  input: z.strictObject({ role: z.string().max(50).optional(), disabled: z.boolean().optional() }),
  handle: async (tx, { role, disabled }) => {
    const manages = holds(tx.actor, manageUsers)
    const all = (await tx.rows(loadAllUsers())).filter(
      (user) =>
        (role === undefined || user.roles.includes(role)) &&
        (disabled === undefined || (user.disabledAt !== null) === disabled),
    )
    return ok(
      all.map((user) => {
        const { hasSecondFactor, lastSeenAt, createdAt, ...seen } = user
        return manages ? { ...seen, hasSecondFactor, lastSeenAt, createdAt } : seen
      }),
    )
  },
})
