import { z } from 'zod'

/** Which queue is read: of one job, of one of its stages, or of all jobs in sight. */
export const reviewSearch = z.object({
  job: z.uuid().optional().catch(undefined),
  stage: z.uuid().optional().catch(undefined),
})
