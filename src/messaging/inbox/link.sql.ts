import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { SpokenMail } from '../model/link.ts'

/** Says whose a conversation is that could not be matched, and what is needed to take that back. */
export const linkThreadTo = (
  id: string,
  to: {
    readonly candidateId: string
    readonly at: Instant
    readonly isNew: boolean
    readonly inboundBefore: Instant | null
  },
): Statement<unknown> => sql`
  with linked as (
    update messaging.thread set candidate_id = ${to.candidateId}, linked_at = ${to.at}, linked_is_new = ${to.isNew},
      inbound_before = ${to.inboundBefore}
    where id = ${id} and candidate_id is null returning id
  )
  update messaging.message m set candidate_id = ${to.candidateId} from linked where m.thread_id = linked.id`

export interface LinkedThread {
  readonly id: string
  readonly candidateId: string
  readonly fromAddress: string
  readonly subject: string
  readonly linkedAt: Instant
  readonly isNew: boolean
  readonly inboundBefore: Instant | null
  /** The person was merged into another since. */
  readonly isMerged: boolean
}

/** A conversation of which somebody said whose it is; two who take that back wait for each other. */
export const lockLinked = (id: string): Statement<LinkedThread> => sql<LinkedThread>`
  select id, candidate_id as "candidateId", from_address as "fromAddress", subject, linked_at as "linkedAt",
    linked_is_new as "isNew", inbound_before as "inboundBefore", merge_id is not null as "isMerged"
  from messaging.thread
  where id = ${id} and candidate_id is not null and from_address is not null and linked_at is not null for update`

/** What was said in a linked conversation, and elsewhere with the person from or to its address since the link. */
export const loadSpoken = (thread: LinkedThread): Statement<SpokenMail> => sql<SpokenMail>`
  select m.id, m.thread_id as "threadId", m.direction,
    lower(case when m.direction = 'in' then m.from_address else m.to_address end) as address,
    m.direction = 'in' and (m.to_address ilike 'reply+%' or exists (
      select from messaging.message o where o.thread_id = m.thread_id and o.direction = 'out'
        and (o.message_id = m.in_reply_to or o.message_id = any(m.refs)))) as "isAnswer",
    coalesce(m.received_at, m.created_at) as at
  from messaging.message m
  where m.candidate_id = ${thread.candidateId} and (m.thread_id = ${thread.id}
    or m.created_at >= ${thread.linkedAt}::timestamptz and m.state not in ('cancelled', 'blocked', 'failed')
      and lower(case when m.direction = 'in' then m.from_address else m.to_address end) = lower(${thread.fromAddress}))
  order by m.created_at, m.id`

/** Makes mails a stranger's again, in this conversation; answers the files that came with them, once each. */
export const takeMailsFrom = (
  threadId: string,
  mailIds: readonly string[],
): Statement<{ fileId: string }> => sql<{
  fileId: string
}>`
  with taken as (
    update messaging.message set candidate_id = null, thread_id = ${threadId}, application_id = null, job_id = null
    where id = any(${mailIds}::uuid[])
  ), files as (
    update messaging.attachment a set file_id = null
    from messaging.attachment before
    where a.id = before.id and a.message_id = any(${mailIds}::uuid[]) and before.file_id is not null
    returning before.file_id
  )
  select distinct f.file_id as "fileId" from files f where not exists (
    select from messaging.attachment other
    where other.file_id = f.file_id and other.message_id <> all(${mailIds}::uuid[]))`

export const moveMails = (threadId: string, mailIds: readonly string[]): Statement<unknown> =>
  sql`update messaging.message set thread_id = ${threadId} where id = any(${mailIds}::uuid[])`

/** Makes a conversation nobody's again. */
export const freeThread = (id: string): Statement<unknown> => sql`
  update messaging.thread set candidate_id = null, merge_id = null, merged_from = null, linked_at = null,
    linked_is_new = false, inbound_before = null
  where id = ${id}`

/** When the person last wrote to us, by what is left of their mails. */
export const loadLastWord = (candidateId: string): Statement<{ at: Instant | null }> => sql<{
  at: Instant | null
}>`
  select max(coalesce(received_at, created_at)) as at from messaging.message
  where candidate_id = ${candidateId} and direction = 'in' and kind in ('reply', 'other', 'own-page', 'invitation-answer')`
