import { z } from 'zod'

/** What the address of the mailbox holds: the open mail, one reader's mails, how far back. */
export const mailboxSearch = z.object({
  open: z.uuid().optional().catch(undefined),
  to: z.string().max(320).optional().catch(undefined),
  before: z.string().optional().catch(undefined),
})
export type MailboxSearch = z.infer<typeof mailboxSearch>
