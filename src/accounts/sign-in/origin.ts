import { z } from 'zod'

/** Address and browser of a request; null where there is none (tests, the command line). */
export const originSchema = z.strictObject({
  address: z.string().max(100).nullable(),
  agent: z.string().nullable(),
})
