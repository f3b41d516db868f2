import { z } from 'zod'
import { type JobToConsider, jobToConsider } from '../ats/door.ts'
import { requireVisible } from '../candidates/door.ts'
import { candidateIds } from '../candidates/model/input.ts'
import { lockPool, openLeads } from '../crm/door.ts'
import { considerForJobs } from '../crm/model/permissions.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import type { WriteTx } from '../kernel/transaction.ts'

export const considerForJob = defineCommand({
  name: 'handover.considerForJob',
  says: 'Considers people who have not applied for a job: they stand as leads on its board, and its team sees them.',
  permission: considerForJobs,
  input: z.object({
    jobId: z.uuid(),
    candidateIds,
    /** The pool in which they stand ready, where one is kept for the job. */
    poolId: z.uuid().nullable().default(null),
  }),
  handle: async (tx, input) => {
    const visible = await requireVisible(tx, input.candidateIds)
    if (!visible.ok) return visible
    const job = await jobToConsider(tx, input.jobId, input.candidateIds)
    if (!job.ok) return job
    const pool = input.poolId ? await lockPool(tx, input.poolId) : ok(null)
    if (!pool.ok) return pool
    const { leads, made, skipped } = await leadsOn(tx, job.value, input)
    if (made.length === 0 && leads.length === 0)
      return refuse('nobody', skipped[0]!.says, { details: skipped })
    const isNew = new Set(made.map(({ id }) => id))
    return ok({
      considered: made.map(({ id, candidateId }) => ({ leadId: id, candidateId })),
      skipped: [
        ...skipped,
        ...leads
          .filter(({ id }) => !isNew.has(id))
          .map(({ candidateId }) => ({ candidateId, code: 'lead', says: 'Considered for this job already' })),
      ],
    })
  },
})

/** Opens the leads of those who can be one, and says of the others why not. */
export const leadsOn = async (
  tx: WriteTx,
  job: JobToConsider,
  { candidateIds, poolId }: { readonly candidateIds: readonly string[]; readonly poolId: string | null },
) => {
  const asked = [...new Set(candidateIds)]
  const free = asked.filter((one) => !job.inProcess.has(one))
  const { leads, made } = await openLeads(tx, { jobId: job.id, poolId, team: job.team }, free)
  const there = new Set(leads.map(({ candidateId }) => candidateId as string))
  return {
    leads,
    made,
    skipped: asked.flatMap((candidateId) => {
      if (job.inProcess.has(candidateId))
        return [{ candidateId, code: 'in-process', says: 'In the process of this job already' }]
      return there.has(candidateId)
        ? []
        : [{ candidateId, code: 'do-not-contact', says: 'Asked not to be contacted' }]
    }),
  }
}
