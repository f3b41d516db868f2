import { z } from 'zod'
import { signedIn } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { remarksOn } from './model/remarks.ts'

const place = z.object({
  country: z.string().length(2),
  region: z.string().max(60).optional(),
  city: z.string().optional(),
})

/** What the law says to a posting while it is being written; publishing asks the same rules again. */
export const postingRemarks = defineQuery({
  name: 'jurisdictions.postingRemarks',
  says: 'The remarks of the law on a posting and its questions, as they stand in the editor.',
  permission: signedIn,
  input: z.object({
    title: z.string().max(200).default(''),
    texts: z.array(z.string().max(60_000)).max(10).default([]),
    places: z.array(place).max(60),
    workplace: z.enum(['on-site', 'hybrid', 'remote']).default('on-site'),
    remoteFrom: z.array(z.string().length(2)).max(60).default([]),
    pay: z.object({ min: z.number(), max: z.number() }).optional(),
    benefits: z.string().optional(),
    applyUntil: z.iso.date().optional(),
    questions: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          label: z.string().max(500),
          hint: z.string().max(500).optional(),
        }),
      )
      .max(40)
      .default([]),
    employees: z.number().int().positive().optional(),
  }),
  handle: async (tx, { employees, ...posting }) =>
    ok({ remarks: remarksOn(posting, { on: tx.now.slice(0, 10), employees }) }),
})
