import { userIdOf } from '../../kernel/model/actor.ts'
import type { About } from '../../kernel/model/fact.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { mailBlocked, mailOverridden, mailQueued } from '../model/facts.ts'
import { isMarketing } from '../model/outgoing-mail.ts'
import { referencesFor } from '../model/threading.ts'
import { addressKey } from './ask-guard.ts'
import { type Draft, domainOf, draftMails } from './draft-mails.ts'
import { loadDomainCheck } from './guard.sql.ts'
import type { MailToQueue, QueuedMail } from './mail-to-queue.ts'
import { insertMessages, insertUnsubscribeLinks, loadByDedupeKeys, type NewMessage } from './message.sql.ts'
import {
  deleteThreads,
  insertThreads,
  loadThreads,
  loadThreadsOfApplications,
  type NewThread,
  refreshThreads,
  type ThreadEnd,
} from './thread.sql.ts'

/** The delivery that sends what is due. */
export const sendDueMails = 'when-mail-is-due-send-it'

/** The delivery that looks the sending domain up. */
export const lookUpDomain = 'when-asked-look-up-domain'

/**
 * Lets mails wait for their time, in the caller's transaction: rendered in the person's language, judged by the
 * contact guard, put into their conversation. What may not go is kept as blocked and says why. In the order
 * given; a constant number of statements for any number.
 */
export const queueMail = async (
  tx: WriteTx,
  mails: readonly MailToQueue[],
): Promise<readonly QueuedMail[]> => {
  if (mails.length === 0) return []
  const keys = mails.flatMap((mail) => mail.dedupeKey ?? [])
  const before = await earlier(tx, keys)
  const seen = new Set<string>()
  const fresh = mails.filter((mail) => {
    if (!mail.dedupeKey) return true
    const isFirst = !before.has(mail.dedupeKey) && !seen.has(mail.dedupeKey)
    seen.add(mail.dedupeKey)
    return isFirst
  })
  const made = new Map<MailToQueue, QueuedMail>()
  if (fresh.length > 0) {
    const drafts = await draftMails(tx, fresh)
    const threads = await threadsFor(tx, drafts)
    const rows = drafts.map((draft) => messageOf(tx, draft, threads.of(draft)))
    if (threads.made.length > 0) await tx.change(insertThreads(threads.made, tx.now))
    const inserted = new Set((await tx.rows(insertMessages(rows, tx.now))).map(({ id }) => id))
    if (inserted.size < rows.length && threads.made.length > 0)
      await tx.change(deleteThreads(threads.made.map(({ id }) => id)))
    const links = rows.filter((row) => inserted.has(row.id) && isMarketing(row.purpose as never))
    if (links.length > 0)
      await tx.change(
        insertUnsubscribeLinks(
          links.map((row) => ({ ...row, address: addressKey(row.toAddress) })),
          tx.now,
        ),
      )
    // R77: a domain that was never looked up is looked up now; the guard asks again when the mail is due.
    if (links.length > 0 && !(await tx.row(loadDomainCheck(domainOf(drafts[0]!.from.address)))))
      tx.deliver(lookUpDomain, {})
    await tx.change(refreshThreads([...new Set(rows.map((row) => row.threadId))], tx.now))
    drafts.forEach((draft, at) => {
      const row = rows[at]!
      if (!inserted.has(row.id)) return
      record(tx, draft, row)
      made.set(draft.asked, {
        messageId: row.id,
        threadId: row.threadId,
        state: row.state as QueuedMail['state'],
        ...(draft.verdict.allowed ? { sendAfter: draft.sendAfter } : { says: draft.verdict.says }),
      })
    })
    wake(
      tx,
      rows.filter((row) => inserted.has(row.id) && row.state === 'waiting'),
    )
  }
  // A parallel act may have won the race for a key: its mail is the answer.
  const lost = fresh.some((mail) => mail.dedupeKey && !made.has(mail))
  const known = lost || seen.size > 0 ? await earlier(tx, lost ? keys : [...seen]) : before
  return mails.map((mail) => made.get(mail) ?? known.get(mail.dedupeKey!) ?? before.get(mail.dedupeKey!)!)
}

