import { z } from 'zod'
import { signedIn } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { told } from './home-told.sql.ts'

/** What the bell opens: what the user was told, newest first, with the names that the user may see. */
export const notifications = defineQuery({
  name: 'views.notifications',
  says: 'What the signed-in user was told, newest first, with names.',
  permission: signedIn,
  input: z.strictObject({ limit: z.number().int().min(1).max(100).default(30) }),
  handle: async (tx, { limit }) =>
    ok(tx.actor.kind === 'user' ? await tx.rows(told(tx.actor, tx.actor.id, limit)) : []),
})
