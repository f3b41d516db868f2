import { candidateInSight } from '../../candidates/door.ts'
import { seeAll } from '../../candidates/model/permissions.ts'
import { type Actor, holds } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'
import { holdsWords, mostWalked } from './search.sql.ts'

/** Conversations in sight: with candidates in sight; those nobody could match for who sees everybody. */
const visibleThread = (
  actor: Actor,
): Fragment => sql`(t.candidate_id is not null and ${candidateInSight(actor, 't.candidate_id')}
  or t.candidate_id is null and ${actor.kind === 'system' || holds(actor, seeAll)})`

export interface InboxRow {
  readonly id: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  /** The candidate's name, or what an unknown writer calls themselves. */
  readonly name: string
  readonly subject: string
  readonly lastText: string | null
  readonly lastDirection: 'out' | 'in' | null
  readonly lastMessageAt: Instant
  readonly awaiting: 'us' | 'them' | 'nobody'
  readonly assignedTo: string | null
  readonly isUnread: boolean
  readonly isClosed: boolean
  /** Mails of this conversation that have not left yet. */
  readonly waiting: number
}

export interface InboxFilter {
  readonly show: 'us' | 'them' | 'closed' | 'all'
  readonly assignedTo?: string | undefined
  /** Only these conversations: a search found them all. */
  readonly found?: readonly string[] | undefined
  /** Beginnings of words that one of its mails must all have: the newest conversations are walked for them. */
  readonly walkFor?: readonly string[] | undefined
  readonly before?: { readonly at: Instant; readonly id: string } | undefined
  readonly limit: number
}

const columns = sql`t.id, t.candidate_id as "candidateId", t.application_id as "applicationId", t.job_id as "jobId",
  coalesce(nullif(t.from_name, ''), t.from_address, '') as name, t.subject, last.text as "lastText", last.direction as "lastDirection",
  t.last_message_at as "lastMessageAt", t.awaiting, t.assigned_to as "assignedTo",
  t.awaiting = 'us' and t.read_at is null as "isUnread", t.closed_at is not null as "isClosed",
  (select count(*) from messaging.message w where w.thread_id = t.id and w.state = 'waiting') as waiting`
const from = sql`messaging.thread t
  left join lateral (select left(regexp_replace(messaging.without_keys(m.body_text), '\\s+', ' ', 'g'), 200) as text, m.direction from messaging.message m
    where m.thread_id = t.id and m.state <> 'cancelled' and m.kind is distinct from 'bounce'
    order by m.created_at desc, m.id desc limit 1) last on true`

const listed = (actor: Actor, filter: InboxFilter): Fragment => sql`${visibleThread(actor)}
    and ${filter.show === 'closed' ? sql`t.closed_at is not null` : filter.show === 'all' ? sql`true` : sql`t.closed_at is null and t.awaiting = ${filter.show}`}
    ${filter.assignedTo === undefined ? sql`` : sql`and t.assigned_to = ${filter.assignedTo}`}
    ${filter.found === undefined ? sql`` : sql`and t.id = any(${filter.found}::uuid[])`}
    ${filter.before === undefined ? sql`` : sql`and (t.last_message_at, t.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)`}`
const lastSpokenInFirst = sql`order by t.last_message_at desc, t.id desc`

const walk = (actor: Actor, filter: InboxFilter): Fragment => sql`
  select t.id, t.last_message_at from messaging.thread t where ${listed(actor, filter)} ${lastSpokenInFirst} limit ${mostWalked}`

export const loadInbox = (actor: Actor, filter: InboxFilter): Statement<InboxRow> => sql<InboxRow>`
  select ${columns} from ${from}
  where ${
    filter.walkFor === undefined
      ? listed(actor, filter)
      : sql`t.id in (select t.id from (${walk(actor, filter)}) t where ${holdsWords(filter.walkFor)}
          ${lastSpokenInFirst} limit ${filter.limit})`
  }
  ${lastSpokenInFirst} limit ${filter.limit}`

/** The last conversation that a walk came to, if there may be more behind it. */
export const loadWalkEnd = (
  actor: Actor,
  filter: InboxFilter,
): Statement<{ id: string; lastMessageAt: Instant }> => sql<{ id: string; lastMessageAt: Instant }>`
  select t.id, t.last_message_at as "lastMessageAt" from (${walk(actor, filter)}) t offset ${mostWalked - 1}`

export interface ThreadRow extends InboxRow {
  /** A stranger's, also where somebody said since whose it is. */
  readonly fromAddress: string | null
  /** When somebody said whose it is, which can be taken back. */
  readonly linkedAt: Instant | null
}

