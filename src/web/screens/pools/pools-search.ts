import { z } from 'zod'

/** What the list of pools shows, as it stands in the address. `new` opens the making of one. */
export const poolsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  archived: z.literal(true).optional().catch(undefined),
  new: z.literal(true).optional().catch(undefined),
})
export type PoolsSearch = z.output<typeof poolsSearch>
