import { z } from 'zod'
import { usersHolding } from '../../accounts/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { JobId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { jobId, openingId } from '../model/ids.ts'
import { decideOpenings, requestOpenings, seeAllJobs, seeConfidentialJobs } from '../model/permissions.ts'
import { openingsOfJob } from './opening.sql.ts'

/** Who can be asked to approve a seat of a job: those with the right who also know of the job. */
export const openingApprovers = defineQuery({
  name: 'ats.openingApprovers',
  says: 'Who can be asked to approve a seat of a job, without the one who asks.',
  permission: requestOpenings,
  input: z.object({
    jobId,
    /** A seat asked for already: without whoever asked for that one. */
    openingId: openingId.optional(),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const seat = input.openingId
      ? (await tx.rows(openingsOfJob(job.id))).find((one) => one.id === input.openingId)
      : undefined
    if (input.openingId && !seat) return refuse('not-found', 'There is no such opening.')
    const by = seat ? seat.requestedBy : userIdOf(tx.actor)
    const able = await approversOf(tx, job)
    return ok({
      approvers: able.filter((user) => user.id !== by).map(({ id, name, title }) => ({ id, name, title })),
    })
  },
})

/** The users who could approve a seat of this job, by name: what `visibleJob` decides, asked of others than the actor. */
export const approversOf = async (
  tx: ReadTx,
  job: { readonly id: JobId; readonly confidential: boolean },
) => {
  const team = new Set((await tx.rows(loadTeams([job.id]))).map((one) => one.userId as string))
  const holders = await usersHolding(tx, [decideOpenings, seeAllJobs, seeConfidentialJobs])
  return holders.filter(
    ({ id, held }) =>
      held.has(decideOpenings.name) &&
      (team.has(id) ||
        (held.has(seeAllJobs.name) && (!job.confidential || held.has(seeConfidentialJobs.name)))),
  )
}
