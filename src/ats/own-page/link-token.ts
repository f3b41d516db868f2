import { createHash, randomBytes } from 'node:crypto'
import { loadMemory } from '../../kernel/memory.sql.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import type { ReadTx, WriteTx } from '../../kernel/transaction.ts'
import { insertLinks } from './link.sql.ts'

/** How long a mailed link can be used, in days. */
export const linkDays = 14

/** 192 random bits, fit for an address (R11: at least 128). */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** How a link's secret is stored: its SHA-256, hexadecimal. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes a link to each person's own page for a mail; only its hash is kept. In the order given. */
export const makeLinks = async (
  tx: WriteTx,
  to: readonly { readonly candidateId: CandidateId; readonly applicationId: ApplicationId | null }[],
): Promise<readonly string[]> => {
  const made = to.map((one) => ({ ...one, token: newToken() }))
  if (made.length > 0)
    await tx.change(
      insertLinks(
        made.map(({ token, candidateId, applicationId }) => ({
          tokenHash: hashOfToken(token),
          candidateId,
          applicationId,
        })),
        'link',
        tx.now,
        daysAfter(tx.now, linkDays),
      ),
    )
  const base = await siteAddress(tx)
  return made.map(({ token }) => `${base}/careers/me/open/${token}`)
}

/** Where the public pages stand, without a slash at the end; the server remembers it from BASE_URL at its start. */
export const siteAddress = async (tx: ReadTx): Promise<string> =>
  ((await tx.row(loadMemory<string>('site.address')))?.value ?? '').replace(/\/+$/, '')
