import { z } from 'zod'
import { relationshipStates } from '../../candidates/model/candidate.ts'
import { memberStates } from '../../crm/model/pool.ts'

/** What narrows the list of candidates; within a field any of the values, between fields all. */
export const candidateFilters = z.object({
  relationship: z.array(z.enum(relationshipStates)).max(20).optional(),
  owner: z.array(z.uuid()).max(100).optional(),
  tags: z.array(z.uuid()).max(100).optional(),
  country: z.array(z.string().length(2).toUpperCase()).max(250).optional(),
  jobs: z.array(z.uuid()).max(100).optional(),
  pools: z.array(z.uuid()).max(100).optional(),
  poolStages: z.array(z.uuid()).max(100).optional(),
  /** How they are in one of the pools asked for, or in any. */
  memberStates: z.array(z.enum(memberStates)).max(4).optional(),
  source: z.array(z.string().max(40)).max(20).optional(),
  hasResume: z.boolean().optional(),
  contactable: z.boolean().optional(),
  // No calendar has a year 0, and the database says so with an error.
  addedAfter: z.iso
    .datetime({ offset: true })
    .or(z.iso.date())
    .refine((text) => !text.startsWith('0000'), 'Write a year from 1 on.')
    .optional(),
})

export type CandidateFilters = z.output<typeof candidateFilters>

/** Whether nothing narrows the list. */
export const isUnfiltered = (filters: CandidateFilters): boolean =>
  Object.values(filters).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))
