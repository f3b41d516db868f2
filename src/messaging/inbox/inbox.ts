import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { seeMail } from '../model/permissions.ts'
import { draftMails } from '../queueing/draft-mails.ts'
import { answerIn, answerInput } from './answer-mail.ts'
import {
  type InboxRow,
  loadInbox,
  loadLastInbound,
  loadThread,
  loadThreadMessages,
  loadWalkEnd,
} from './inbox.sql.ts'
import { loadFound, loadWaitingFound, mostMailsFound } from './search.sql.ts'

/** The person's name as it is now; an unknown writer keeps the one they gave. */
const named = async <Row extends { readonly candidateId: string | null; readonly name: string }>(
  tx: ReadTx,
  rows: readonly Row[],
): Promise<Row[]> => {
  const people = await contactOf(
    tx,
    rows.flatMap((row) => row.candidateId ?? []),
  )
  return rows.map((row) => ({
    ...row,
    name: (row.candidateId && people.get(row.candidateId)?.name) || row.name,
  }))
}

const cursorOf = (row: Pick<InboxRow, 'id' | 'lastMessageAt'>): string => `${row.lastMessageAt}_${row.id}`
const readCursor = (cursor: string | undefined) => {
  const [at, id] = cursor?.split('_') ?? []
  return at && id ? { at: at as Instant, id } : undefined
}

const wordsIn = (typed: string): string[] | undefined => {
  const words = typed.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu)
  return words?.slice(0, 10)
}

/** Conversations by whose turn it is, the last spoken in first. */
export const inbox = defineQuery({
  name: 'messaging.inbox',
  says: 'Conversations by whose turn it is, the last spoken in first.',
  permission: seeMail,
  input: z.strictObject({
    show: z.enum(['us', 'them', 'closed', 'all']).default('us'),
    mine: z.stringbool().or(z.boolean()).default(false),
    /** Beginnings of words: of names, addresses, the subject, the text. */
    words: z.string().max(200).default(''),
    before: z
      .string()
      .max(80)
      .regex(/^\d{4}-[^_]+Z_[0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  handle: async (tx, { show, mine, words, before, limit }) => {
    const typed = wordsIn(words)
    const found = typed ? await findMails(tx, typed) : undefined
    const filter = {
      show,
      assignedTo: mine ? (userIdOf(tx.actor) ?? undefined) : undefined,
      found: found?.threadIds,
      walkFor: found && !found.threadIds ? typed : undefined,
      before: readCursor(before),
      limit: limit + 1,
    }
    const rows = await tx.rows(loadInbox(tx.actor, filter))
    const shown = await named(tx, rows.slice(0, limit))
    const end =
      filter.walkFor && rows.length <= limit ? await tx.row(loadWalkEnd(tx.actor, filter)) : undefined
    return ok({
      threads: shown,
      next: rows.length > limit ? cursorOf(shown.at(-1)!) : end ? cursorOf(end) : null,
      /** Conversations before this moment were not searched for words so frequent; the next page goes on there. */
      searchedBackTo: end?.lastMessageAt ?? null,
      /** More mails wait to leave than a search looks through; those that leave last were left out. */
      waitingLeftOut: found?.leftOut ?? false,
    })
  },
})

/** Every conversation with these words in a mail; without `threadIds` where they are so many that a list is better walked. */
const findMails = async (tx: ReadTx, words: readonly string[]) => {
  const said = await tx.rows(loadFound(words))
  if (said.length > mostMailsFound) return { leftOut: false }
  const waiting = (await tx.row(loadWaitingFound(words)))!
  return {
    threadIds: [...new Set([...said.map(({ threadId }) => threadId), ...waiting.threadIds])],
    leftOut: waiting.leftOut,
  }
}

/** One conversation with all its mails, and who would get an answer: may it go, and why not. */
export const thread = defineQuery({
  name: 'messaging.thread',
  says: 'One conversation: its mails with quotes folded, and whether an answer may go.',
  permission: seeMail,
  input: z.strictObject({ id: z.uuid() }),
  handle: async (tx, { id }) => {
    const [found] = await named(tx, await tx.rows(loadThread(tx.actor, id)))
    if (!found) return refuse('not-found', 'There is no such conversation, or it is not yours to see.')
    const messages = await tx.rows(loadThreadMessages(id))
    const last = await tx.row(loadLastInbound(id))
    const asked = answerIn(found, last, answerInput.parse({ threadId: id, text: '…' }), tx.now)
    const [draft] = await draftMails(tx, [asked])
    return ok({
      ...found,
      messages,
      answer: { to: draft!.to, subject: draft!.subject, verdict: draft!.verdict },
    })
  },
})
