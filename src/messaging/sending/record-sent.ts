import { z } from 'zod'
import { notifyUsers, usersWithRole } from '../../accounts/door.ts'
import { touchCandidates } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { suppress } from '../inbound/suppress.ts'
import { bounceClass } from '../model/bounce-class.ts'
import { mailDelayed, mailFailed, mailSent, senderFaulted } from '../model/facts.ts'
import { pauseAfter } from '../model/retry.ts'
import { sendDueMails } from '../queueing/queue-mail.ts'
import { refreshThreads } from '../queueing/thread.sql.ts'
import { aboutOf } from './claim-due-mails.ts'
import { giveBack, lockSent, markRefused, markSent } from './due.sql.ts'

const refused = z.strictObject({
  id: z.uuid(),
  permanent: z.boolean(),
  code: z.string().max(100),
  says: z.string(),
})

/** What became of mails that were handed over: left, refused for now or for good, or not tried at all. */
export const recordSent = defineCommand({
  name: 'messaging.recordSent',
  says: 'Keeps what became of mails that were handed to the mail server.',
  permission: systemOnly,
  input: z.strictObject({
    sent: z.array(z.uuid()).max(1000),
    refused: z.array(refused).max(1000),
    notTried: z.array(z.uuid()).max(1000),
  }),
  handle: async (tx, input) => {
    if (input.sent.length > 0) {
      const left = await tx.rows(markSent(input.sent, tx.now))
      await touchCandidates(
        tx,
        left.flatMap((mail) => mail.candidateId ?? []),
        { activity: true, outbound: true },
      )
      tx.record(
        ...left.map((mail) => mailSent(aboutOf(mail), { purpose: mail.purpose, template: mail.templateKey })),
      )
    }
    if (input.notTried.length > 0) {
      await tx.change(giveBack(input.notTried))
      tx.record(mailDelayed({}, { code: 'not-tried', attempts: 0 }))
      tx.deliver(sendDueMails, {})
    }
    if (input.refused.length > 0) await settleRefused(tx, input.refused)
    return ok(null)
  },
})

const settleRefused = async (tx: WriteTx, refusals: readonly z.output<typeof refused>[]): Promise<void> => {
  const mails = new Map(
    (await tx.rows(lockSent(refusals.map(({ id }) => id)))).map((mail) => [mail.id, mail]),
  )
  const known = refusals.filter(({ id }) => mails.has(id))
  const rows = known.map((refusal) => {
    const pause = refusal.permanent ? null : pauseAfter(mails.get(refusal.id)!.attempts)
    const state = pause === null ? ('failed' as const) : ('waiting' as const)
    return {
      ...refusal,
      state,
      says: refusal.says.slice(0, 500),
      sendAfter: pause === null ? null : minutesAfter(tx.now, pause),
    }
  })
  if (rows.length === 0) return
  await tx.change(markRefused(rows))
  for (const row of rows) {
    const mail = mails.get(row.id)!
    if (row.state === 'waiting') {
      tx.record(mailDelayed(aboutOf(mail), { code: row.code, attempts: mail.attempts }))
      tx.deliver(sendDueMails, {}, { after: row.sendAfter! })
      continue
    }
    tx.record(
      mailFailed(aboutOf(mail), { purpose: mail.purpose, template: mail.templateKey, code: row.code }),
    )
    const verdict = row.permanent
      ? bounceClass({ status: row.code, action: 'failed', diagnostic: row.says })
      : 'soft'
    if (verdict === 'hard')
      await suppress(tx, { address: mail.toAddress, kind: 'hard', because: row.code, about: aboutOf(mail) })
    if (verdict === 'sender-fault') {
      tx.record(senderFaulted(aboutOf(mail), { code: row.code }))
      await notifyUsers(
        tx,
        (await usersWithRole(tx, ['admin'])).map(({ id }) => ({
          userId: id,
          kind: 'mail-refused',
          subjectId: mail.id,
        })),
      )
    }
    if (mail.senderId)
      await notifyUsers(tx, [
        { userId: mail.senderId, kind: 'mail-failed', candidateId: mail.candidateId, subjectId: mail.id },
      ])
  }
  const failed = rows.filter((row) => row.state === 'failed')
  if (failed.length > 0)
    await tx.change(refreshThreads([...new Set(failed.map((row) => mails.get(row.id)!.threadId))], tx.now))
}
