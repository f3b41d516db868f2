import { z } from 'zod'

/** What the address of the inbox holds: whose turn, whose threads, words in them, the open one, how far back. */
export const inboxSearch = z.object({
  show: z.enum(['us', 'them', 'closed', 'all']).default('us').catch('us'),
  mine: z.boolean().default(false).catch(false),
  words: z.string().max(200).optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
  before: z.string().optional().catch(undefined),
})
export type InboxSearch = z.infer<typeof inboxSearch>
