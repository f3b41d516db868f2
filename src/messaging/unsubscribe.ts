import { z } from 'zod'
import { recordConsent } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import type { About } from '../kernel/model/fact.ts'
import { anyone } from '../kernel/model/permission.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { suppress } from './inbound/suppress.ts'
import { readTokenAddress } from './model/address-token.ts'
import type { MessagingPorts } from './ports.ts'
import { loadUnsubscribeLink } from './unsubscribe.sql.ts'

/**
 * Ends marketing mail to the address that got the link: at once, without signing in, for as long as the
 * installation lives (RFC 8058, R71, R79). Done twice it is done; a made-up token does nothing.
 */
export const unsubscribe = ({ mailAddresses }: Pick<MessagingPorts, 'mailAddresses'>) =>
  defineCommand({
    name: 'messaging.unsubscribe',
    says: 'Ends marketing mail to whoever got this link.',
    permission: anyone,
    input: z.strictObject({ token: z.string().max(100) }),
    handle: async (tx, { token }) => {
      const read = readTokenAddress(`unsub+${token}@x`, 'x', mailAddresses.sign)
      const link = read ? await tx.row(loadUnsubscribeLink(read.id)) : undefined
      if (!link) return refuse('not-found', 'This link is not one of ours.')
      const about = { candidateId: link.candidateId, subjectId: read!.id } as About
      const changed = await suppress(tx, { address: link.address, kind: 'marketing', because: 'link', about })
      const purpose =
        link.purpose === 'newsletter' ? 'newsletter' : link.purpose === 'event' ? 'events' : 'talent-pool'
      if (changed && link.isOnRecord)
        await recordConsent(tx, [
          {
            candidateId: link.candidateId!,
            purpose,
            event: 'withdrawn',
            channel: 'mail',
            proof: `link:${read!.id}`,
          },
        ])
      return ok({ unsubscribed: true })
    },
  })
