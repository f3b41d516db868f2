import { z } from 'zod'

/** What the composer sends: a text of one's own, or a template with the fields it needs. */
export const writtenMail = z.strictObject({
  template: z
    .strictObject({
      key: z.string().max(80),
      fields: z.record(z.string().max(80), z.string().max(2000)).optional(),
    })
    .optional(),
  subject: z.string().max(300).optional(),
  text: z.string().max(50_000).optional(),
  sendAfter: z.iso.datetime().optional(),
  override: z.strictObject({ note: z.string().trim().min(3).max(1000) }).optional(),
})
