import { z } from 'zod'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { organisation } from '../organisation/load-organisation.ts'
import { countUnread } from '../own/notification.sql.ts'
import { countRecoveryCodes } from '../second-factor/second-factor.sql.ts'
import { loadUsers } from './load-users.ts'

/** Who one is here and what one may do: the first question of the app. */
export const me = defineQuery({
  name: 'accounts.me',
  says: 'The signed-in user, the organisation and what the user may do.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    const [user] = await loadUsers(tx, [tx.actor.id])
    const about = await organisation(tx)
    if (!user || !about) return refuse('sign-in-needed', 'Sign in first.')
    const { id, name, mail, title, roles, language, timeZone } = user
    return ok({
      user: { id, name, mail, title, roles, language, timeZone },
      organisation: about,
      permissions: [...tx.actor.permissions].sort(),
      secondFactor: {
        on: user.hasSecondFactor,
        recoveryCodesLeft: (await tx.row(countRecoveryCodes(id)))?.left ?? 0,
      },
      counts: { unreadNotifications: (await tx.row(countUnread(id)))?.count ?? 0 },
    })
  },
})