const earlier = async (tx: WriteTx, keys: readonly string[]): Promise<Map<string, QueuedMail>> =>
  keys.length === 0
    ? new Map()
    : new Map(
        (await tx.rows(loadByDedupeKeys(keys))).map((row) => [
          row.dedupeKey,
          {
            messageId: row.messageId,
            threadId: row.threadId,
            state: ['blocked', 'cancelled', 'failed'].includes(row.state) ? 'blocked' : 'waiting',
            sendAfter: row.sendAfter ?? undefined,
            says: row.says ?? undefined,
          },
        ]),
      )

const threadsFor = async (tx: WriteTx, drafts: readonly Draft[]) => {
  const given = drafts.flatMap(({ asked }) => asked.threadId ?? [])
  const applications = drafts.flatMap(({ asked }) => (asked.threadId ? [] : (asked.applicationId ?? [])))
  const byId = new Map(
    (given.length > 0 ? await tx.rows(loadThreads(given)) : []).map((one) => [one.id, one]),
  )
  const byApplication = new Map(
    (applications.length > 0 ? await tx.rows(loadThreadsOfApplications(applications)) : []).map((one) => [
      one.applicationId!,
      one,
    ]),
  )
  const made: NewThread[] = []
  const of = ({ asked, subject }: Draft): ThreadEnd => {
    const there =
      (asked.threadId && byId.get(asked.threadId)) ||
      (asked.applicationId && byApplication.get(asked.applicationId)) ||
      undefined
    if (there) return there
    const thread = {
      id: newId(),
      candidateId: asked.candidateId ?? null,
      applicationId: asked.applicationId ?? null,
      jobId: asked.jobId ?? null,
      subject,
    }
    made.push(thread)
    const end: ThreadEnd = { ...thread, assignedTo: null, lastMessageId: null, lastRefs: null }
    if (asked.applicationId) byApplication.set(asked.applicationId, end)
    return end
  }
  return { of, made }
}

const messageOf = (tx: WriteTx, draft: Draft, thread: ThreadEnd): NewMessage => {
  const { asked, from, to, verdict, overridden } = draft
  const id = newId<never>() as string
  return {
    id,
    threadId: thread.id,
    candidateId: asked.candidateId ?? null,
    applicationId: asked.applicationId ?? thread.applicationId,
    jobId: asked.jobId ?? thread.jobId,
    direction: 'out',
    purpose: asked.purpose,
    templateKey: asked.template?.key ?? null,
    automated: asked.automated ?? false,
    act: draft.act,
    language: draft.language,
    state: verdict.allowed ? 'waiting' : 'blocked',
    sendAfter: verdict.allowed ? draft.sendAfter : null,
    senderId: asked.senderId ?? userIdOf(tx.actor),
    fromAddress: from.address,
    fromName: from.name,
    toAddress: to.address,
    toName: to.name,
    subject: draft.subject,
    bodyText: draft.text,
    messageId: `${id}@${domainOf(from.address)}`,
    inReplyTo: thread.lastMessageId,
    refs: thread.lastMessageId
      ? referencesFor({ messageId: thread.lastMessageId, references: thread.lastRefs ?? [] })
      : [],
    admission: {
      at: tx.now,
      ...(verdict.allowed
        ? { allowed: true }
        : {
            allowed: false,
            code: verdict.code,
            says: verdict.says,
            override: verdict.override,
            until: 'until' in verdict ? verdict.until : undefined,
          }),
      ...(overridden ? { overridden: { ...overridden, by: userIdOf(tx.actor), at: tx.now } } : {}),
    },
    dedupeKey: asked.dedupeKey ?? null,
  }
}

const record = (tx: WriteTx, { verdict, overridden }: Draft, row: NewMessage): void => {
  const about = {
    candidateId: row.candidateId,
    applicationId: row.applicationId,
    jobId: row.jobId,
    subjectId: row.id,
  } as About
  const what = { purpose: row.purpose, template: row.templateKey }
  if (overridden) tx.record(mailOverridden(about, { purpose: row.purpose, code: overridden.code }))
  tx.record(
    verdict.allowed
      ? mailQueued(about, { ...what, sendAfter: row.sendAfter! })
      : mailBlocked(about, { ...what, code: verdict.code }),
  )
}

/** One wake-up for each moment; for many mails a few, so that several workers share them. */
const wake = (tx: WriteTx, rows: readonly NewMessage[]): void => {
  for (const [at, due] of Map.groupBy(rows, (row) => row.sendAfter!))
    for (let worker = 0; worker < Math.min(4, Math.ceil(due.length / 100)); worker++)
      tx.deliver(sendDueMails, {}, { after: at })
}
