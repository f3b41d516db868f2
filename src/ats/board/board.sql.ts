import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { StageId } from '../model/ids.ts'

/** One filter for the board and its table. */
export interface BoardFilter {
  readonly jobId: JobId
  readonly stageId?: string | undefined
  readonly turn?: 'us' | 'them' | undefined
  readonly overdue?: boolean | undefined
  readonly held?: boolean | undefined
  readonly source?: string | undefined
  readonly candidateIds?: readonly string[] | undefined
  /** Who heard nothing from us since then. */
  readonly quietSince?: Instant | undefined
  /** Of several stages: those that are somebody's to move on. */
  readonly stageIds?: readonly string[] | undefined
}

export interface CardRow {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly stageId: StageId
  readonly appliedAt: Instant
  readonly enteredStageAt: Instant
  /** The last word from us, else the day of applying: since then the person waits. */
  readonly waitingSince: Instant
  readonly turn: 'us' | 'them'
  readonly turnSays: string | null
  readonly promisedFor: Instant | null
  readonly heldUntil: string | null
  readonly heldReason: string | null
  readonly source: string
  readonly reviewedBy: UserId | null
}

const waitingSince: Fragment = sql`coalesce(a.last_word_at, a.applied_at)`

const matches = (
  filter: BoardFilter,
  now: Instant,
): Fragment => sql`a.job_id = ${filter.jobId} and a.state = 'active'
  ${filter.stageId ? sql`and a.stage_id = ${filter.stageId}` : sql``}
  ${filter.turn ? sql`and a.turn = ${filter.turn}` : sql``}
  ${filter.overdue ? sql`and a.promised_for < ${now}` : sql``}
  ${filter.held === undefined ? sql`` : filter.held ? sql`and a.held_until is not null` : sql`and a.held_until is null`}
  ${filter.source ? sql`and a.source = ${filter.source}` : sql``}
  ${filter.candidateIds ? sql`and a.candidate_id = any(${filter.candidateIds}::uuid[])` : sql``}
  ${filter.quietSince ? sql`and ${waitingSince} < ${filter.quietSince}` : sql``}
  ${filter.stageIds ? sql`and a.stage_id = any(${filter.stageIds}::uuid[])` : sql``}`

const card: Fragment = sql`a.id as "applicationId", a.candidate_id as "candidateId", a.stage_id as "stageId", a.applied_at as "appliedAt",
  a.entered_stage_at as "enteredStageAt", ${waitingSince} as "waitingSince", a.turn, a.turn_says as "turnSays",
  a.promised_for as "promisedFor", a.held_until as "heldUntil", a.held_reason as "heldReason", a.source`

const reviewedBy = (now: Instant): Fragment =>
  sql`(select l.user_id from ats.review_lease l where l.application_id = x."applicationId" and l.until > ${now}) as "reviewedBy"`

/** Each stage's cards up to a cap, who waits longest first: read in that order from the index, stage by stage. */
export const loadBoardCards = (
  filter: BoardFilter,
  cap: number,
  now: Instant,
): Statement<CardRow> => sql<CardRow>`
  select x.*, ${reviewedBy(now)} from ats.stage s join lateral (
    select ${card} from ats.application a where ${matches(filter, now)} and a.stage_id = s.id
    order by ${waitingSince}, a.id limit ${cap}) x on true
  where s.job_id = ${filter.jobId} order by s.position, x."waitingSince", x."applicationId"`

export const countBoard = (
  filter: BoardFilter,
  now: Instant,
): Statement<{ stageId: StageId; count: number; overdue: number; ours: number; held: number }> => sql`
  select a.stage_id as "stageId", count(*) as count, count(*) filter (where a.promised_for < ${now}) as overdue,
    count(*) filter (where a.turn = 'us') as ours, count(*) filter (where a.held_until is not null) as held
  from ats.application a where ${matches(filter, now)} group by a.stage_id`

/** What each chip of the filter would leave, of all of a job's active applications, stage by stage. */
export const countChoices = (
  jobId: JobId,
  quietSince: Instant,
  now: Instant,
): Statement<
  { stageId: StageId } & Record<'all' | 'ours' | 'theirs' | 'overdue' | 'quiet' | 'held', number>
