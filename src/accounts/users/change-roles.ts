import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { sessionsEnded, userRolesChanged } from '../model/facts.ts'
import { manageUsers } from '../model/permissions.ts'
import { roleSchema } from '../model/role.ts'
import { settingOf } from '../organisation/setting-of.ts'
import { endSessionsOfUsers } from '../sign-in/session.sql.ts'
import { loadUsers } from './load-users.ts'
import { lockAdministrators, replaceRoles } from './user.sql.ts'

/**
 * New roles count from the next request. Sessions that never showed a second factor end where a new role needs one.
 */
export const changeRoles = defineCommand({
  name: 'accounts.changeRoles',
  says: 'Changes which roles people play.',
  permission: manageUsers,
  input: z.strictObject({
    changes: z
      .array(z.strictObject({ userId: z.uuid(), roles: z.array(roleSchema).min(1).max(8) }))
      .min(1)
      .max(200),
  }),
  handle: async (tx, { changes }) => {
    const administrators = await tx.rows(lockAdministrators())
    const users = await loadUsers(
      tx,
      changes.map((one) => one.userId),
    )
    if (users.length < new Set(changes.map((one) => one.userId)).size || users.length < changes.length)
      return refuse('not-found', 'There is no such user, or one stands in the list twice.')
    const losing = changes.filter((one) => !one.roles.includes('admin')).map((one) => one.userId)
    const gaining = users.filter(
      (user) =>
        user.disabledAt === null &&
        changes.some((one) => one.userId === user.id && one.roles.includes('admin')),
    )
    if (gaining.length === 0 && administrators.every((one) => losing.includes(one.id)))
      return refuse(
        'last-administrator',
        'One active administrator must stay. Make somebody else administrator first.',
      )
    await tx.change(replaceRoles(changes))
    for (const { userId, roles } of changes)
      tx.record(
        userRolesChanged(
          { subjectId: userId },
          { from: users.find((user) => user.id === userId)?.roles ?? [], to: roles },
        ),
      )
    const needOne: readonly string[] = await settingOf(tx, 'security.requireSecondFactor')
    const due = changes.filter((one) => one.roles.some((role) => needOne.includes(role)))
    const count = await tx.change(
      endSessionsOfUsers(
        due.map((one) => one.userId),
        tx.now,
        true,
      ),
    )
    if (count > 0) tx.record(sessionsEnded({}, { because: 'second-factor-needed', count }))
    return ok({ changed: changes.length })
  },
})
