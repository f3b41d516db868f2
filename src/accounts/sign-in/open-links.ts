import { z } from 'zod'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { linkMail } from '../model/link-mail.ts'
import { manageUsers } from '../model/permissions.ts'
import { organisation } from '../organisation/load-organisation.ts'
import { refusalOfPrograms } from '../own/by-oneself.ts'
import type { AccountsPorts } from '../ports.ts'
import { linkTokenOf, pathOfLink } from './issue-link.ts'
import { loadOpenInvitations, loadOpenResets } from './link.sql.ts'

/**
 * The mails with links that would have been sent, for the mailbox page of an installation without a mail server:
 * made anew from the open resets and invitations. With a mail server it is empty, and nobody reads others' links.
 */
export const openLinks = (ports: AccountsPorts) =>
  defineQuery({
    name: 'accounts.openLinks',
    says: 'Mails with links to sign in, while no mail server is set.',
    permission: manageUsers,
    input: z.strictObject({}),
    handle: async (tx) => {
      const program = refusalOfPrograms(tx)
      if (program) return program
      if (ports.staffMailer) return ok([])
      const name = (await organisation(tx))?.name ?? 'Throughline'
      const invited = (await tx.rows(loadOpenInvitations(tx.now))).map((one) => ({
        ...one,
        kind: 'invitation' as const,
        at: one.invitedAt,
      }))
      const resets = (await tx.rows(loadOpenResets(tx.now))).map((one) => ({
        ...one,
        kind: 'reset' as const,
      }))
      return ok(
        [...invited, ...resets]
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map(({ kind, id, at, mail, name: toName, expiresAt }) => {
            const path = pathOfLink(kind, linkTokenOf(ports.secrets, kind, id))
            return {
              id,
              kind,
              at,
              to: { address: mail, name: toName },
              path,
              ...linkMail({ kind, address: path, name: toName, organisation: name, expiresAt }),
            }
          }),
      )
    },
  })
