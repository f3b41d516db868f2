import { z } from 'zod'

const day = z.iso.date().optional().catch(undefined)

/** What a report counts, as it stands in the address; `rank` is the step whose people are open. */
export const reportSearch = z.object({
  job: z.uuid().optional().catch(undefined),
  from: day,
  until: day,
  rank: z.number().int().min(0).max(30).optional().catch(undefined),
})
export type ReportSearch = z.output<typeof reportSearch>
