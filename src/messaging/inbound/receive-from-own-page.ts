import { contactOf, touchCandidates } from '../../candidates/door.ts'
import type { About } from '../../kernel/model/fact.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { mailReceived } from '../model/facts.ts'
import { insertMessages } from '../queueing/message.sql.ts'
import { insertThreads, loadThreadsOfApplications, refreshThreads } from '../queueing/thread.sql.ts'

/** What a candidate wrote on their own page stands in the inbox like a mail and is answered like one. */
export const receiveFromOwnPage = async (
  tx: WriteTx,
  message: {
    readonly candidateId: string
    readonly applicationId?: string | null
    readonly jobId?: string | null
    readonly subject?: string
    readonly text: string
  },
): Promise<{ messageId: string; threadId: string }> => {
  const { candidateId, applicationId = null, jobId = null } = message
  const person = (await contactOf(tx, [candidateId])).get(candidateId)
  const [there] = applicationId ? await tx.rows(loadThreadsOfApplications([applicationId])) : []
  const subject = message.subject ?? there?.subject ?? 'Message from the own page'
  const thread = there ?? { id: newId() as string }
  if (!there)
    await tx.change(insertThreads([{ id: thread.id, candidateId, applicationId, jobId, subject }], tx.now))
  const id = newId() as string
  await tx.rows(
    insertMessages(
      [
        {
          id,
          threadId: thread.id,
          candidateId,
          applicationId,
          jobId,
          direction: 'in',
          purpose: 'reply',
          templateKey: null,
          automated: false,
          act: null,
          language: person?.language ?? 'en',
          state: 'received',
          sendAfter: null,
          senderId: null,
          fromAddress: person?.mail ?? '',
          fromName: person?.name ?? null,
          toAddress: '',
          toName: null,
          subject,
          bodyText: message.text,
          messageId: `${id}@own-page`,
          inReplyTo: null,
          refs: [],
          kind: 'own-page',
          admission: null,
          dedupeKey: null,
          receivedAt: tx.now,
        },
      ],
      tx.now,
    ),
  )
  await tx.change(refreshThreads([thread.id], tx.now, { reopen: true }))
  await touchCandidates(tx, [candidateId], { activity: true, inbound: true })
  tx.record(
    mailReceived({ candidateId, applicationId, jobId, subjectId: id } as About, {
      kind: 'own-page',
      channel: 'own-page',
      matchedBy: 'sign-in',
    }),
  )
  return { messageId: id, threadId: thread.id }
}