/** One conversation in sight. */
export const loadThread = (actor: Actor, id: string): Statement<ThreadRow> => sql<ThreadRow>`
  select ${columns}, t.from_address as "fromAddress", t.linked_at as "linkedAt" from ${from} where ${visibleThread(actor)} and t.id = ${id}`

/** Those of the conversations that the actor may see. */
export const visibleThreads = (
  actor: Actor,
  ids: readonly string[],
): Statement<{
  id: string
  candidateId: string | null
  applicationId: string | null
  jobId: string | null
}> => sql`
  select t.id, t.candidate_id as "candidateId", t.application_id as "applicationId", t.job_id as "jobId"
  from messaging.thread t
  where ${visibleThread(actor)} and t.id = any(${ids}::uuid[])`

/** Those of the mails whose conversation the actor may see. */
export const visibleMails = (actor: Actor, ids: readonly string[]): Statement<{ id: string }> => sql<{
  id: string
}>`
  select m.id from messaging.message m join messaging.thread t on t.id = m.thread_id
  where ${visibleThread(actor)} and m.id = any(${ids}::uuid[])`

export interface ThreadMessage {
  readonly id: string
  readonly direction: 'out' | 'in'
  readonly state: string
  readonly kind: string | null
  readonly purpose: string
  readonly automated: boolean
  readonly templateKey: string | null
  readonly senderId: string | null
  readonly fromName: string | null
  readonly fromAddress: string
  readonly toName: string | null
  readonly toAddress: string
  readonly subject: string
  readonly text: string
  /** The quoted mail and the signature, folded away. */
  readonly folded: string | null
  /** Safe HTML of a mail that came in; shown in a frame of its own. */
  readonly html: string | null
  readonly at: Instant
  readonly sendAfter: Instant | null
  readonly sentAt: Instant | null
  readonly lastError: string | null
  readonly bounceClass: string | null
  readonly admission: {
    readonly allowed: boolean
    readonly code?: string
    readonly says?: string
    readonly override?: string
    readonly overridden?: {
      readonly code: string
      readonly note: string
      readonly by: string
      readonly at: Instant
    }
  } | null
  readonly attachments: readonly {
    readonly id: string
    readonly fileId: string | null
    readonly name: string
    readonly mediaType: string
  }[]
}

export const loadThreadMessages = (threadId: string): Statement<ThreadMessage> => sql<ThreadMessage>`
  select * from (
    select m.id, m.direction, m.state, m.kind, m.purpose, m.automated, m.template_key as "templateKey", m.sender_id as "senderId",
      m.from_name as "fromName", m.from_address as "fromAddress", m.to_name as "toName", m.to_address as "toAddress", m.subject,
      messaging.without_keys(m.body_text) as text, messaging.without_keys(m.folded_text) as folded, messaging.without_keys(m.body_html) as html, m.created_at as at, m.send_after as "sendAfter",
      m.sent_at as "sentAt", m.last_error as "lastError", m.bounce_class as "bounceClass", m.admission,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'fileId', a.file_id, 'name', a.name, 'mediaType', a.media_type) order by a.id)
        from messaging.attachment a where a.message_id = m.id), '[]') as attachments
    from messaging.message m where m.thread_id = ${threadId} order by m.created_at desc, m.id desc limit 300) newest
  order by at, id`

/** Whom to answer in a conversation: where they last wrote from, which of ours they answered to. */
export const loadLastInbound = (
  threadId: string,
): Statement<{ fromAddress: string; fromName: string | null; subject: string }> => sql`
  select from_address as "fromAddress", from_name as "fromName", subject from messaging.message
  where thread_id = ${threadId} and direction = 'in' and kind in ('reply', 'other', 'invitation-answer') and from_address <> ''
  order by created_at desc, id desc limit 1`

export const assignThreads = (ids: readonly string[], userId: string | null): Statement<unknown> =>
  sql`update messaging.thread set assigned_to = ${userId} where id = any(${ids}::uuid[]) and assigned_to is distinct from ${userId}::uuid`

export const closeThreads = (ids: readonly string[], at: Instant | null): Statement<{ id: string }> => sql<{
  id: string
}>`
  update messaging.thread set closed_at = ${at}::timestamptz where id = any(${ids}::uuid[])
    and (closed_at is null) = ${at !== null} returning id`

export const readThread = (id: string, at: Instant): Statement<unknown> =>
  sql`update messaging.thread set read_at = ${at} where id = ${id} and read_at is null`

export const hasten = (
  ids: readonly string[],
  at: Instant,
): Statement<{
  id: string
  candidateId: string | null
  applicationId: string | null
  jobId: string | null
}> => sql`
  update messaging.message set send_after = ${at} where id = any(${ids}::uuid[]) and state = 'waiting'
  returning id, candidate_id as "candidateId", application_id as "applicationId", job_id as "jobId"`
