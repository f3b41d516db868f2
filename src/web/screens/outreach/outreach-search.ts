import { z } from 'zod'
import { enrolmentStates } from '../../../crm/model/enrolment.ts'

/** What the list of sequences shows, as it stands in the address. `new` opens the making of one. */
export const outreachSearch = z.object({
  archived: z.literal(true).optional().catch(undefined),
  new: z.literal(true).optional().catch(undefined),
})
export type OutreachSearch = z.output<typeof outreachSearch>

/** What a sequence's page shows: its people instead of its steps, those in some state, one as whom it is read. */
export const sequenceSearch = z.object({
  tab: z.literal('people').optional().catch(undefined),
  state: z.enum(enrolmentStates).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
})
