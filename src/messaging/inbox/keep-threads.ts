import { z } from 'zod'
import { loadUsers, notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { mailHastened, threadAssigned, threadClosed, threadRead, threadReopened } from '../model/facts.ts'
import { seeMail, writeMail } from '../model/permissions.ts'
import { cancelMail } from '../queueing/cancel-mail.ts'
import { sendDueMails } from '../queueing/queue-mail.ts'
import { aboutOf } from '../sending/claim-due-mails.ts'
import {
  assignThreads,
  closeThreads as close,
  hasten,
  readThread,
  visibleMails,
  visibleThreads,
} from './inbox.sql.ts'

const ids = z.array(z.uuid()).min(1).max(200)
/** The same for a conversation that is not there as for one out of sight. */
export const noThread = refuse('not-found', 'There is no such conversation, or it is not yours to see.')

const threadsInSight = async (tx: ReadTx, asked: readonly string[]) => {
  const seen = await tx.rows(visibleThreads(tx.actor, asked))
  return seen.length === new Set(asked).size ? ok(seen) : noThread
}
const mailsInSight = async (tx: ReadTx, asked: readonly string[]): Promise<Result<null>> =>
  (await tx.rows(visibleMails(tx.actor, asked))).length === new Set(asked).size
    ? ok(null)
    : refuse('not-found', 'There is no such mail, or it is not yours to see.')
const about = (thread: {
  id: string
  candidateId: string | null
  applicationId: string | null
  jobId: string | null
}): About => aboutOf(thread)

/** Takes back mails that have not left. */
export const cancelMails = defineCommand({
  name: 'messaging.cancelMails',
  says: 'Takes back mails that have not left.',
  permission: writeMail,
  input: z.strictObject({ messageIds: ids }),
  handle: async (tx, { messageIds }) => {
    const seen = await mailsInSight(tx, messageIds)
    if (!seen.ok) return seen
    const cancelled = (await cancelMail(tx, { messageIds })).length
    return cancelled === 0
      ? refuse('already-sent', 'This mail has left already, or was cancelled before.')
      : ok({ cancelled, gone: new Set(messageIds).size - cancelled })
  },
})

/** Lets waiting mails leave now. */
export const sendNow = defineCommand({
  name: 'messaging.sendNow',
  says: 'Lets waiting mails leave now.',
  permission: writeMail,
  input: z.strictObject({ messageIds: ids }),
  handle: async (tx, { messageIds }) => {
    const seen = await mailsInSight(tx, messageIds)
    if (!seen.ok) return seen
    const mails = await tx.rows(hasten(messageIds, tx.now))
    if (mails.length === 0) return refuse('not-waiting', 'This mail is not waiting any more.')
    tx.record(...mails.map((mail) => mailHastened(aboutOf(mail), {})))
    tx.deliver(sendDueMails, {})
    return ok({ hastened: mails.length })
  },
})

/** Gives conversations to a colleague, or to nobody. */
export const assignThread = defineCommand({
  name: 'messaging.assignThread',
  says: 'Gives conversations to a colleague, or to nobody.',
  permission: writeMail,
  input: z.strictObject({ threadIds: ids, userId: z.uuid().nullable() }),
  handle: async (tx, { threadIds, userId }) => {
    const threads = await threadsInSight(tx, threadIds)
    if (!threads.ok) return threads
    const [user] = userId ? await loadUsers(tx, [userId]) : []
    if (userId && (!user || user.disabledAt))
      return refuse('not-found', 'There is no such colleague.', { field: 'userId' })
    await tx.change(assignThreads(threadIds, userId))
    tx.record(...threads.value.map((thread) => threadAssigned(about(thread), { assignedTo: userId })))
    if (userId)
      await notifyUsers(
        tx,
        threads.value.map((thread) => ({ userId, kind: 'assigned', ...thread, subjectId: thread.id })),
      )
    return ok({ assigned: threads.value.length })
  },
})

/** Conversations that need nothing more leave the inbox; a new mail opens them again. */
export const closeThread = defineCommand({
  name: 'messaging.closeThread',
  says: 'Conversations that need nothing more leave the inbox; a new mail opens them again.',
  permission: writeMail,
  input: z.strictObject({ threadIds: ids }),
  handle: async (tx, { threadIds }) => {
    const threads = await threadsInSight(tx, threadIds)
    if (!threads.ok) return threads
    const changed = new Set((await tx.rows(close(threadIds, tx.now))).map(({ id }) => id))
    tx.record(
      ...threads.value.filter(({ id }) => changed.has(id)).map((thread) => threadClosed(about(thread), {})),
    )
    return ok({ closed: changed.size })
  },
})

/** Brings closed conversations back. */
export const reopenThread = defineCommand({
  name: 'messaging.reopenThread',
  says: 'Brings closed conversations back.',
  permission: writeMail,
  input: z.strictObject({ threadIds: ids }),
  handle: async (tx, { threadIds }) => {
    const threads = await threadsInSight(tx, threadIds)
    if (!threads.ok) return threads
    const changed = new Set((await tx.rows(close(threadIds, null))).map(({ id }) => id))
    tx.record(
      ...threads.value.filter(({ id }) => changed.has(id)).map((thread) => threadReopened(about(thread), {})),
    )
    return ok({ reopened: changed.size })
  },
})

/** Notes that somebody of the team has seen what came in. */
export const markThreadRead = defineCommand({
  name: 'messaging.markThreadRead',
  says: 'Notes that somebody of the team has seen what came in.',
  permission: seeMail,
  input: z.strictObject({ threadId: z.uuid() }),
  handle: async (tx, { threadId }) => {
    const threads = await threadsInSight(tx, [threadId])
    if (!threads.ok) return threads
    if ((await tx.change(readThread(threadId, tx.now))) > 0)
      tx.record(threadRead(about(threads.value[0]!), {}))
    return ok(null)
  },
})
