import { decideOpeningsRight, visibleJob } from '../ats/door.ts'
import { type Actor, holds } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../kernel/sql.ts'

/** One thing that waits for one user. Times are instants; `due` decides the group it stands in. */
export interface Duty {
  readonly kind:
    | 'promise'
    | 'decide'
    | 'review'
    | 'reply'
    | 'task'
    | 'approve'
    | 'held'
    | 'mention'
    | 'interview'
    | 'scorecard'
  readonly id: string
  readonly candidateId: string | null
  readonly candidateName: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly jobTitle: string | null
  readonly due: Instant | null
  readonly since: Instant | null
  /** A count, where the duty is about many. */
  readonly many: number | null
  readonly words: string | null
  readonly threadId: string | null
  readonly stageName: string | null
  /** Where advancing leads to; null at the last stage. */
  readonly nextStage: string | null
  /** Who asks for it. */
  readonly askedBy: string | null
}

/** Roles on a job's team whose holder answers its candidates. */
const answering = sql`('recruiter', 'coordinator')`

/**
 * What waits for this user, most urgent first: promises that come due on jobs they answer for, replies
 * to answer, applications to review, people in a later stage to decide on, interviews to hold, scorecards owed, tasks, approvals, mentions.
 * One statement; each part is bounded, so that a long list costs no more than a short one.
 */
