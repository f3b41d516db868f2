import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { ReadTx, WriteTx } from '../../kernel/transaction.ts'
import { poolArchived, poolChanged, poolMade, poolRestored } from '../model/facts.ts'
import { managePools } from '../model/permissions.ts'
import { checkPoolStages, poolPlan, poolStagePlan, poolStagesAtFirst } from '../model/pool.ts'
import {
  insertPool,
  lockPools,
  nameTaken,
  type PoolRow,
  savePoolStages,
  saveReaders,
  setArchived,
  updatePool,
} from './pool.sql.ts'

export const noSuchPool = refuse('not-found', 'There is no such pool, or it is not yours to see.')

export const makePool = defineCommand({
  name: 'crm.makePool',
  says: 'Makes a pool with stages of its own; whoever makes it owns it.',
  permission: managePools,
  input: z.object({
    ...poolPlan,
    stages: z
      .array(poolStagePlan)
      .min(1)
      .max(20)
      .default([...poolStagesAtFirst]),
  }),
  handle: async (tx, { stages, readers, ...plan }) => {
    const ownerId = userIdOf(tx.actor)
    if (!ownerId) return refuse('sign-in-needed', 'A pool belongs to somebody: sign in first.')
    const checked = checkPoolStages(stages)
    if (!checked.ok) return checked
    const known = await knownReaders(tx, readers)
    if (!known.ok) return known
    const id = newId()
    if ((await tx.rows(insertPool({ ...plan, id, ownerId }, tx.now))).length === 0) return sameName
    await tx.change(
      savePoolStages(
        id,
        stages.map(({ name, isReady }, position) => ({ id: newId(), name, isReady, position })),
      ),
    )
    if (readers.length > 0) await tx.change(saveReaders(id, readers))
    tx.record(poolMade({ subjectId: id }, { access: plan.access, isLive: false }))
    return ok({ poolId: id })
  },
})

export const changePool = defineCommand({
  name: 'crm.changePool',
  says: 'Changes what a pool is called, is for, who owns it and who sees it.',
  permission: managePools,
  input: z.object({
    poolId: z.uuid(),
    name: poolPlan.name.optional(),
    description: z.string().trim().max(2000).nullable().optional(),
    access: z.enum(['team', 'private']).optional(),
    readers: z.array(z.uuid()).max(200).optional(),
    ownerId: z.uuid().optional(),
  }),
  handle: async (tx, { poolId, readers, ...change }) => {
    const pool = await lockPool(tx, poolId)
    if (!pool.ok) return pool
    const known = await knownReaders(tx, [...(readers ?? []), ...(change.ownerId ? [change.ownerId] : [])])
    if (!known.ok) return known
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const wanted = { ...pool.value, ...said } as PoolRow
    if (said.name && (await tx.row(nameTaken(wanted.name, poolId)))) return sameName
    await tx.change(updatePool(wanted, tx.now))
    if (readers) await tx.change(saveReaders(poolId, readers))
    tx.record(
      poolChanged({ subjectId: poolId }, { fields: [...Object.keys(said), ...(readers ? ['readers'] : [])] }),
    )
    return ok({ poolId })
  },
})

export const archivePools = defineCommand({
  name: 'crm.archivePools',
  says: 'Puts pools away, or with `archived: false` takes them up again. Their people stay.',
  permission: managePools,
  input: z.object({ poolIds: z.array(z.uuid()).min(1).max(200), archived: z.boolean().default(true) }),
  handle: async (tx, { poolIds, archived }) => {
    const pools = await tx.rows(lockPools(tx.actor, poolIds))
    if (pools.length < new Set(poolIds).size) return noSuchPool
    if (!archived) for (const { id, name } of pools) if (await tx.row(nameTaken(name, id))) return sameName
    const changed = await tx.rows(setArchived(poolIds, archived, tx.now))
    for (const { id } of changed) tx.record((archived ? poolArchived : poolRestored)({ subjectId: id }, {}))
    return ok({ changed: changed.map(({ id }) => id) })
  },
})

/** The pool, locked; refuses one that is not there or not in sight. */
export const lockPool = async (tx: WriteTx, id: string): Promise<Result<PoolRow>> => {
  const [pool] = await tx.rows(lockPools(tx.actor, [id]))
  return pool ? ok(pool) : noSuchPool
}

const sameName = refuse('name-taken', 'There is a pool of this name already. Choose another name.', {
  field: 'name',
})

const knownReaders = async (tx: ReadTx, ids: readonly string[]): Promise<Result<null>> => {
  const asked = [...new Set(ids)]
  const there = asked.length === 0 ? [] : await loadUsers(tx, asked)
  return there.length === asked.length
    ? ok(null)
    : refuse('no-such-user', 'One of these people has no account here.', { field: 'readers' })
}
