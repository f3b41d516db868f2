import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { organisation } from '../organisation/load-organisation.ts'
import type { AccountsPorts } from '../ports.ts'
import type { Secrets } from '../secrets.ts'
import { loadInvitationById, loadResetMail } from './link.sql.ts'

/**
 * The token in a link is a keyed fingerprint of the row's id: nothing secret is stored or queued, and a mail
 * that is sent again holds the same link. It still works once and for its time only, which the row decides.
 */
export const linkTokenOf = (secrets: Secrets, kind: 'reset' | 'invitation', id: string): string =>
  secrets.sign(`${kind} link`, id)

/**
 * The link of a reset or an invitation, for the mail that carries it and nothing else. Refuses when the link is no longer good: then no mail goes out.
 */
export const issueLink = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.issueLink',
    says: 'The link for a reset’s or an invitation’s mail.',
    permission: systemOnly,
    input: z.strictObject({ kind: z.enum(['reset', 'invitation']), id: z.uuid() }),
    handle: async (tx, { kind, id }) => {
      const to =
        kind === 'reset'
          ? await tx.row(loadResetMail(id, tx.now))
          : await tx.row(loadInvitationById(id, tx.now))
      if (!to) return refuse('gone', 'That link is used, replaced or expired.')
      return ok({
        path: pathOfLink(kind, linkTokenOf(secrets, kind, id)),
        to: { address: to.mail, name: to.name },
        language: 'language' in to ? to.language : 'en',
        organisation: (await organisation(tx))?.name ?? 'Throughline',
        expiresAt: to.expiresAt,
      })
    },
  })

/** The page behind a link; the token is a fragment, which browsers keep to themselves (ASVS 14.2.1). */
export const pathOfLink = (kind: 'reset' | 'invitation', token: string): string =>
  `/app/${kind === 'reset' ? 'reset-password' : 'accept-invitation'}#token=${token}`
