import { z } from 'zod'
import { organisation } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { readDomain } from '../model/domain-check.ts'
import { domainChecked } from '../model/facts.ts'
import { seeAllMail } from '../model/permissions.ts'
import { domainOf } from '../queueing/draft-mails.ts'
import { loadDomainCheck, saveDomainCheck } from '../queueing/guard.sql.ts'
import { lookUpDomain } from '../queueing/queue-mail.ts'

/** What the name service says of the domain that our mail comes from; null before it was looked up. */
export const domainCheck = defineQuery({
  name: 'messaging.domainCheck',
  says: 'Whether the sending domain is set up (SPF, DKIM, DMARC).',
  permission: seeAllMail,
  input: z.strictObject({}),
  handle: async (tx) => {
    const from = (await organisation(tx))?.mailFrom
    if (!from) return ok({ domain: null, check: null })
    const domain = domainOf(from)
    return ok({ domain, check: (await tx.row(loadDomainCheck(domain))) ?? null })
  },
})

/** Keeps what the name service said. */
export const keepDomainCheck = defineCommand({
  name: 'messaging.keepDomainCheck',
  says: 'Keeps what the name service said of the sending domain.',
  permission: systemOnly,
  input: z.strictObject({
    domain: z.string().max(253),
    atDomain: z.array(z.string()),
    atSelector: z.array(z.string()).nullable(),
    atDmarc: z.array(z.string()),
  }),
  handle: async (tx, texts) => {
    const findings = readDomain(texts)
    await tx.change(saveDomainCheck({ domain: texts.domain, checkedAt: tx.now, findings }))
    tx.record(domainChecked({ subjectId: texts.domain }, { ok: findings.every((finding) => finding.ok) }))
    return ok({ findings })
  },
})

/** Asks for a new look at the sending domain; the answer is there within seconds. */
export const recheckDomain = defineCommand({
  name: 'messaging.recheckDomain',
  says: 'Asks for a new look at the sending domain.',
  permission: seeAllMail,
  input: z.strictObject({}),
  handle: async (tx) => {
    tx.deliver(lookUpDomain, {})
    return ok(null)
  },
})
