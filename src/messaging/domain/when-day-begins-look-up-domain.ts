import {
  type Delivery,
  defineDelivery,
  defineSchedule,
  type Running,
  type Schedule,
} from '../../kernel/reaction.ts'
import type { MessagingPorts } from '../ports.ts'
import { lookUpDomain } from '../queueing/queue-mail.ts'
import { domainCheck, keepDomainCheck } from './check-domain.ts'

type Edge = Pick<MessagingPorts, 'names' | 'mailer' | 'mailAddresses'>

/** Looks the sending domain up once a day: what is not set up any more stops marketing (R77). */
export const whenDayBeginsLookUpDomain = (ports: Edge): Schedule =>
  defineSchedule({
    name: 'when-day-begins-look-up-domain',
    cron: '15 4 * * *',
    handle: (running) => lookUp(ports, running),
  })

export const whenAskedLookUpDomain = (ports: Edge): Delivery =>
  defineDelivery({ name: lookUpDomain, handle: (_, running) => lookUp(ports, running) })

/** Where no mail leaves there is nothing to look up. */
const lookUp = async ({ names, mailer, mailAddresses }: Edge, running: Running): Promise<void> => {
  if (!mailer.leaves) return
  const known = await running.ask(domainCheck, {})
  if (!known.ok || !known.value.domain) return
  const { domain } = known.value
  const selector = mailAddresses.dkimSelector
  const [atDomain, atSelector, atDmarc] = await Promise.all([
    names.texts(domain),
    selector ? names.texts(`${selector}._domainkey.${domain}`) : null,
    names.texts(`_dmarc.${domain}`),
  ])
  await running.run(keepDomainCheck, {
    domain,
    atDomain: [...atDomain],
    atSelector: atSelector && [...atSelector],
    atDmarc: [...atDmarc],
  })
}
