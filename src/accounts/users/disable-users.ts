import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { sessionsEnded, userDisabled, userEnabled } from '../model/facts.ts'
import { manageUsers } from '../model/permissions.ts'
import { revokeTokensOfUsers } from '../own/api-token.sql.ts'
import { endSessionsOfUsers } from '../sign-in/session.sql.ts'
import { loadUsers } from './load-users.ts'
import { lockAdministrators, saveDisabled } from './user.sql.ts'

const input = z.strictObject({ userIds: z.array(z.uuid()).min(1).max(200) })

/** What they did stays under their name; sessions and programs' tokens end with this commit. */
export const disableUsers = defineCommand({
  name: 'accounts.disableUsers',
  says: 'Closes people’s accounts and ends their sessions and tokens at once.',
  permission: manageUsers,
  input,
  handle: async (tx, { userIds }) => {
    const administrators = await tx.rows(lockAdministrators())
    const users = await loadUsers(tx, userIds)
    if (users.length < new Set(userIds).size) return refuse('not-found', 'There is no such user.')
    if (administrators.every((one) => userIds.includes(one.id)))
      return refuse(
        'last-administrator',
        'One active administrator must stay. Make somebody else administrator first.',
      )
    await tx.change(saveDisabled(userIds, tx.now))
    const count = await tx.change(endSessionsOfUsers(userIds, tx.now))
    await tx.change(revokeTokensOfUsers(userIds, tx.now))
    for (const user of users) tx.record(userDisabled({ subjectId: user.id }, {}))
    tx.record(sessionsEnded({}, { because: 'disabled', count }))
    return ok({ disabled: users.length })
  },
})

export const enableUsers = defineCommand({
  name: 'accounts.enableUsers',
  says: 'Opens closed accounts again.',
  permission: manageUsers,
  input,
  handle: async (tx, { userIds }) => {
    const users = await loadUsers(tx, userIds)
    if (users.length < new Set(userIds).size) return refuse('not-found', 'There is no such user.')
    await tx.change(saveDisabled(userIds, null))
    for (const user of users) tx.record(userEnabled({ subjectId: user.id }, {}))
    return ok({ enabled: users.length })
  },
})
