import { z } from 'zod'

/** What the address of Home holds: which list, and the row one stands on. */
export const homeSearch = z.object({
  show: z.enum(['mine', 'waiting', 'done']).default('mine').catch('mine'),
  open: z.string().max(80).optional().catch(undefined),
})
export type HomeSearch = z.infer<typeof homeSearch>
