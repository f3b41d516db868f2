import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { poolStagesChanged } from '../model/facts.ts'
import { managePools } from '../model/permissions.ts'
import { checkPoolStages, poolStagePlan } from '../model/pool.ts'
import { lockPool } from './make-pools.ts'
import { loadPoolStages, savePoolStages, stagesWithMembers } from './pool.sql.ts'

export const setPoolStages = defineCommand({
  name: 'crm.setPoolStages',
  says: 'Says which stages a pool has, in which order; a stage in which anybody stands stays.',
  permission: managePools,
  input: z.object({ poolId: z.uuid(), stages: z.array(poolStagePlan).min(1).max(20) }),
  handle: async (tx, { poolId, stages }) => {
    const pool = await lockPool(tx, poolId)
    if (!pool.ok) return pool
    const checked = checkPoolStages(stages)
    if (!checked.ok) return checked
    const before = await tx.rows(loadPoolStages([poolId]))
    const known = new Set(before.map(({ id }) => id))
    if (stages.some(({ id }) => id !== undefined && !known.has(id)))
      return refuse('not-found', 'One of the stages is not of this pool.')
    const kept = new Set(stages.flatMap(({ id }) => id ?? []))
    const inUse = new Set((await tx.rows(stagesWithMembers(poolId))).map(({ stageId }) => stageId))
    const stuck = before.find(({ id }) => !kept.has(id) && inUse.has(id))
    if (stuck)
      return refuse('stage-in-use', `People stand in “${stuck.name}”. Move them to another stage first.`)
    await tx.change(
      savePoolStages(
        poolId,
        stages.map(({ name, isReady, id }, position) => ({ id: id ?? newId(), name, isReady, position })),
      ),
    )
    tx.record(
      poolStagesChanged(
        { subjectId: poolId },
        { added: stages.length - kept.size, removed: before.length - kept.size, count: stages.length },
      ),
    )
    return ok({ poolId })
  },
})
