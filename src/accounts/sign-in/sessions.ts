import { z } from 'zod'
import { holds } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { manageUsers } from '../model/permissions.ts'
import { loadSessionsOf } from './session.sql.ts'
import { usedSince } from './start-session.ts'

/** Living sessions, last used first: one's own, or a colleague's for those who manage users. */
export const sessions = defineQuery({
  name: 'accounts.sessions',
  says: 'Where somebody is signed in.',
  permission: signedIn,
  input: z.strictObject({ userId: z.uuid().optional() }),
  handle: async (tx, { userId }) => {
    const own = tx.actor.kind === 'user' ? tx.actor.id : undefined
    const of = userId ?? own
    if (of === undefined || (of !== own && !holds(tx.actor, manageUsers)))
      return refuse('not-found', 'There is no such user.')
    return ok(await tx.rows(loadSessionsOf(of, tx.now, usedSince(tx.now))))
  },
})
