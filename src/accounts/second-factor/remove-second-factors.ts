import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { secondFactorRemoved, sessionsEnded } from '../model/facts.ts'
import { manageUsers } from '../model/permissions.ts'
import { refusalOfPrograms } from '../own/by-oneself.ts'
import { endSessionsOfUsers } from '../sign-in/session.sql.ts'
import { loadUsers } from '../users/load-users.ts'
import { removeFactor } from './second-factor.sql.ts'

/** For colleagues who lost telephone and codes: they set up a new one at their next sign-in, where their role needs one. */
export const removeSecondFactors = defineCommand({
  name: 'accounts.removeSecondFactors',
  says: 'Takes away people’s second factors and ends their sessions.',
  permission: manageUsers,
  input: z.strictObject({ userIds: z.array(z.uuid()).min(1).max(200) }),
  handle: async (tx, { userIds }) => {
    const program = refusalOfPrograms(tx)
    if (program) return program
    const users = await loadUsers(tx, userIds)
    if (users.length < new Set(userIds).size) return refuse('not-found', 'There is no such user.')
    await tx.change(removeFactor(userIds))
    const count = await tx.change(endSessionsOfUsers(userIds, tx.now))
    for (const user of users) tx.record(secondFactorRemoved({ subjectId: user.id }, {}))
    tx.record(sessionsEnded({}, { because: 'second-factor-removed', count }))
    return ok({ count: users.length })
  },
})
