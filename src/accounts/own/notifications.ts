import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { notificationsRead } from '../model/facts.ts'
import { countUnread, loadNotifications, markRead } from './notification.sql.ts'

const pageSize = 50

/** What concerns one, newest first, with ids only: the names are asked for where they may be seen. `next` goes on. */
export const notifications = defineQuery({
  name: 'accounts.notifications',
  says: 'What one was told, newest first.',
  permission: signedIn,
  input: z.strictObject({ before: z.uuid().optional() }),
  handle: async (tx, { before }) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    const rows = await tx.rows(loadNotifications(tx.actor.id, pageSize + 1, before))
    const shown = rows.slice(0, pageSize)
    return ok({
      notifications: shown,
      unread: (await tx.row(countUnread(tx.actor.id)))?.count ?? 0,
      next: rows.length > pageSize ? shown.at(-1)!.id : null,
    })
  },
})

export const readNotifications = defineCommand({
  name: 'accounts.readNotifications',
  says: 'Marks what one was told as read.',
  permission: signedIn,
  input: z.strictObject({ ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(500)]) }),
  handle: async (tx, { ids }) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    const count = await tx.change(markRead(tx.actor.id, ids, tx.now))
    if (count > 0) tx.record(notificationsRead({ subjectId: tx.actor.id }, { count }))
    return ok({ count })
  },
})
