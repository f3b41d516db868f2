import { z } from 'zod'
import { signedIn } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { daysAfter, instant } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { doneSince, waitingOnOthers } from './home-others.sql.ts'

/** Beside my own duties: where it is a candidate's or a colleague's turn, at most 200, and what I finished today. */
export const homeOthers = defineQuery({
  name: 'views.homeOthers',
  says: 'What waits on others, and what the signed-in user finished since a moment.',
  permission: signedIn,
  input: z.strictObject({ since: z.iso.datetime({ offset: true }) }),
  handle: async (tx, { since }) => {
    if (tx.actor.kind !== 'user') return ok({ waiting: [], done: [] })
    // Two days are the longest day in any zone: nothing older is "today".
    const from = [instant(since), daysAfter(tx.now, -2)].toSorted().at(-1)!
    return ok({
      waiting: await tx.rows(waitingOnOthers(tx.actor.id)),
      done: await tx.rows(doneSince(tx.actor.id, from)),
    })
  },
})