export const duties = (
  actor: Actor & { readonly kind: 'user' },
  now: Instant,
  horizon: Instant,
): Statement<Duty> => {
  const userId = actor.id
  return sql<Duty>`
  with mine as (
    select t.job_id, bool_or(t.role in ${answering}) as answers, bool_or(t.role = 'hiring-manager') as decides
    from ats.job_team t join ats.job j on j.id = t.job_id and j.state in ('open', 'on-hold')
    where t.user_id = ${userId} group by t.job_id
  ), due as (
    select a.id, a.candidate_id, a.job_id, a.promised_for, a.entered_stage_at, a.turn_says, a.held_until, a.last_word_at, a.applied_at,
      s.kind as stage_kind, m.answers, m.decides
    from mine m join ats.application a on a.job_id = m.job_id and a.state = 'active'
    join ats.stage s on s.id = a.stage_id
  ), found as (
    (select 'promise' as kind, d.id::text, d.candidate_id, d.id as application_id, d.job_id, d.promised_for as due,
        coalesce(d.last_word_at, d.applied_at) as since, null::int as many, d.turn_says as words, null::uuid as thread_id
      from due d where d.answers and d.promised_for < ${horizon} and d.held_until is null
        and (d.stage_kind <> 'applied' or d.promised_for < ${now})
      order by d.promised_for limit 100)
    union all
    (select 'review', d.job_id::text, null, null, d.job_id, min(d.promised_for), min(d.applied_at), count(*)::int, null, null
      from due d where (d.answers or d.decides) and d.stage_kind = 'applied' and d.held_until is null group by d.job_id)
    union all
    (select 'decide', d.id::text, d.candidate_id, d.id, d.job_id, d.promised_for, d.entered_stage_at, null, d.turn_says, null
      from due d where d.decides and not d.answers and d.stage_kind <> 'applied' and d.held_until is null
      order by d.promised_for nulls last limit 50)
    union all
    (select 'held', d.id::text, d.candidate_id, d.id, d.job_id, d.held_until::timestamptz, d.entered_stage_at, null, null, null
      from due d where d.answers and d.held_until <= ${horizon}::date order by d.held_until limit 50)
    union all
    (select 'reply', h.id::text, h.candidate_id, h.application_id, h.job_id, h.last_message_at + interval '1 day', h.last_message_at, null,
        (select left(regexp_replace(messaging.without_keys(m.body_text), '\\s+', ' ', 'g'), 160) from messaging.message m
          where m.thread_id = h.id and m.direction = 'in' order by m.created_at desc limit 1), h.id
      from messaging.thread h
      where h.awaiting = 'us' and h.closed_at is null
        and (h.assigned_to = ${userId} or (h.assigned_to is null and h.job_id in (select job_id from mine where answers)))
      order by h.last_message_at limit 100)
    union all
    (select 'task', t.id::text, t.candidate_id, t.application_id, null, t.due::timestamptz, t.created_at, null, t.title, null
      from candidates.task t where t.assigned_to = ${userId} and t.done_at is null order by t.due nulls last limit 100)
    union all
    (select case when i.ends_at < ${now} then 'scorecard' else 'interview' end, i.id::text, a.candidate_id, a.id, a.job_id,
        case when i.ends_at < ${now} then i.ends_at + interval '1 day' else i.ends_at end, coalesce(i.starts_at, i.planned_at),
        null, i.name, null
      from ats.interviewer w join ats.interview i on i.id = w.interview_id and i.cancelled_at is null
      join ats.application a on a.id = i.application_id and a.state = 'active' join ats.job j on j.id = a.job_id
      where w.user_id = ${userId} and (i.starts_at is null or i.starts_at < ${horizon}) and ${visibleJob(actor, 'j')}
        and not exists (select from ats.scorecard s where s.interview_id = i.id and s.author_id = w.user_id and s.submitted_at is not null)
      order by i.ends_at nulls last limit 50)
    union all
    (select 'approve', o.id::text, null, null, o.job_id, null, o.requested_at, null, o.reason, null
      from ats.opening o where o.state = 'requested' and ${seatsToDecide(actor)} order by o.requested_at limit 50)
    union all
    (select 'mention', n.id::text, n.candidate_id, n.application_id, n.job_id, null, n.at, null, null, null
      from accounts.notification n where n.user_id = ${userId} and n.kind = 'mention' and n.read_at is null
      order by n.at desc limit 30)
  )
  select f.kind, f.id, f.candidate_id as "candidateId", c.name as "candidateName", f.application_id as "applicationId",
    f.job_id as "jobId", j.title as "jobTitle", f.due, f.since, f.many, f.words, f.thread_id as "threadId",
    s.name as "stageName", next.name as "nextStage", asker.name as "askedBy"
  from found f
  left join candidates.candidate c on c.id = f.candidate_id
  left join ats.job j on j.id = f.job_id
  left join ats.application a on a.id = f.application_id
  left join ats.stage s on s.id = a.stage_id
  left join lateral (select n.name from ats.stage n where n.job_id = s.job_id and n.position > s.position
    order by n.position limit 1) next on true
  left join accounts.user_account asker on asker.id = (case f.kind
    when 'approve' then (select o.requested_by from ats.opening o where o.id = f.id::uuid)
    when 'task' then (select t.assigned_by from candidates.task t where t.id = f.id::uuid and t.assigned_by <> ${userId}) end)
  order by f.due nulls last, f.since`
}

/** Seats asked of this user, and those asked of anybody who may: never one's own request, nor of a job out of sight. */
const seatsToDecide = (actor: Actor & { readonly kind: 'user' }): Fragment =>
  holds(actor, decideOpeningsRight)
    ? sql`(o.approver_id = ${actor.id} or (o.approver_id is null and o.requested_by is distinct from ${actor.id}))
        and exists (select from ats.job j where j.id = o.job_id and ${visibleJob(actor, 'j')})`
    : sql`false`

/** The numbers beside Home and Inbox in the side bar. */
export const dutyCounts = (userId: string): Statement<{ inbox: number }> => sql<{ inbox: number }>`
  select count(*) as inbox from (
    select from messaging.thread h
    where h.awaiting = 'us' and h.closed_at is null
      and (h.assigned_to = ${userId} or (h.assigned_to is null and h.job_id in (
        select t.job_id from ats.job_team t where t.user_id = ${userId} and t.role in ${answering})))
    limit 500) waiting`
