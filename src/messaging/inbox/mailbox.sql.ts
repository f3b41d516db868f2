import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { StoredMail } from '../model/composed.ts'

export interface MailboxRow {
  readonly id: string
  readonly threadId: string
  readonly candidateId: string | null
  readonly toName: string | null
  readonly toAddress: string
  readonly fromName: string | null
  readonly subject: string
  readonly state: string
  readonly purpose: string
  readonly templateKey: string | null
  readonly at: Instant
  readonly sendAfter: Instant | null
  readonly sentAt: Instant | null
}

export const loadMailbox = (filter: {
  readonly before?: { readonly at: string; readonly id: string } | undefined
  readonly to?: string | undefined
  readonly limit: number
}): Statement<MailboxRow> => sql<MailboxRow>`
  select id, thread_id as "threadId", candidate_id as "candidateId", to_name as "toName", to_address as "toAddress", from_name as "fromName",
    subject, state, purpose, template_key as "templateKey", created_at as at, send_after as "sendAfter", sent_at as "sentAt"
  from messaging.message
  where direction = 'out' ${filter.to === undefined ? sql`` : sql`and lower(to_address) = lower(${filter.to})`}
    ${filter.before === undefined ? sql`` : sql`and (created_at, id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)`}
  order by created_at desc, id desc limit ${filter.limit}`

export const loadStored = (id: string): Statement<StoredMail & MailboxRow> => sql<StoredMail & MailboxRow>`
  select id, thread_id as "threadId", candidate_id as "candidateId", purpose, automated, language, from_address as "fromAddress", from_name as "fromName",
    to_address as "toAddress", to_name as "toName", subject, body_text as "bodyText", message_id as "messageId",
    in_reply_to as "inReplyTo", refs, state, template_key as "templateKey", created_at as at, send_after as "sendAfter", sent_at as "sentAt"
  from messaging.message where id = ${id} and direction = 'out'`
