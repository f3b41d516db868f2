import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { Answer } from '../model/form.ts'
import type { Attribute } from '../model/job.ts'

export interface QueueFilter {
  readonly jobId?: JobId | undefined
  readonly stageId?: string | undefined
}

/** What waits to be read: active, our turn, not held, not yet beyond the first reviews. */
const waiting = (actor: Actor, filter: QueueFilter, now: Instant): Fragment => sql`
  a.state = 'active' and j.state in ('open', 'on-hold') and s.kind in ('applied', 'review')
  and a.turn = 'us' and (a.held_until is null or a.held_until <= ${now}::timestamptz::date) and ${visibleJob(actor, 'j')}
  ${filter.jobId ? sql`and a.job_id = ${filter.jobId}` : sql``}
  ${filter.stageId ? sql`and a.stage_id = ${filter.stageId}` : sql`and s.kind = 'applied'`}`

const from: Fragment = sql`ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id`

/**
 * Leases the next applications to a reviewer: their own unfinished ones first, then who waits longest; what
 * somebody else reads is passed over. Two reviewers at once get different ones.
 */
export const takeNext = (
  actor: Actor & { kind: 'user' },
  filter: QueueFilter,
  take: { now: Instant; until: Instant; count: number; after: readonly ApplicationId[] },
): Statement<{ applicationId: ApplicationId }> => sql<{ applicationId: ApplicationId }>`
  with next as (
    select a.id from ${from}
    left join ats.review_lease l on l.application_id = a.id
    where ${waiting(actor, filter, take.now)} and (l.user_id is null or l.user_id = ${actor.id} or l.until <= ${take.now})
      and not (a.id = any(${take.after}))
    order by (l.user_id = ${actor.id} and l.until > ${take.now}) desc nulls last, a.promised_for nulls last, a.applied_at, a.id
    limit ${take.count} for update of a skip locked)
  insert into ats.review_lease (application_id, user_id, until)
  select id, ${actor.id}, ${take.until} from next
  on conflict (application_id) do update set user_id = excluded.user_id, until = excluded.until
    where ats.review_lease.user_id = excluded.user_id or ats.review_lease.until <= ${take.now}
  returning application_id as "applicationId"`

export const keepLeases = (
  ids: readonly ApplicationId[],
  userId: UserId,
  until: Instant,
  now: Instant,
): Statement<{ applicationId: ApplicationId }> => sql<{ applicationId: ApplicationId }>`
  update ats.review_lease set until = ${until}
  where application_id = any(${ids}) and user_id = ${userId} and until > ${now}
  returning application_id as "applicationId"`

/** Who else reads which of these just now. */
export const leasesOfOthers = (
  ids: readonly ApplicationId[],
  userId: UserId | null,
  now: Instant,
): Statement<{ applicationId: ApplicationId; userId: UserId }> => sql<{
  applicationId: ApplicationId
  userId: UserId
}>`
  select application_id as "applicationId", user_id as "userId" from ats.review_lease
  where application_id = any(${ids}) and user_id is distinct from ${userId} and until > ${now}`

export const releaseLeases = (ids: readonly ApplicationId[]): Statement<unknown> =>
  sql`delete from ats.review_lease where application_id = any(${ids})`

export const releaseOwn = (
  userId: UserId,
  ids: readonly ApplicationId[] | null,
): Statement<{ applicationId: ApplicationId }> => sql<{ applicationId: ApplicationId }>`
  delete from ats.review_lease where user_id = ${userId} ${ids ? sql`and application_id = any(${ids})` : sql``}
  returning application_id as "applicationId"`

/** How many wait, how many of them others read just now, and how long a decision took lately. */
export const countQueue = (
  actor: Actor & { kind: 'user' },
  filter: QueueFilter,
  now: Instant,
): Statement<{ waiting: number; withOthers: number; overdue: number }> => sql`
  select count(*) as waiting,
    count(*) filter (where l.until > ${now} and l.user_id <> ${actor.id}) as "withOthers",
    count(*) filter (where a.promised_for < ${now}) as overdue
  from ${from} left join ats.review_lease l on l.application_id = a.id
  where ${waiting(actor, filter, now)}`

/** Seconds between the last decisions of a reviewer today: what the time left is reckoned from. */
export const paceOf = (
  userId: UserId,
  now: Instant,
): Statement<{ seconds: number | null; decided: number }> => sql`
  select percentile_cont(0.5) within group (order by gap)::float8 as seconds, count(*) as decided from (
    select extract(epoch from at - lag(at) over (order by at)) as gap from (
      select at from ats.decision where by_user = ${userId} and at > ${now}::timestamptz - interval '12 hours'
        and kind in ('advanced', 'held', 'rejected') order by at desc limit 60) d) g
  where gap < 900`

export interface ReviewItem {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly jobId: JobId
  readonly jobTitle: string
  readonly stageId: string
  readonly stageName: string
  readonly appliedAt: Instant
  readonly promisedFor: Instant | null
  readonly answers: readonly Answer[]
  readonly resumeFileId: string | null
  readonly source: string
  readonly criteria: readonly Attribute[]
  readonly postingId: string | null
  readonly postingVersion: number | null
  readonly otherApplications: number
}

/** What a reviewer reads of each: the criteria are those of the posting as it was answered (R40). */
export const loadReviewItems = (
  actor: Actor,
  ids: readonly ApplicationId[],
): Statement<ReviewItem> => sql<ReviewItem>`
  select a.id as "applicationId", a.candidate_id as "candidateId", a.job_id as "jobId", j.title as "jobTitle",
    a.stage_id as "stageId", s.name as "stageName", a.applied_at as "appliedAt", a.promised_for as "promisedFor",
    a.answers, a.resume_file_id as "resumeFileId", a.source, coalesce(v.criteria, j.attributes) as criteria,
    a.posting_id as "postingId", a.posting_version as "postingVersion",
    (select count(*) from ats.application o where o.candidate_id = a.candidate_id and o.id <> a.id) as "otherApplications"
  from ${from} left join ats.posting_version v on v.posting_id = a.posting_id and v.version = a.posting_version
  where a.id = any(${ids}) and ${visibleJob(actor, 'j')}`
