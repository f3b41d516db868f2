import type { JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface JobFigures {
  readonly jobId: JobId
  /** Different people who applied themselves. */
  readonly applied: number
  /** Of those, how many had an answer that reached them: a step on, a no, a hire. */
  readonly answered: number
  /** Whole days the slowest answer took; null before the first. */
  readonly slowestAnswerDays: number | null
  readonly inInterviews: number
  /** Applications that ended by our decision, with quartiles of the days they took. */
  readonly decided: number
  readonly middleDays: number | null
  readonly fromDays: number | null
  readonly toDays: number | null
  readonly promisesKept: number
  readonly promisesDue: number
}

/**
 * What is counted about jobs, for the public and for candidates. A promised day counts once it has come: kept when
 * our word had left by then, missed when it had not. What the person ended or what was taken back counts for nothing.
 */
export const countJobs = (jobIds: readonly JobId[], now: Instant): Statement<JobFigures> => sql<JobFigures>`
  with mine as (select * from ats.application where job_id = any(${jobIds}::uuid[])),
  word as (
    select d.application_id, d.kind, case when d.mail_key is null then d.at else d.told_at end as heard_at,
      case when d.before ->> 'turn' = 'us' and d.before ->> 'promiseMissedAt' is null
        then (d.before ->> 'promisedFor')::timestamptz end as promised_for
    from ats.decision d join mine a on a.id = d.application_id
    where d.undone_at is null and d.by_user is not null and d.kind in ('advanced', 'rejected', 'closed', 'hired')),
  promised as (
    select a.job_id, count(*) filter (where w.heard_at <= w.promised_for) as kept,
      count(*) filter (where coalesce(w.heard_at, ${now}::timestamptz) > w.promised_for) as missed
    from word w join mine a on a.id = w.application_id where w.promised_for is not null group by a.job_id),
  person as (
    select a.id, a.job_id, a.candidate_id, a.state, a.applied_at, s.kind as stage,
      (select min(w.heard_at) from word w where w.application_id = a.id) as answered_at,
      (select max(w.heard_at) from word w where w.application_id = a.id and w.kind in ('rejected', 'hired')) as decided_at
    from mine a join ats.stage s on s.id = a.stage_id where a.posting_id is not null),
  told as (
    select job_id, count(distinct candidate_id)::int as applied,
      (count(distinct candidate_id) filter (where answered_at is not null))::int as answered,
      max(ceil(extract(epoch from answered_at - applied_at) / 86400))::int as slowest,
      (count(*) filter (where state = 'active' and stage = 'interview'))::int as interviews,
      (count(decided_at))::int as decided,
      percentile_disc(array[0.25, 0.5, 0.75]) within group (order by ceil(extract(epoch from decided_at - applied_at) / 86400)) as quartiles
    from person group by job_id),
  silent as (
    select job_id, sum(promises_missed + (state = 'active' and turn = 'us' and promised_for < ${now}
      and promise_missed_at is null)::int) as missed from mine group by job_id)
  select j.id as "jobId", coalesce(t.applied, 0)::int as applied, coalesce(t.answered, 0)::int as answered,
    t.slowest as "slowestAnswerDays", coalesce(t.interviews, 0)::int as "inInterviews", coalesce(t.decided, 0)::int as decided,
    t.quartiles[2]::int as "middleDays", t.quartiles[1]::int as "fromDays", t.quartiles[3]::int as "toDays",
    coalesce(p.kept, 0)::int as "promisesKept",
    (coalesce(p.kept, 0) + coalesce(p.missed, 0) + coalesce(s.missed, 0))::int as "promisesDue"
  from unnest(${jobIds}::uuid[]) as j(id) left join told t on t.job_id = j.id
  left join promised p on p.job_id = j.id left join silent s on s.job_id = j.id`