> => sql`
  select a.stage_id as "stageId", count(*) as all, count(*) filter (where a.turn = 'us') as ours,
    count(*) filter (where a.turn = 'them') as theirs, count(*) filter (where a.promised_for < ${now}) as overdue,
    count(*) filter (where ${waitingSince} < ${quietSince}) as quiet,
    count(*) filter (where a.held_until is not null) as held
  from ats.application a where a.job_id = ${jobId} and a.state = 'active' group by a.stage_id`

/** The same filter as rows, who waits longest first, after the last row of the page before. */
export const loadBoardRows = (
  filter: BoardFilter,
  limit: number,
  after: { waitingSince: string; applicationId: string } | undefined,
  now: Instant,
): Statement<CardRow> => sql<CardRow>`
  select x.*, ${reviewedBy(now)} from (
    select ${card} from ats.application a where ${matches(filter, now)}
    ${after ? sql`and (${waitingSince}, a.id) > (${after.waitingSince}::timestamptz, ${after.applicationId}::uuid)` : sql``}
    order by ${waitingSince}, a.id limit ${limit}) x
  order by x."waitingSince", x."applicationId"`

/** The ids behind a figure, capped: a bulk act takes them from here. */
export const loadBoardIds = (
  filter: BoardFilter,
  limit: number,
  now: Instant,
): Statement<{ applicationId: ApplicationId }> =>
  sql<{
    applicationId: ApplicationId
  }>`select a.id as "applicationId" from ats.application a where ${matches(filter, now)}
    order by ${waitingSince}, a.id limit ${limit}`

export interface JobSummary {
  readonly id: JobId
  readonly title: string
  readonly code: string
  readonly department: string | null
  readonly officeId: string | null
  readonly state: string
  readonly confidential: boolean
  readonly openedAt: Instant | null
  readonly updatedAt: Instant
  readonly active: number
  readonly unread: number
  readonly overdue: number
  readonly hired: number
  readonly total: number
  readonly seats: number
  readonly filled: number
  readonly livePostings: number
}

/** Jobs in sight with their counts, newest changed first. */
export const loadJobSummaries = (
  actor: Actor,
  filter: {
    state?: string | undefined
    words?: string | undefined
    mine?: boolean | undefined
    officeId?: string | undefined
  },
  now: Instant,
  limit: number,
): Statement<JobSummary> => sql<JobSummary>`
  select j.id, j.title, j.code, j.department, j.office_id as "officeId", j.state, j.confidential, j.opened_at as "openedAt",
    j.updated_at as "updatedAt", coalesce(c.active, 0) as active, coalesce(c.unread, 0) as unread, coalesce(c.overdue, 0) as overdue,
    coalesce(c.hired, 0) as hired, coalesce(c.total, 0) as total,
    (select count(*) from ats.opening o where o.job_id = j.id and o.state in ('approved', 'open', 'filled')) as seats,
    (select count(*) from ats.opening o where o.job_id = j.id and o.state = 'filled') as filled,
    (select count(*) from ats.posting p where p.job_id = j.id and p.state = 'live') as "livePostings"
  from ats.job j left join lateral (
    select count(*) filter (where a.state = 'active') as active,
      count(*) filter (where a.state = 'active' and s.kind = 'applied' and a.held_until is null) as unread,
      count(*) filter (where a.state = 'active' and a.promised_for < ${now}) as overdue,
      count(*) filter (where a.state = 'hired') as hired, count(*) as total
    from ats.application a join ats.stage s on s.id = a.stage_id where a.job_id = j.id) c on true
  where ${visibleJob(actor, 'j')}
    ${filter.state ? sql`and j.state = ${filter.state}` : sql``}
    ${filter.officeId ? sql`and j.office_id = ${filter.officeId}` : sql``}
    ${filter.words ? sql`and kernel.fold(j.title || ' ' || j.code || ' ' || coalesce(j.department, '')) like '%' || kernel.fold(${filter.words.replace(/[\\%_]/g, '\\$&')}) || '%'` : sql``}
    ${filter.mine && actor.kind === 'user' ? sql`and exists (select from ats.job_team m where m.job_id = j.id and m.user_id = ${actor.id})` : sql``}
  order by case j.state when 'open' then 0 when 'draft' then 1 when 'on-hold' then 2 else 3 end, j.updated_at desc, j.id
  limit ${limit}`
