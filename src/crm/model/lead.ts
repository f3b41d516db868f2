import { z } from 'zod'

/** Whoever stands as one of these becomes a lead on a job; an applicant, a hire or who wants no contact does not. */
export const becomesLead = (relationship: string): boolean =>
  ['known', 'engaged', 'dormant', 'decided-not-now'].includes(relationship)

/** Seats that a pool is kept for: on a job that runs, or planned for a day. */
export const poolNeed = z.object({
  id: z.uuid().optional(),
  says: z.string().trim().min(1, 'Say what the seats are for.').max(200),
  seats: z.number().int().min(1).max(999),
  neededBy: z.iso.date(),
  jobId: z.uuid().nullable().default(null),
})
export type PoolNeed = z.output<typeof poolNeed>
