import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

/** Something of mine where it is another's turn: a candidate's answer, a colleague's task, an approval. */
export interface Waiting {
  readonly kind: 'answer' | 'task' | 'approval'
  readonly id: string
  readonly candidateId: string | null
  readonly candidateName: string | null
  readonly jobId: string | null
  readonly jobTitle: string | null
  readonly says: string | null
  readonly since: Instant
  /** The colleague; null where it is the candidate's turn. */
  readonly colleague: string | null
}

/** Where the next move is another's, on jobs the user answers for or by the user's own asking; longest waiting first. */
export const waitingOnOthers = (userId: string): Statement<Waiting> => sql<Waiting>`
  with mine as (
    select distinct t.job_id from ats.job_team t join ats.job j on j.id = t.job_id and j.state in ('open', 'on-hold')
    where t.user_id = ${userId} and t.role in ('recruiter', 'coordinator')
  )
  select f.kind, f.id, f.candidate_id as "candidateId", c.name as "candidateName", f.job_id as "jobId", j.title as "jobTitle",
    f.says, f.since, u.name as colleague
  from (
    (select 'answer' as kind, a.id, a.candidate_id, a.job_id, a.turn_says as says,
        coalesce(a.last_word_at, a.entered_stage_at) as since, null::uuid as user_id
      from mine m join ats.application a on a.job_id = m.job_id and a.state = 'active' and a.held_until is null
      where a.turn = 'them' order by 6 limit 200)
    union all
    (select 'task', t.id, t.candidate_id, null, t.title, t.created_at, t.assigned_to
      from candidates.task t where t.assigned_by = ${userId} and t.assigned_to <> ${userId} and t.done_at is null
      order by t.created_at limit 100)
    union all
    (select 'approval', o.id, null, o.job_id, o.reason, o.requested_at, o.approver_id
      from ats.opening o where o.requested_by = ${userId} and o.state = 'requested' order by o.requested_at limit 100)
  ) f
  left join candidates.candidate c on c.id = f.candidate_id
  left join ats.job j on j.id = f.job_id
  left join accounts.user_account u on u.id = f.user_id
  order by f.since limit 200`

/** Something the user finished. */
export interface Done {
  readonly kind: 'decision' | 'mail' | 'task'
  readonly id: string
  readonly at: Instant
  /** A decision's kind, a mail's subject, a task's words. */
  readonly says: string
  readonly candidateId: string | null
  readonly candidateName: string | null
  readonly jobTitle: string | null
}

/** What the user decided, wrote and finished since a moment, newest first. */
export const doneSince = (userId: string, since: Instant): Statement<Done> => sql<Done>`
  select f.kind, f.id, f.at, f.says, f.candidate_id as "candidateId", c.name as "candidateName", j.title as "jobTitle"
  from (
    (select 'decision' as kind, d.id, d.at, d.kind as says, a.candidate_id, a.job_id
      from ats.decision d join ats.application a on a.id = d.application_id
      where d.by_user = ${userId} and d.at >= ${since} and d.undone_at is null order by d.at desc limit 200)
    union all
    (select 'mail', m.id, m.created_at, m.subject, m.candidate_id, m.job_id from messaging.message m
      where m.direction = 'out' and m.sender_id = ${userId} and m.created_at >= ${since}
        and m.state in ('waiting', 'sending', 'sent') and not m.automated order by m.created_at desc limit 200)
    union all
    (select 'task', t.id, t.done_at, t.title, t.candidate_id, null from candidates.task t
      where t.done_by = ${userId} and t.done_at >= ${since} order by t.done_at desc limit 200)
  ) f
  left join candidates.candidate c on c.id = f.candidate_id
  left join ats.job j on j.id = f.job_id
  order by f.at desc limit 200`
