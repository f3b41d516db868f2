import { scorecardsInSight, visibleJob } from '../ats/door.ts'
import { visibleCandidate, visibleNote } from '../candidates/door.ts'
import { visiblePool, visibleSequence } from '../crm/door.ts'
import { type Actor, holds } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../kernel/sql.ts'
import { seeMail } from '../messaging/model/permissions.ts'
import { feedbackFacts, poolFacts, sequenceFacts } from './model/fact-sentences.ts'

export interface TimelineRow {
  readonly at: Instant
  readonly key: string
  readonly kind: 'fact' | 'message' | 'note'
  /** The fact's name, the message's direction, or whom the note is for. */
  readonly name: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly jobTitle: string | null
  readonly poolName: string | null
  readonly stageName: string | null
  readonly sequenceName: string | null
  readonly subjectId: string | null
  readonly particulars: Readonly<Record<string, unknown>>
  /** Subject and text of a message, text of a note. */
  readonly subject: string | null
  readonly text: string | null
  readonly state: string | null
}

/** The record and those merged into it, if the actor may see it: their facts are one history. */
const historyOf = (actor: Actor, id: string): Fragment => sql`
  select o.id from candidates.candidate c join candidates.candidate o on o.id = c.id or o.merged_into = c.id
  where c.id = ${id} and ${visibleCandidate(actor, 'c')}`

/** Whether there is a timeline for the actor at all, however empty. */
export const hasTimeline = (actor: Actor, id: string): Statement<{ id: string }> =>
  sql<{ id: string }>`select id from (${historyOf(actor, id)}) h limit 1`

/** One page of everything that happened, newest first. Facts named by none of `names`, such as those a message or note tells better, are left out. */
export const loadTimeline = (
  actor: Actor,
  candidateId: string,
  show: {
    readonly names: readonly string[]
    readonly messages: boolean
    readonly notes: boolean
    /** Only what belongs to this application. */
    readonly applicationId?: string | undefined
  },
  most: number,
  after?: { readonly at: string; readonly key: string },
): Statement<TimelineRow> => {
  const before = (at: string, key: string) =>
    after
      ? sql`and (${sql.raw(at)}, ${sql.raw(key)}) < (${after.at}::timestamptz, ${after.key} collate "C")`
      : sql``
  const ofApplication = (column: string) =>
    show.applicationId ? sql`and ${sql.raw(column)} = ${show.applicationId}::uuid` : sql``
  // Written out, not given: with a number that it cannot see the server thinks each plan too dear to keep.
  const limit = sql.raw(String(most))
  const seesMail = holds(actor, seeMail)
  return sql<TimelineRow>`
  with history as (${historyOf(actor, candidateId)}), facts as (
    select f.at, 'f' || lpad(f.id::text, 15, '0') collate "C" as key, 'fact' as kind, f.name, f.actor_kind, f.actor_id,
      f.application_id, f.job_id, f.subject_id, f.particulars, null::text as subject, null::text as text, null::text as state
    from kernel.fact f
    where f.candidate_id in (select id from history) and f.name = any(${show.names})
      and (f.job_id is null or exists (select from ats.job j where j.id = f.job_id and ${visibleJob(actor, 'j')}))
      and (f.name <> all(${poolFacts}) or exists (
        select from crm.pool p where p.id::text = f.subject_id and ${visiblePool(actor, 'p')}))
      and (f.name <> all(${sequenceFacts}) or exists (
        select from crm.sequence q where q.id::text = f.subject_id and ${visibleSequence(actor, 'q')}))
      and (f.name <> all(${feedbackFacts}) or ${scorecardsInSight(actor, 'f.application_id')})
      ${ofApplication('f.application_id')} ${before('f.at', `'f' || lpad(f.id::text, 15, '0')`)}
    order by f.at desc, f.id desc limit ${limit}
  ), messages as (
    select coalesce(m.sent_at, m.received_at, m.created_at) as at, 'm' || m.id::text collate "C" as key, 'message' as kind, m.direction as name,
      case when m.direction = 'in' then 'candidate' when m.sender_id is null then 'system' else 'user' end as actor_kind,
      coalesce(m.sender_id, case when m.direction = 'in' then m.candidate_id end)::text as actor_id,
      m.application_id, t.job_id, m.thread_id::text as subject_id,
      jsonb_build_object('messageId', m.id, 'purpose', m.purpose, 'kind', m.kind, 'sendAfter', m.send_after) as particulars,
      m.subject, left(messaging.without_keys(m.body_text), 600) as text, m.state
    from messaging.message m join messaging.thread t on t.id = m.thread_id
    where m.candidate_id in (select id from history) and ${seesMail && show.messages ? sql`true` : sql`false`}
      and (t.job_id is null or exists (select from ats.job j where j.id = t.job_id and ${visibleJob(actor, 'j')}))
      ${ofApplication('m.application_id')} ${before('coalesce(m.sent_at, m.received_at, m.created_at)', `'m' || m.id::text`)}
    order by 1 desc, 2 desc limit ${limit}
  ), notes as (
    select n.written_at as at, 'n' || n.id::text collate "C" as key, 'note' as kind, n.private_to as name, 'user' as actor_kind,
      n.written_by::text as actor_id, n.application_id, null::uuid as job_id, n.id::text as subject_id,
      jsonb_build_object('mentions', to_jsonb(n.mentions), 'isEdited', n.edited_at is not null) as particulars,
      null::text as subject, n.body as text, null::text as state
    from candidates.note n
    where n.candidate_id in (select id from history) and ${visibleNote(actor, 'n')} and ${show.notes ? sql`true` : sql`false`}
      ${ofApplication('n.application_id')} ${before('n.written_at', `'n' || n.id::text`)}
    order by 1 desc, 2 desc limit ${limit}
  ), entry as (
    select * from facts union all select * from messages union all select * from notes
    order by at desc, key desc limit ${limit}
  )
  select e.at, e.key, e.kind, e.name, e.actor_kind as "actorKind", e.actor_id as "actorId", u.name as "actorName",
    e.application_id as "applicationId", e.job_id as "jobId", j.title as "jobTitle", p.name as "poolName", s.name as "stageName", q.name as "sequenceName",
    e.subject_id as "subjectId",
    e.particulars, e.subject, e.text, e.state
  from entry e left join ats.job j on j.id = e.job_id
  left join crm.pool p on e.name = any(${poolFacts}) and p.id::text = e.subject_id
  left join crm.sequence q on e.name = any(${sequenceFacts}) and q.id::text = e.subject_id
  left join crm.pool_stage s on s.pool_id = p.id and s.id::text = e.particulars ->> 'stageId'
  left join accounts.user_account u on e.actor_kind = 'user' and u.id::text = e.actor_id
  order by e.at desc, e.key desc`
}
