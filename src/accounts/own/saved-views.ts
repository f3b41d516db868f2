import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { holds } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { viewDeleted, viewSaved } from '../model/facts.ts'
import { shareViews } from '../model/permissions.ts'
import { nameSchema } from '../model/user.ts'
import { deleteViews, loadViews, saveView } from './saved-view.sql.ts'

const screenSchema = z.string().regex(/^[a-z-]{1,50}$/)

export const savedViews = defineQuery({
  name: 'accounts.savedViews',
  says: 'One’s own saved views and the shared ones.',
  permission: signedIn,
  input: z.strictObject({ screen: screenSchema.optional() }),
  handle: async (tx, { screen }) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    return ok(await tx.rows(loadViews(tx.actor.id, screen)))
  },
})

/** Saves a filter under a name: new without an id, else changed by its owner. */
export const saveViewAs = defineCommand({
  name: 'accounts.saveView',
  says: 'Saves what a screen shows under a name.',
  permission: signedIn,
  input: z.strictObject({
    id: z.uuid().optional(),
    screen: screenSchema,
    name: nameSchema,
    search: z.string().max(4000),
    shared: z.boolean().default(false),
    position: z.int().min(0).max(1000).default(0),
  }),
  handle: async (tx, view) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    if (view.shared && !holds(tx.actor, shareViews))
      return refuse('not-allowed', 'You may keep views for yourself, not share them.', { field: 'shared' })
    const own = new Set((await tx.rows(loadViews(tx.actor.id, undefined))).map((one) => one.id))
    if (view.id !== undefined && !own.has(view.id)) return refuse('not-found', 'There is no such view.')
    const id = view.id ?? newId()
    const saved = await tx.change(saveView({ ...view, id, ownerId: tx.actor.id, createdAt: tx.now }))
    if (saved === 0)
      return refuse('not-found', 'Only its owner changes a shared view. Save it under a name of yours.')
    tx.record(viewSaved({ subjectId: id }, { screen: view.screen, shared: view.shared }))
    return ok({ id })
  },
})

export const dropViews = defineCommand({
  name: 'accounts.deleteViews',
  says: 'Deletes saved views of one’s own.',
  permission: signedIn,
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  handle: async (tx, { ids }) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    const deleted = await tx.rows(deleteViews(ids, tx.actor.id))
    if (deleted.length === 0) return refuse('not-found', 'There is no such view of yours.')
    for (const { id } of deleted) tx.record(viewDeleted({ subjectId: id }, {}))
    return ok({ deleted: deleted.length })
  },
})
