import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { type Instant, minutesAfter } from '../../kernel/model/time.ts'
import { letterheadOf } from '../letterhead.ts'
import { mailBlocked, mailPostponed, mailsTaken } from '../model/facts.ts'
import { isMarketing } from '../model/outgoing-mail.ts'
import { askGuard } from '../queueing/ask-guard.ts'
import { domainOf } from '../queueing/draft-mails.ts'
import { loadDomainCheck } from '../queueing/guard.sql.ts'
import { lookUpDomain, sendDueMails } from '../queueing/queue-mail.ts'
import { refreshThreads } from '../queueing/thread.sql.ts'
import { blockMails, countRecentlySent, lockDue, lockSending, postponeMails, takeMails } from './due.sql.ts'
import type { DueMail } from './due-mail.ts'

/** How long a worker may take for what it claimed, in minutes; then another one does it. */
export const leaseMinutes = 3

/**
 * Takes due mails for one worker: asks the guard again (R72: what was true when it was queued may be no more),
 * blocks or postpones what may not go now, and leases the rest.
 */
export const claimDueMails = defineCommand({
  name: 'messaging.claimDueMails',
  says: 'Takes due mails for one worker, after asking the contact guard again.',
  permission: systemOnly,
  input: z.strictObject({
    limit: z.int().min(1).max(1000),
    perMinute: z.int().min(1),
    leaves: z.boolean().default(false),
  }),
  handle: async (tx, { limit, perMinute, leaves }) => {
    await tx.rows(lockSending())
    const room = perMinute - (await tx.row(countRecentlySent(tx.now)))!.count
    const due = room > 0 ? await tx.rows(lockDue(tx.now, Math.min(limit, room))) : []
    const head = await letterheadOf(tx)
    if (due.length === 0)
      return ok({ mails: [] as DueMail[], head, leasedUntil: tx.now, isThrottled: room <= 0 })

    const fromDomain = domainOf(due[0]!.fromAddress)
    const { verdicts } = await askGuard(
      tx,
      due.map((mail) => ({ ...mail, address: mail.toAddress })),
      { sentOnly: true, fromDomain },
    )
    // R77: a domain that nobody looked up yet is no domain that passed; its first outreach waits for the answer.
    const isUnchecked =
      leaves && due.some((mail) => isMarketing(mail.purpose)) && !(await tx.row(loadDomainCheck(fromDomain)))
    if (isUnchecked) tx.deliver(lookUpDomain, {})
    const taken: DueMail[] = []
    const blocked: { id: string; admission: object; mail: DueMail; code: string }[] = []
    const later: { id: string; until: Instant; mail: DueMail }[] = []
    due.forEach((mail, at) => {
      const verdict = verdicts[at]!
      const isSetAside = !verdict.allowed && verdict.override === 'with-note' && mail.overriddenCode !== null
      if (!verdict.allowed && !isSetAside)
        blocked.push({ id: mail.id, mail, code: verdict.code, admission: { ...verdict, at: tx.now } })
      else if (verdict.allowed && verdict.notBefore && verdict.notBefore > tx.now)
        later.push({ id: mail.id, mail, until: verdict.notBefore })
      else if (isUnchecked && isMarketing(mail.purpose))
        later.push({ id: mail.id, mail, until: minutesAfter(tx.now, 1) })
      else taken.push(mail)
    })
    const leasedUntil = minutesAfter(tx.now, leaseMinutes)
    if (blocked.length > 0) {
      await tx.change(blockMails(blocked.map(({ id, admission }) => ({ id, admission }))))
      await tx.change(refreshThreads([...new Set(blocked.map(({ mail }) => mail.threadId))], tx.now))
    }
    if (later.length > 0) {
      await tx.change(postponeMails(later.map(({ id, until }) => ({ id, until }))))
      for (const at of new Set(later.map(({ until }) => until))) tx.deliver(sendDueMails, {}, { after: at })
    }
    if (taken.length > 0) {
      await tx.change(
        takeMails(
          taken.map(({ id }) => id),
          leasedUntil,
        ),
      )
      tx.record(mailsTaken({}, { count: taken.length }))
    }
    tx.record(
      ...blocked.map(({ mail, code }) =>
        mailBlocked(aboutOf(mail), { purpose: mail.purpose, template: mail.templateKey, code }),
      ),
      ...later.map(({ mail, until }) => mailPostponed(aboutOf(mail), { until })),
    )
    return ok({ mails: taken, head, leasedUntil, isThrottled: false })
  },
})

/** Whom and what a fact about a mail is about. */
export const aboutOf = (mail: {
  readonly id: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
}): About =>
  ({
    candidateId: mail.candidateId,
    applicationId: mail.applicationId,
    jobId: mail.jobId,
    subjectId: mail.id,
  }) as About
