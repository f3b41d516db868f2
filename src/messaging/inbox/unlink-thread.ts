import { z } from 'zod'
import { idsByAddress, takeBackMailArrival } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { threadLinked, threadUnlinked } from '../model/facts.ts'
import { type Parting, partMails } from '../model/link.ts'
import { writeMail } from '../model/permissions.ts'
import { deleteThreads, insertThreads, refreshThreads } from '../queueing/thread.sql.ts'
import { loadThread } from './inbox.sql.ts'
import { noThread } from './keep-threads.ts'
import {
  freeThread,
  type LinkedThread,
  loadLastWord,
  loadSpoken,
  lockLinked,
  moveMails,
  takeMailsFrom,
} from './link.sql.ts'
import { linkThread } from './link-thread.ts'

/**
 * Takes back whose a conversation was said to be: its mails are a stranger's again, seen by whom a stranger's mails
 * are seen by, and the address leaves the person if the link brought it and nothing else relies on it since. What
 * the person themselves wrote there meanwhile stays theirs, in a conversation of its own.
 */
export const unlinkThread = defineCommand({
  name: 'messaging.unlinkThread',
  says: 'Takes back whose a conversation was said to be; it is a stranger’s again.',
  permission: writeMail,
  input: z.strictObject({ threadId: z.uuid() }),
  handle: async (tx, { threadId }) => {
    const seen = await tx.row(loadThread(tx.actor, threadId))
    if (!seen) return noThread
    const thread = await tx.row(lockLinked(threadId))
    if (!thread)
      return refuse(
        'not-linked',
        'Nobody said whose this conversation is: its mails found the person by themselves.',
      )
    const mails = await tx.rows(loadSpoken(thread))
    const parting = partMails(thread, mails, await ownAddresses(tx, thread, mails))
    const files = await part(tx, thread, parting)
    const lastWord = (await tx.row(loadLastWord(thread.candidateId)))?.at ?? null
    const address = await takeBackMailArrival(tx, {
      candidateId: thread.candidateId,
      address: thread.fromAddress,
      at: thread.linkedAt,
      isMade: thread.isNew && !thread.isMerged && lastWord === null,
      by: { command: linkThread.name, factName: threadLinked.factName, subjectId: threadId },
      isReliedOn: parting.isReliedOn,
      words: [thread.linkedAt, ...parting.strangers.map(({ at }) => at)],
      wordBefore: thread.inboundBefore,
      lastWord,
    })
    tx.record(
      threadUnlinked({ candidateId: thread.candidateId, subjectId: threadId } as About, {
        address,
        mails: parting.strangers.length,
        files: files.map(({ fileId }) => fileId),
      }),
    )
    return ok({ candidateId: thread.candidateId, address })
  },
})

const ownAddresses = async (
  tx: WriteTx,
  thread: LinkedThread,
  mails: readonly { readonly address: string }[],
): Promise<ReadonlySet<string>> => {
  const owners = await idsByAddress(tx, [...new Set(mails.map(({ address }) => address))])
  return new Set([...owners].flatMap(([address, ids]) => (ids.includes(thread.candidateId) ? [address] : [])))
}

const part = async (tx: WriteTx, thread: LinkedThread, { strangers, persons }: Parting) => {
  const touched = new Set(strangers.map(({ threadId }) => threadId)).add(thread.id)
  if (persons.length > 0) {
    const own = newId() as string
    const { candidateId, subject } = thread
    await tx.change(
      insertThreads([{ id: own, candidateId, applicationId: null, jobId: null, subject }], tx.now),
    )
    await tx.change(
      moveMails(
        own,
        persons.map(({ id }) => id),
      ),
    )
    touched.add(own)
  }
  const files = await tx.rows(
    takeMailsFrom(
      thread.id,
      strangers.map(({ id }) => id),
    ),
  )
  await tx.change(freeThread(thread.id))
  await tx.change(refreshThreads([...touched], tx.now))
  await tx.change(deleteThreads([...touched].filter((id) => id !== thread.id)))
  return files
}
