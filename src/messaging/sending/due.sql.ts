import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { DueMail } from './due-mail.ts'

const columns = sql`id, thread_id as "threadId", candidate_id as "candidateId", application_id as "applicationId", job_id as "jobId",
  sender_id as "senderId", template_key as "templateKey", act, attempts, purpose, automated, language,
  from_address as "fromAddress", from_name as "fromName", to_address as "toAddress", to_name as "toName", subject,
  body_text as "bodyText", calendar, message_id as "messageId", in_reply_to as "inReplyTo", refs,
  admission -> 'overridden' ->> 'code' as "overriddenCode"`

/** Claims are made one after the other, so that the throttle and the contact budget hold over all workers. */
export const lockSending = (): Statement<unknown> => sql`select pg_advisory_xact_lock(78120271)`

/** How many left within a minute, and how many are being handed over now. */
export const countRecentlySent = (now: Instant): Statement<{ count: number }> => sql<{ count: number }>`
  select (select count(*) from messaging.message where direction = 'out' and sent_at > ${now}::timestamptz - interval '1 minute')
    + (select count(*) from messaging.message where state = 'sending' and leased_until > ${now}) as count`

/** Mails whose time has come, and those whose worker died before it said what became of them. */
export const lockDue = (now: Instant, limit: number): Statement<DueMail> => sql<DueMail>`
  select ${columns} from messaging.message
  where state in ('waiting', 'sending') and send_after <= ${now} and (state = 'waiting' or leased_until < ${now})
  order by send_after limit ${limit} for update skip locked`

export const takeMails = (ids: readonly string[], until: Instant): Statement<unknown> => sql`
  update messaging.message set state = 'sending', leased_until = ${until}, attempts = attempts + 1
  where id = any(${ids}::uuid[])`

export const blockMails = (rows: readonly { id: string; admission: object }[]): Statement<unknown> => sql`
  update messaging.message m set state = 'blocked', admission = coalesce(m.admission, '{}') || r.admission, leased_until = null
  from ${jsonRows(rows, 'id uuid, admission jsonb')} where m.id = r.id`

export const postponeMails = (rows: readonly { id: string; until: Instant }[]): Statement<unknown> => sql`
  update messaging.message m set state = 'waiting', send_after = r.until, leased_until = null
  from ${jsonRows(rows, 'id uuid, until timestamptz')} where m.id = r.id`

export interface SettledMail {
  readonly id: string
  readonly threadId: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly senderId: string | null
  readonly purpose: string
  readonly templateKey: string | null
  readonly toAddress: string
  readonly attempts: number
}

const settled = sql`m.id, m.thread_id as "threadId", m.candidate_id as "candidateId", m.application_id as "applicationId",
  m.job_id as "jobId", m.sender_id as "senderId", m.purpose, m.template_key as "templateKey", m.to_address as "toAddress", m.attempts`

/** Only mails that are being sent: a late word about one that is settled changes nothing. */
export const markSent = (ids: readonly string[], at: Instant): Statement<SettledMail> => sql<SettledMail>`
  update messaging.message m set state = 'sent', sent_at = ${at}, leased_until = null, last_error = null
  where id = any(${ids}::uuid[]) and state = 'sending' returning ${settled}`

export const lockSent = (ids: readonly string[]): Statement<SettledMail> => sql<SettledMail>`
  select ${settled} from messaging.message m where id = any(${ids}::uuid[]) and state = 'sending' for update`

export const markRefused = (
  rows: readonly {
    id: string
    state: 'waiting' | 'failed'
    sendAfter: Instant | null
    says: string
    code: string
  }[],
): Statement<unknown> => sql`
  update messaging.message m set state = r.state, send_after = coalesce(r."sendAfter", m.send_after), leased_until = null,
    last_error = r.says, bounce_code = r.code
  from ${jsonRows(rows, 'id uuid, state text, "sendAfter" timestamptz, says text, code text')} where m.id = r.id`

/** Gives mails back that were taken and not tried. */
export const giveBack = (ids: readonly string[]): Statement<unknown> => sql`
  update messaging.message set state = 'waiting', leased_until = null, attempts = attempts - 1
  where id = any(${ids}::uuid[]) and state = 'sending'`
