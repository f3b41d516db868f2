import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

/** A conversation with what its next mail refers to. */
export interface ThreadEnd {
  readonly id: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly subject: string
  readonly assignedTo: string | null
  readonly lastMessageId: string | null
  readonly lastRefs: readonly string[] | null
}

const columns = sql`t.id, t.candidate_id as "candidateId", t.application_id as "applicationId", t.job_id as "jobId", t.subject,
  t.assigned_to as "assignedTo", last.message_id as "lastMessageId", last.refs as "lastRefs"`
const last = sql`left join lateral (
    select m.message_id, m.refs from messaging.message m
    where m.thread_id = t.id and m.state in ('sent', 'received') and m.kind is distinct from 'own-page'
    order by m.created_at desc, m.id desc limit 1) last on true`

export const loadThreads = (ids: readonly string[]): Statement<ThreadEnd> => sql<ThreadEnd>`
  select ${columns} from messaging.thread t ${last} where t.id = any(${ids}::uuid[])`

/** The conversation of each application: its newest. */
export const loadThreadsOfApplications = (
  applicationIds: readonly string[],
): Statement<ThreadEnd> => sql<ThreadEnd>`
  select distinct on (t.application_id) ${columns} from messaging.thread t ${last}
  where t.application_id = any(${applicationIds}::uuid[])
  order by t.application_id, t.last_message_at desc, t.id desc`

export interface NewThread {
  readonly id: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly subject: string
  readonly fromAddress?: string | null
  readonly fromName?: string | null
}

export const insertThreads = (rows: readonly NewThread[], at: Instant): Statement<unknown> => sql`
  insert into messaging.thread (id, candidate_id, application_id, job_id, subject, from_address, from_name, created_at, last_message_at)
  select id, "candidateId", "applicationId", "jobId", subject, "fromAddress", "fromName", ${at}, ${at}
  from ${jsonRows(rows, 'id uuid, "candidateId" uuid, "applicationId" uuid, "jobId" uuid, subject text, "fromAddress" text, "fromName" text')}`

/** A conversation made for a mail that a parallel act had made already. */
export const deleteThreads = (ids: readonly string[]): Statement<unknown> =>
  sql`delete from messaging.thread t where t.id = any(${ids}::uuid[])
    and not exists (select from messaging.message m where m.thread_id = t.id)`

/**
 * Whose turn it is, from the messages: the last word by a person counts, mails of rules don't, and what was
 * cancelled, blocked or failed was never said. Something new opens a closed conversation again.
 */
export const refreshThreads = (
  ids: readonly string[],
  at: Instant,
  how: { readonly reopen: boolean } = { reopen: false },
): Statement<unknown> => sql`
  update messaging.thread t set
    awaiting = coalesce((
      select case when m.direction = 'in' then 'us' else 'them' end from messaging.message m
      where m.thread_id = t.id and not m.automated
        and (m.direction = 'in' and m.kind in ('reply', 'other', 'own-page', 'invitation-answer')
          or m.direction = 'out' and m.state in ('waiting', 'sending', 'sent'))
      order by m.created_at desc, m.id desc limit 1), 'nobody'),
    last_message_at = coalesce((select max(m.created_at) from messaging.message m where m.thread_id = t.id), ${at}),
    closed_at = ${how.reopen ? sql`null` : sql`t.closed_at`},
    read_at = ${how.reopen ? sql`null` : sql`t.read_at`}
  where t.id = any(${ids}::uuid[])`

export const moveThreads = (move: { from: string; to: string; mergeId: string }): Statement<unknown> => sql`
  with moved as (
    update messaging.thread set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid),
      merged_from = coalesce(merged_from, ${move.from}::uuid)
    where candidate_id = ${move.from} returning id
  )
  update messaging.message m set candidate_id = ${move.to} from moved where m.thread_id = moved.id`

/** Rows of merges `within` the record that leaves go along and keep their mark. */
export const moveThreadsBack = (
  mergeId: string,
  to: string,
  within: readonly string[],
): Statement<unknown> => sql`
  with moved as (
    update messaging.thread set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid),
      merged_from = case when merge_id = ${mergeId} then null else merged_from end
    where merge_id = any(${[mergeId, ...within]}::uuid[]) returning id
  )
  update messaging.message m set candidate_id = ${to} from moved where m.thread_id = moved.id`
