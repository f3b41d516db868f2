import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { userChanged } from '../model/facts.ts'
import { languageSchema, nameSchema, zoneSchema } from '../model/user.ts'
import { refusalOfPrograms } from '../own/by-oneself.ts'
import { loadUsers } from './load-users.ts'
import { saveProfile } from './user.sql.ts'

/** What people may change of themselves; mail and roles are for those who manage users. */
export const changeProfile = defineCommand({
  name: 'accounts.changeProfile',
  says: 'Changes one’s own name, title, language and time zone.',
  permission: signedIn,
  input: z.strictObject({
    name: nameSchema.optional(),
    title: z.string().trim().max(200).nullable().optional(),
    language: languageSchema.optional(),
    timeZone: zoneSchema.optional(),
  }),
  handle: async (tx, changes) => {
    const program = refusalOfPrograms(tx)
    if (program) return program
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    const [user] = await loadUsers(tx, [tx.actor.id])
    if (!user) return refuse('not-found', 'There is no such user.')
    const {
      name = user.name,
      title = user.title,
      language = user.language,
      timeZone = user.timeZone,
    } = changes
    await tx.change(saveProfile({ id: user.id, name, title, language, timeZone }))
    tx.record(userChanged({ subjectId: user.id }, { fields: Object.keys(changes) }))
    return ok(null)
  },
})
