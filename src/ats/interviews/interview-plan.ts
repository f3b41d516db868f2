import { z } from 'zod'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { jobId } from '../model/ids.ts'
import { seeApplications } from '../model/permissions.ts'
import { loadInterviewSteps } from './interview-step.sql.ts'

/** Which interviews a job plans, in order. */
export const interviewPlan = defineQuery({
  name: 'ats.interviewPlan',
  says: 'The interviews that a job plans, with kit, criteria and who usually holds them.',
  permission: seeApplications,
  input: z.object({ jobId }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    return job ? ok({ steps: await tx.rows(loadInterviewSteps([job.id])) }) : noSuchJob
  },
})
