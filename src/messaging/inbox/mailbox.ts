import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { takeIn } from '../inbound/receive-mail.ts'
import { letterheadOf } from '../letterhead.ts'
import { composed } from '../model/composed.ts'
import { seeAllMail } from '../model/permissions.ts'
import { withoutKeys } from '../model/without-keys.ts'
import type { MessagingPorts } from '../ports.ts'
import { loadMailbox, loadStored } from './mailbox.sql.ts'

const noMail = refuse('not-found', 'There is no such mail.')

/** Every mail that went out or waits to, newest first: without a mail server this is where they land. */
export const mailbox = ({ mailer, mailComesIn }: Pick<MessagingPorts, 'mailer' | 'mailComesIn'>) =>
  defineQuery({
    name: 'messaging.mailbox',
    says: 'Every mail that went out or waits to, newest first.',
    permission: seeAllMail,
    input: z.strictObject({
      to: z.string().max(320).optional(),
      before: z
        .string()
        .max(80)
        .regex(/^\d{4}-[^_]+Z_[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    handle: async (tx, { to, before, limit }) => {
      const [at, id] = before?.split('_') ?? []
      const rows = await tx.rows(
        loadMailbox({ to, before: at && id ? { at, id } : undefined, limit: limit + 1 }),
      )
      const mails = rows.slice(0, limit)
      const last = mails.at(-1)
      return ok({
        mails,
        next: rows.length > limit && last ? `${last.at}_${last.id}` : null,
        /** Whether mail really leaves; false: this page is the only place where it can be read. */
        leaves: mailer.leaves,
        canAnswerAsPerson: !mailComesIn.overImap,
      })
    },
  })

/** One mail exactly as its person gets it: headers, text and HTML. */
export const mailboxMail = ({ mailAddresses, mailer }: Pick<MessagingPorts, 'mailAddresses' | 'mailer'>) =>
  defineQuery({
    name: 'messaging.mailboxMail',
    says: 'One mail exactly as its person gets it.',
    permission: seeAllMail,
    input: z.strictObject({ id: z.uuid() }),
    handle: async (tx, { id }) => {
      const stored = await tx.row(loadStored(id))
      if (!stored) return noMail
      const { from, to, subject, text, html, replyTo, unsubscribe } = composed(stored, {
        ...(await letterheadOf(tx)),
        ...mailAddresses,
      })
      return ok({
        id,
        threadId: stored.threadId,
        candidateId: stored.candidateId,
        state: stored.state,
        sendAfter: stored.sendAfter,
        sentAt: stored.sentAt,
        from,
        to,
        subject,
        // Where mail really leaves, this page is for looking things up, not for standing in for people.
        text: mailer.leaves ? withoutKeys(text) : text,
        html: html ? (mailer.leaves ? withoutKeys(html) : html) : null,
        replyTo: replyTo ?? null,
        unsubscribeUrl: unsubscribe?.url ?? null,
      })
    },
  })

/** Answers a mail as the person who got it, for trying the product out where no mail comes in. */
export const simulateReply = ({ mailComesIn }: Pick<MessagingPorts, 'mailComesIn'>) =>
  defineCommand({
    name: 'messaging.simulateReply',
    says: 'Answers a mail as the person who got it; only where no mailbox is connected.',
    permission: seeAllMail,
    input: z.strictObject({ messageId: z.uuid(), text: z.string().trim().min(1).max(50_000) }),
    handle: async (tx, { messageId, text }) => {
      if (mailComesIn.overImap)
        return refuse(
          'mailbox-connected',
          'Mail comes in from the real mailbox here. Answer from a mail program.',
        )
      const stored = await tx.row(loadStored(messageId))
      if (!stored) return noMail
      if (stored.state !== 'sent')
        return refuse('not-sent', 'This mail has not been sent, so nobody can answer it.')
      return takeIn(tx, {
        sourceKey: null,
        rawKey: null,
        messageId: `${newId()}@simulated`,
        from: { name: stored.toName ?? '', address: stored.toAddress },
        to: [stored.fromAddress],
        subject: /^re:/i.test(stored.subject) ? stored.subject : `Re: ${stored.subject}`,
        text,
        folded: stored.bodyText.replace(/^/gm, '> '),
        html: null,
        kind: 'reply',
        token: { kind: 'reply', id: stored.threadId },
        answers: [stored.messageId],
        inReplyTo: stored.messageId,
        references: [...(stored.refs ?? []), stored.messageId].slice(-21),
        bounce: null,
        complaint: null,
        invitationAnswer: null,
        attachments: [],
      })
    },
  })
