import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

/** Somebody of mine with whom it is another's turn: the candidate's own, or the hiring manager's. */
export interface Waiting {
  readonly applicationId: string
  readonly candidateId: string
  readonly candidateName: string
  readonly jobId: string
  readonly jobTitle: string
  readonly stageName: string
  readonly turnSays: string | null
  readonly since: Instant
  readonly promisedFor: Instant | null
  /** Null: the candidate's own. */
  readonly colleague: string | null
}

/** Applications on jobs that the user answers for, where the next move is another's; longest waiting first. */
export const waitingOnOthers = (userId: string): Statement<Waiting> => sql<Waiting>`
  with mine as (
    select t.job_id, bool_or(t.role = 'hiring-manager') as decides from ats.job_team t
    join ats.job j on j.id = t.job_id and j.state in ('open', 'on-hold')
    where t.user_id = ${userId} group by t.job_id having bool_or(t.role in ('recruiter', 'coordinator'))
  )
  select a.id as "applicationId", a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId",
    j.title as "jobTitle", s.name as "stageName", a.turn_says as "turnSays",
    greatest(a.entered_stage_at, coalesce(a.last_word_at, a.entered_stage_at)) as since, a.promised_for as "promisedFor",
    case when a.turn = 'us' then manager.name end as colleague
  from mine m
  join ats.application a on a.job_id = m.job_id and a.state = 'active' and a.held_until is null
  join ats.stage s on s.id = a.stage_id
  join ats.job j on j.id = a.job_id
  join candidates.candidate c on c.id = a.candidate_id
  left join lateral (select u.name from ats.job_team t join accounts.user_account u on u.id = t.user_id
    where t.job_id = a.job_id and t.role = 'hiring-manager' and t.user_id <> ${userId} order by u.name limit 1) manager on true
  where a.turn = 'them' or s.kind <> 'applied' and not m.decides and manager.name is not null
  order by since limit 200`

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
