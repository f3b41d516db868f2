import { z } from 'zod'
import { seePools } from '../crm/model/permissions.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { memberStates } from './member-states.sql.ts'
import { loadPools } from './pools.sql.ts'

export const pools = defineQuery({
  name: 'views.pools',
  says: 'The pools one may see, each with how many people stand where, are ready, went quiet or can’t be reached.',
  permission: seePools,
  input: z.object({ archived: z.boolean().default(false) }),
  handle: async (tx, { archived }) =>
    ok({ pools: await tx.rows(loadPools(tx.actor, { archived }, memberStates(tx.now))) }),
})

export const pool = defineQuery({
  name: 'views.pool',
  says: 'One pool: its stages, who owns and sees it, and how it is.',
  permission: seePools,
  input: z.object({ poolId: z.uuid() }),
  handle: async (tx, { poolId }) => {
    const found = await tx.row(loadPools(tx.actor, { poolId }, memberStates(tx.now)))
    return found ? ok(found) : refuse('not-found', 'There is no such pool, or it is not yours to see.')
  },
})
