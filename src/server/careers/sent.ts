import { z } from 'zod'
import type { Secrets } from '../../accounts/secrets.ts'

const sent = z.object({
  name: z.string(),
  email: z.string(),
  sentAt: z.string(),
  by: z.string().nullable(),
  who: z.string(),
  contains: z.object({ entries: z.number(), files: z.number(), answers: z.number() }),
})
export type Sent = z.output<typeof sent>

/**
 * What the confirmation says, sealed into its address: after the redirect the page can be loaded again without a second
 * application, on any of several servers, without a cookie and without opening anything of the person's (R33).
 */
export const sealSent = (secrets: Secrets, what: Sent): string => secrets.seal(JSON.stringify(what))

/** Nothing for an address that we did not make. */
export const unsealSent = (secrets: Secrets, sealed: string): Sent | undefined => {
  const text = sealed.length > 8000 ? undefined : secrets.unseal(sealed)
  const parsed = text === undefined ? undefined : sent.safeParse(JSON.parse(text))
  return parsed?.success ? parsed.data : undefined
}
