import { requireVisible } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { holds } from '../../kernel/model/actor.ts'
import type { About } from '../../kernel/model/fact.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { threadAnswered } from '../model/facts.ts'
import { overrideGuard, writeMail } from '../model/permissions.ts'
import { draftMails } from '../queueing/draft-mails.ts'
import { queueMail } from '../queueing/queue-mail.ts'
import { answerIn, answerInput, mailsTo, writingInput } from './answer-mail.ts'
import { loadLastInbound, loadThread } from './inbox.sql.ts'

const mayOverride = (tx: ReadTx, override: object | undefined) =>
  override === undefined || holds(tx.actor, overrideGuard)
    ? null
    : refuse(
        'not-allowed',
        `You don’t have the right “${overrideGuard.says}”. An administrator can grant it.`,
      )

/** Answers in a conversation; the mail waits ten seconds, in which it can be taken back. */
export const answerThread = defineCommand({
  name: 'messaging.answerThread',
  says: 'Answers in a conversation; for ten seconds it can be taken back.',
  permission: writeMail,
  input: answerInput,
  handle: async (tx, input) => {
    const refused = mayOverride(tx, input.override)
    if (refused) return refused
    const found = await tx.row(loadThread(tx.actor, input.threadId))
    if (!found) return refuse('not-found', 'There is no such conversation, or it is not yours to see.')
    const [mail] = await queueMail(tx, [
      answerIn(found, await tx.row(loadLastInbound(found.id)), input, tx.now),
    ])
    if (mail!.state === 'blocked') return refuse('blocked', mail!.says ?? 'The mail may not be sent.')
    tx.record(
      threadAnswered(
        {
          candidateId: found.candidateId,
          applicationId: found.applicationId,
          jobId: found.jobId,
          subjectId: found.id,
        } as About,
        {},
      ),
    )
    return ok({ messageId: mail!.messageId, sendAfter: mail!.sendAfter! })
  },
})

/** Writes to one or many people, each in their language; what may not go says why and the rest goes on. */
export const writeToCandidates = defineCommand({
  name: 'messaging.writeToCandidates',
  says: 'Writes to one or many people; each mail waits and can be cancelled, what may not go says why.',
  permission: writeMail,
  input: writingInput,
  handle: async (tx, input) => {
    const refused = mayOverride(tx, input.override)
    if (refused) return refused
    const visible = await requireVisible(tx, input.candidateIds)
    if (!visible.ok) return visible
    const mails = mailsTo(input, tx.now)
    const queued = await queueMail(tx, mails)
    return ok({ mails: queued.map((mail, at) => ({ candidateId: mails[at]!.candidateId!, ...mail })) })
  },
})

/** What each person would get, with what was merged in, what is missing and what the guard says. */
export const previewMail = defineQuery({
  name: 'messaging.previewMail',
  says: 'What each person would get, what is missing, and whether it may go.',
  permission: writeMail,
  input: writingInput,
  handle: async (tx, input) => {
    const visible = await requireVisible(tx, input.candidateIds)
    if (!visible.ok) return visible
    const drafts = await draftMails(tx, mailsTo(input, tx.now))
    return ok({
      mails: drafts.map(
        ({ asked, to, language, rendered, verdict, overridden, sendAfter, subject, text }) => ({
          candidateId: asked.candidateId!,
          to,
          language,
          subject,
          text,
          spans: rendered.ok ? rendered.preview : null,
          missing: rendered.ok ? [] : rendered.missing,
          unknown: rendered.ok ? [] : rendered.unknown,
          verdict,
          overridden,
          sendAfter,
        }),
      ),
    })
  },
})
