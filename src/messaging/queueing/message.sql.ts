import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { CalendarPart } from '../model/outgoing-mail.ts'
import type { MailState } from './mail-to-queue.ts'

export interface NewMessage {
  readonly id: string
  readonly threadId: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly direction: 'out' | 'in'
  readonly purpose: string
  readonly templateKey: string | null
  readonly automated: boolean
  readonly act: string | null
  readonly language: string
  readonly state: string
  readonly sendAfter: Instant | null
  readonly senderId: string | null
  readonly fromAddress: string
  readonly fromName: string | null
  readonly toAddress: string
  readonly toName: string | null
  readonly subject: string
  readonly bodyText: string
  readonly calendar?: CalendarPart | null
  readonly bodyHtml?: string | null
  readonly foldedText?: string | null
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly refs: readonly string[]
  readonly kind?: string | null
  readonly sourceKey?: string | null
  readonly rawKey?: string | null
  readonly admission: object | null
  readonly dedupeKey: string | null
  readonly receivedAt?: Instant | null
}

/** Inserts mails; one whose dedupe key, source or inbound Message-ID is there already is left out of the answer. */
export const insertMessages = (rows: readonly NewMessage[], at: Instant): Statement<{ id: string }> => sql<{
  id: string
}>`
  insert into messaging.message (id, thread_id, candidate_id, application_id, job_id, direction, purpose, template_key, automated,
    act, language, state, send_after, sender_id, from_address, from_name, to_address, to_name, subject, body_text, body_html,
    folded_text, message_id, in_reply_to, refs, kind, source_key, raw_key, admission, dedupe_key, received_at, calendar,
    created_at)
  select id, "threadId", "candidateId", "applicationId", "jobId", direction, purpose, "templateKey", automated,
    act, language, state, "sendAfter", "senderId", "fromAddress", "fromName", "toAddress", "toName", subject, "bodyText", "bodyHtml",
    "foldedText", "messageId", "inReplyTo", refs, kind, "sourceKey", "rawKey", admission, "dedupeKey", "receivedAt", calendar, ${at}
  from ${jsonRows(
    rows,
    `id uuid, "threadId" uuid, "candidateId" uuid, "applicationId" uuid, "jobId" uuid, direction text, purpose text, "templateKey" text,
     automated boolean, act text, language text, state text, "sendAfter" timestamptz, "senderId" uuid, "fromAddress" text,
     "fromName" text, "toAddress" text, "toName" text, subject text, "bodyText" text, "bodyHtml" text, "foldedText" text,
     "messageId" text, "inReplyTo" text, refs text[], kind text, "sourceKey" text, "rawKey" text, admission jsonb, "dedupeKey" text,
     "receivedAt" timestamptz, calendar jsonb`,
  )}
  on conflict do nothing
  returning id`

export interface KeyedMail {
  readonly dedupeKey: string
  readonly messageId: string
  readonly threadId: string
  readonly state: MailState
  readonly sendAfter: Instant | null
  readonly says: string | null
}

/** The mails that were made for these reasons. */
export const loadByDedupeKeys = (keys: readonly string[]): Statement<KeyedMail> => sql<KeyedMail>`
  select dedupe_key as "dedupeKey", id as "messageId", thread_id as "threadId", state, send_after as "sendAfter",
    coalesce(admission ->> 'says', last_error) as says
  from messaging.message where dedupe_key = any(${keys}::text[])`

/** Links of marketing mails, which outlive the mail and the person's record. */
export const insertUnsubscribeLinks = (
  rows: readonly { id: string; candidateId: string | null; address: string; purpose: string }[],
  at: Instant,
): Statement<unknown> => sql`
  insert into messaging.unsubscribe_link (id, candidate_id, address, purpose, created_at)
  select id, "candidateId", address, purpose, ${at}
  from ${jsonRows(rows, 'id uuid, "candidateId" uuid, address text, purpose text')}`

export interface CancelledMail {
  readonly id: string
  readonly threadId: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly purpose: string
  readonly templateKey: string | null
}

const cancelled = sql`id, thread_id as "threadId", candidate_id as "candidateId", application_id as "applicationId",
  job_id as "jobId", purpose, template_key as "templateKey"`

/** Takes back what has not left. A mail that a worker holds is locked, so it is either cancelled or sent, never both. */
export const cancelWaiting = (
  which: Fragment,
  at: Instant,
  by: string | null,
): Statement<CancelledMail> => sql<CancelledMail>`
  update messaging.message set state = 'cancelled', cancelled_at = ${at}, cancelled_by = ${by}, leased_until = null
  where state = 'waiting' and direction = 'out' and ${which}
  returning ${cancelled}`

export const withDedupeKeys = (keys: readonly string[]): Fragment => sql`dedupe_key = any(${keys}::text[])`
export const withIds = (ids: readonly string[]): Fragment => sql`id = any(${ids}::uuid[])`
