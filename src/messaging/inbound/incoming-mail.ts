import { z } from 'zod'

const address = z.object({ name: z.string(), address: z.string() })

/** A mail that came in, as the edge read it: what it is, whom our tokens name, what the person newly wrote. */
export const incomingMail = z.strictObject({
  sourceKey: z.string().max(200).nullable(),
  rawKey: z.string().max(200).nullable(),
  messageId: z.string().max(1000),
  from: address,
  /** All addresses it came to, ours among them. */
  to: z.array(z.string()).max(200),
  subject: z.string(),
  text: z.string(),
  folded: z.string(),
  html: z.string().nullable(),
  kind: z.enum(['reply', 'auto-reply', 'bounce', 'complaint', 'invitation-answer', 'other']),
  token: z.object({ kind: z.enum(['reply', 'bounce', 'unsub']), id: z.uuid() }).nullable(),
  answers: z.array(z.string()).max(50),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()).max(50),
  bounce: z
    .object({
      class: z.enum(['hard', 'soft', 'sender-fault', 'message-fault']),
      recipient: z.string(),
      code: z.string(),
    })
    .nullable(),
  invitationAnswer: z
    .object({
      appointmentId: z.uuid(),
      sequence: z.int().min(0),
      answer: z.enum(['accepted', 'tentative', 'declined']),
    })
    .nullable(),
  complaint: z.object({ type: z.string(), recipient: z.string() }).nullable(),
  attachments: z
    .array(z.object({ name: z.string(), mediaType: z.string(), contentId: z.string().nullable() }))
    .max(200),
})

export type IncomingMail = z.output<typeof incomingMail>
