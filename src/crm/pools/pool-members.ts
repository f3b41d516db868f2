import { z } from 'zod'
import { contactOf, requireVisible } from '../../candidates/door.ts'
import { candidateIds } from '../../candidates/model/input.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { memberAdded, memberMoved, memberRemoved } from '../model/facts.ts'
import { managePools, seePools } from '../model/permissions.ts'
import { lockPool } from './make-pools.ts'
import { deleteMembers, insertMembers, loadPoolsOf, moveMembers } from './member.sql.ts'
import { loadPoolStages } from './pool.sql.ts'

const about = (poolId: string, candidateId: string) => ({
  candidateId: candidateId as CandidateId,
  subjectId: poolId,
})

export const addToPool = defineCommand({
  name: 'crm.addToPool',
  says: 'Puts people into a pool, in its first stage unless another is said. Who is in it stays where they stand.',
  permission: managePools,
  input: z.object({ poolId: z.uuid(), candidateIds, stageId: z.uuid().optional() }),
  handle: async (tx, { poolId, candidateIds, stageId }) => {
    const pool = await lockPool(tx, poolId)
    if (!pool.ok) return pool
    if (pool.value.archivedAt)
      return refuse('pool-archived', 'This pool is put away. Take it up again first.')
    const asked = [...new Set(candidateIds)]
    const visible = await requireVisible(tx, asked)
    if (!visible.ok) return visible
    const stage = await stageOf(tx, poolId, stageId)
    if (!stage.ok) return stage
    const people = await contactOf(tx, asked)
    const alone = new Set(asked.filter((id) => people.get(id)?.doNotContactAt !== null))
    const added = await tx.rows(
      insertMembers(
        { poolId, stageId: stage.value, because: 'hand' },
        asked.filter((id) => !alone.has(id)),
        userIdOf(tx.actor),
        tx.now,
      ),
    )
    for (const { candidateId, stageId } of added)
      tx.record(memberAdded(about(poolId, candidateId), { stageId, because: 'hand' }))
    const now = new Set(added.map(({ candidateId }) => candidateId))
    return ok({
      added: [...now],
      skipped: asked
        .filter((id) => !now.has(id))
        .map((candidateId) =>
          alone.has(candidateId)
            ? { candidateId, code: 'do-not-contact' as const, says: 'Asked not to be contacted.' }
            : { candidateId, code: 'member' as const, says: 'Is in this pool already.' },
        ),
    })
  },
})

export const moveInPool = defineCommand({
  name: 'crm.moveInPool',
  says: 'Puts members of a pool into another of its stages; answers where each stood.',
  permission: managePools,
  input: z.object({ poolId: z.uuid(), candidateIds, stageId: z.uuid() }),
  handle: async (tx, { poolId, candidateIds, stageId }) => {
    const pool = await lockPool(tx, poolId)
    if (!pool.ok) return pool
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const stage = await stageOf(tx, poolId, stageId)
    if (!stage.ok) return stage
    const moved = await tx.rows(moveMembers(poolId, candidateIds, stageId, tx.now))
    for (const { candidateId, stageId, fromStageId } of moved)
      tx.record(memberMoved(about(poolId, candidateId), { stageId, fromStageId }))
    return ok({ moved: moved.map(({ candidateId, fromStageId }) => ({ candidateId, fromStageId })) })
  },
})

export const removeFromPool = defineCommand({
  name: 'crm.removeFromPool',
  says: 'Takes people out of a pool; answers where each stood, for taking it back.',
  permission: managePools,
  input: z.object({ poolId: z.uuid(), candidateIds }),
  handle: async (tx, { poolId, candidateIds }) => {
    const pool = await lockPool(tx, poolId)
    if (!pool.ok) return pool
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const removed = await tx.rows(deleteMembers(poolId, candidateIds))
    for (const { candidateId, stageId } of removed)
      tx.record(memberRemoved(about(poolId, candidateId), { stageId }))
    return ok({ removed })
  },
})

export const poolsOf = defineQuery({
  name: 'crm.poolsOf',
  says: 'The pools that hold a person, of those one may see.',
  permission: seePools,
  input: z.object({ candidateId: z.uuid() }),
  handle: async (tx, { candidateId }) => {
    const visible = await requireVisible(tx, [candidateId])
    return visible.ok ? ok({ pools: await tx.rows(loadPoolsOf(tx.actor, candidateId)) }) : visible
  },
})

const stageOf = async (tx: ReadTx, poolId: string, asked: string | undefined): Promise<Result<string>> => {
  const stages = await tx.rows(loadPoolStages([poolId]))
  const stage = asked === undefined ? stages[0] : stages.find(({ id }) => id === asked)
  return stage
    ? ok(stage.id)
    : refuse('not-found', 'There is no such stage in this pool.', { field: 'stageId' })
}
