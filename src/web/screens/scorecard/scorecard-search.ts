import { z } from 'zod'

/** Which criterion is open, counted from 0; on a telephone, whether the kit is shown instead. */
export const scorecardSearch = z.object({
  show: z.enum(['kit']).optional().catch(undefined),
  at: z.number().int().min(0).max(20).default(0).catch(0),
})
