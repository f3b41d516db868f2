import { z } from 'zod'

/** What the address of a person's page says: which application, which kinds of entries, what lies on the right. */
export const personSearch = z.object({
  application: z.uuid().optional().catch(undefined),
  kinds: z
    .array(
      z.enum([
        'person',
        'application',
        'decision',
        'mail',
        'note',
        'task',
        'file',
        'consent',
        'merge',
        'tag',
      ]),
    )
    .max(10)
    .optional()
    .catch(undefined),
  paper: z.enum(['resume', 'read', 'files', 'contact']).optional().catch(undefined),
  file: z.uuid().optional().catch(undefined),
})

export type PersonSearch = z.output<typeof personSearch>
