import { z } from 'zod'
import { signedIn } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { daysAfter } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { duties, dutyCounts } from './home.sql.ts'

/** Home: what waits for me, most urgent first, and nothing that is not mine. Looks a week ahead. */
export const home = defineQuery({
  name: 'views.home',
  says: 'What waits for the signed-in user, most urgent first, a week ahead.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => {
    if (tx.actor.kind !== 'user') return ok({ now: tx.now, duties: [] })
    return ok({ now: tx.now, duties: await tx.rows(duties(tx.actor, tx.now, daysAfter(tx.now, 7))) })
  },
})

/** The numbers beside Home and Inbox in the side bar. */
export const sideBarCounts = defineQuery({
  name: 'views.sideBarCounts',
  says: 'How much waits in Home and Inbox.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => {
    if (tx.actor.kind !== 'user') return ok({ home: 0, inbox: 0 })
    const [mine, counts] = [
      await tx.rows(duties(tx.actor, tx.now, daysAfter(tx.now, 7))),
      await tx.row(dutyCounts(tx.actor.id)),
    ]
    return ok({ home: mine.length, inbox: counts?.inbox ?? 0 })
  },
})
