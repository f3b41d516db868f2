import { notifyUsers, userIdsByMail } from '../../accounts/door.ts'
import { touchCandidates } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { invitationAnswered, mailReceived } from '../model/facts.ts'
import { insertMessages } from '../queueing/message.sql.ts'
import { refreshThreads } from '../queueing/thread.sql.ts'
import { findThread } from './find-thread.ts'
import { insertAttachments, loadLastWriter, loadTaken } from './found.sql.ts'
import { type IncomingMail, incomingMail } from './incoming-mail.ts'
import { settleBounce, settleComplaint } from './settle-report.ts'

/** Takes a mail that came in, once: into its conversation, or as a report about a mail of ours. */
export const receiveMail = defineCommand({
  name: 'messaging.receiveMail',
  says: 'Takes a mail that came in: into its conversation, or as a report about one of ours.',
  permission: systemOnly,
  input: incomingMail,
  handle: (tx, mail) => takeIn(tx, mail),
})

/** What `receiveMail` and a simulated answer do. */
export const takeIn = async (tx: WriteTx, mail: IncomingMail) => {
  if (await tx.row(loadTaken(mail.sourceKey, mail.messageId)))
    return ok({ taken: false, messageId: null, threadId: null })
  if (mail.kind === 'bounce' || mail.kind === 'complaint') {
    const ours = mail.kind === 'bounce' ? await settleBounce(tx, mail) : await settleComplaint(tx, mail)
    if (!ours) return ok({ taken: true, messageId: null, threadId: null })
    const messageId = await keep(tx, mail, { ...ours, id: ours.threadId })
    return ok({ taken: true, messageId, threadId: ours.threadId })
  }
  if (mail.invitationAnswer) {
    const colleague = (await userIdsByMail(tx, [mail.from.address])).get(mail.from.address)
    if (colleague) {
      recordAnswer(tx, mail.invitationAnswer, { userId: colleague })
      return ok({ taken: true, messageId: null, threadId: null })
    }
  }
  const { thread, matchedBy } = await findThread(tx, mail)
  const messageId = await keep(tx, mail, thread)
  // RFC 3834: an out-of-office note is no word of theirs: nothing waits for us and nobody is told.
  const isTheirWord = mail.kind !== 'auto-reply'
  await tx.change(refreshThreads([thread.id], tx.now, { reopen: isTheirWord }))
  if (thread.candidateId && isTheirWord)
    await touchCandidates(tx, [thread.candidateId], { activity: true, inbound: true })
  const about = { candidateId: thread.candidateId, applicationId: thread.applicationId, jobId: thread.jobId }
  tx.record(
    mailReceived({ ...about, subjectId: messageId } as About, {
      kind: mail.kind,
      channel: 'mail',
      matchedBy,
    }),
  )
  if (mail.invitationAnswer && thread.candidateId) recordAnswer(tx, mail.invitationAnswer, about)
  const reader = thread.assignedTo ?? (await tx.row(loadLastWriter(thread.id)))?.senderId
  if (reader && isTheirWord)
    await notifyUsers(tx, [{ userId: reader, kind: 'reply', ...about, subjectId: thread.id }])
  return ok({ taken: true, messageId, threadId: thread.id })
}

/** The room that keeps appointments hears it; whoever was not asked there changes nothing. */
const recordAnswer = (
  tx: WriteTx,
  { appointmentId, answer, sequence }: NonNullable<IncomingMail['invitationAnswer']>,
  { userId = null, candidateId = null }: { userId?: string | null; candidateId?: string | null },
): void =>
  tx.record(
    invitationAnswered({ candidateId, subjectId: appointmentId } as About, { answer, sequence, userId }),
  )

const keep = async (
  tx: WriteTx,
  mail: IncomingMail,
  thread: { id: string; candidateId: string | null; applicationId: string | null; jobId: string | null },
): Promise<string> => {
  const id = newId() as string
  await tx.rows(
    insertMessages(
      [
        {
          id,
          threadId: thread.id,
          candidateId: thread.candidateId,
          applicationId: thread.applicationId,
          jobId: thread.jobId,
          direction: 'in',
          purpose: 'reply',
          templateKey: null,
          automated: mail.kind === 'auto-reply' || mail.kind === 'bounce',
          act: null,
          language: 'und',
          state: 'received',
          sendAfter: null,
          senderId: null,
          fromAddress: mail.from.address,
          fromName: mail.from.name,
          toAddress: mail.to[0] ?? '',
          toName: null,
          subject: mail.subject,
          bodyText: mail.text,
          bodyHtml: mail.html,
          foldedText: mail.folded,
          messageId: mail.messageId,
          inReplyTo: mail.inReplyTo,
          refs: mail.references,
          kind: mail.kind,
          sourceKey: mail.sourceKey,
          rawKey: mail.rawKey,
          admission: null,
          dedupeKey: null,
          receivedAt: tx.now,
        },
      ],
      tx.now,
    ),
  )
  if (mail.attachments.length > 0)
    await tx.change(
      insertAttachments(mail.attachments.map((one) => ({ id: newId() as string, messageId: id, ...one }))),
    )
  return id
}
