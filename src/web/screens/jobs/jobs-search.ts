import { z } from 'zod'
import { jobStates } from '../../../ats/model/job.ts'

/** What the list of jobs shows, as it stands in the address. `new` opens the short way to a job. */
export const jobsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: z.enum(jobStates).optional().catch(undefined),
  mine: z.literal(true).optional().catch(undefined),
  new: z.literal(true).optional().catch(undefined),
})
export type JobsSearch = z.output<typeof jobsSearch>
