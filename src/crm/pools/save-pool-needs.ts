import { ok, type Result } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { poolNeedsChanged } from '../model/facts.ts'
import type { PoolNeed } from '../model/lead.ts'
import { lockPool } from './make-pools.ts'
import { loadJobsOfPool, replacePoolNeeds } from './pool.sql.ts'

/**
 * Says which seats a pool is kept for; the caller has checked that the jobs are in sight. What the pool is kept
 * for on jobs out of sight stays: who does not see it can't take it away.
 */
export const savePoolNeeds = async (
  tx: WriteTx,
  poolId: string,
  needs: readonly PoolNeed[],
  outOfSight: (jobIds: readonly string[]) => Promise<readonly string[]>,
): Promise<Result<{ poolId: string }>> => {
  const pool = await lockPool(tx, poolId)
  if (!pool.ok) return pool
  const jobs = await tx.rows(loadJobsOfPool(poolId))
  await tx.change(
    replacePoolNeeds(
      poolId,
      needs.map((need) => ({ ...need, id: need.id ?? newId() })),
      await outOfSight(jobs.map(({ jobId }) => jobId)),
    ),
  )
  const seats = needs.reduce((sum, need) => sum + need.seats, 0)
  tx.record(poolNeedsChanged({ subjectId: poolId }, { count: needs.length, seats }))
  return ok({ poolId })
}
