import { organisation } from '../../accounts/door.ts'
import { identifyCandidate, idsByAddress } from '../../candidates/door.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { addressKey } from '../queueing/ask-guard.ts'
import { insertThreads, loadThreads, type ThreadEnd } from '../queueing/thread.sql.ts'
import { loadHeldThread, loadLatestThread, loadOurMail, loadThreadsByMessageIds } from './found.sql.ts'
import type { IncomingMail } from './incoming-mail.ts'

export interface Found {
  readonly thread: ThreadEnd
  readonly matchedBy: 'token' | 'header' | 'sender' | 'new-person' | 'nobody'
}

// Who writes again within this time goes on with what was said.
const sameTalkDays = 30

/**
 * Which conversation a mail belongs to: our token proves it, a Message-ID nearly so, then the sender's address.
 * A stranger who writes to the general address is a new person; all else waits for somebody to say whose it is.
 */
export const findThread = async (tx: WriteTx, mail: IncomingMail): Promise<Found> => {
  const byToken = await threadOfToken(tx, mail)
  if (byToken) return { thread: byToken, matchedBy: 'token' }
  const ids = new Map(
    (mail.answers.length > 0 ? await tx.rows(loadThreadsByMessageIds(mail.answers)) : []).map((row) => [
      row.messageId,
      row.threadId,
    ]),
  )
  const answered = mail.answers.map((id) => ids.get(id)).find((id) => id !== undefined)
  const byHeader = answered ? await threadOf(tx, answered) : undefined
  if (byHeader) return { thread: byHeader, matchedBy: 'header' }

  const people = (await idsByAddress(tx, [mail.from.address])).get(mail.from.address) ?? []
  if (people.length === 1) return { thread: await threadWith(tx, people[0]!, mail), matchedBy: 'sender' }
  const ours = await organisation(tx)
  const general = ours?.mailFrom ? addressKey(ours.mailFrom) : null
  if (people.length === 0 && general && mail.to.some((address) => addressKey(address) === general)) {
    const { candidateId } = await identifyCandidate(tx, {
      name: mail.from.name.trim() || mail.from.address.split('@')[0]!,
      emails: [mail.from.address],
      source: 'mail',
    })
    return { thread: await newThread(tx, candidateId, mail), matchedBy: 'new-person' }
  }
  const held = await tx.row(loadHeldThread(mail.from.address))
  const thread = held ? await threadOf(tx, held.id) : undefined
  return { thread: thread ?? (await newThread(tx, null, mail)), matchedBy: 'nobody' }
}

const threadOfToken = async (tx: WriteTx, mail: IncomingMail): Promise<ThreadEnd | undefined> => {
  if (!mail.token) return undefined
  const id =
    mail.token.kind === 'reply' ? mail.token.id : (await tx.row(loadOurMail(mail.token.id)))?.threadId
  return id ? threadOf(tx, id) : undefined
}

const threadOf = async (tx: WriteTx, id: string): Promise<ThreadEnd | undefined> =>
  (await tx.rows(loadThreads([id])))[0]

const threadWith = async (tx: WriteTx, candidateId: string, mail: IncomingMail): Promise<ThreadEnd> => {
  const latest = await tx.row(loadLatestThread(candidateId, daysAfter(tx.now, -sameTalkDays)))
  const thread = latest ? await threadOf(tx, latest.id) : undefined
  return thread ?? newThread(tx, candidateId, mail)
}

const newThread = async (tx: WriteTx, candidateId: string | null, mail: IncomingMail): Promise<ThreadEnd> => {
  const thread = {
    id: newId() as string,
    candidateId,
    applicationId: null,
    jobId: null,
    subject: mail.subject || '(no subject)',
    fromAddress: candidateId ? null : mail.from.address,
    fromName: candidateId ? null : mail.from.name,
  }
  await tx.change(insertThreads([thread], tx.now))
  return { ...thread, assignedTo: null, lastMessageId: null, lastRefs: null }
}
