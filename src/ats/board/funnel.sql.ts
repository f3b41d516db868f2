import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'

export interface FunnelFilter {
  readonly jobId?: JobId | undefined
  readonly officeId?: string | undefined
  readonly source?: string | undefined
  /** Applied on or after, before: days. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/**
 * The rank of every step an application ever came to and when: applying, then each decision that stands and
 * put it somewhere. One job counts its own stages; many jobs count the kinds of stages, which all share.
 */
const came = (actor: Actor, filter: FunnelFilter): Fragment => {
  return sql`
    apps as (
      select a.id, a.applied_at, a.stage_id, a.state from ats.application a join ats.job j on j.id = a.job_id
      where ${visibleJob(actor, 'j')} and coalesce(a.reason_code, '') not in ('transferred', 'duplicate')
        ${filter.jobId ? sql`and a.job_id = ${filter.jobId}` : sql``}
        ${filter.officeId ? sql`and j.office_id = ${filter.officeId}` : sql``}
        ${filter.source ? sql`and a.source = ${filter.source}` : sql``}
        ${filter.from ? sql`and a.applied_at >= ${filter.from}::date` : sql``}
        ${filter.until ? sql`and a.applied_at < ${filter.until}::date` : sql``}),
    moves as (
      select d.application_id as id, d.at, lead(d.before ->> 'stageId') over (partition by d.application_id order by d.at, d.id) as next,
        d.before ->> 'stageId' as before, row_number() over (partition by d.application_id order by d.at, d.id) as place
      from ats.decision d join apps on apps.id = d.application_id where d.undone_at is null),
    came as (
      select apps.id, apps.applied_at, apps.applied_at as at, coalesce(m.before::uuid, apps.stage_id) as stage_id
      from apps left join moves m on m.id = apps.id and m.place = 1
      union all
      select apps.id, apps.applied_at, m.at, coalesce(m.next::uuid, apps.stage_id) from moves m join apps on apps.id = m.id),
    ranked as (select came.id, came.applied_at, came.at, ${rankOf(filter)} as rank from came join ats.stage s on s.id = came.stage_id),
    reached as (
      select r.id, r.applied_at, step.rank, min(r.at) as at
      from ranked r join lateral generate_series(0, r.rank) as step (rank) on true
      group by r.id, r.applied_at, step.rank)`
}

const rankOf = (filter: FunnelFilter): Fragment =>
  filter.jobId
    ? sql`s.position`
    : sql`array_position(array['applied', 'review', 'interview', 'offer', 'hired'], s.kind) - 1`

export interface FunnelRow {
  readonly rank: number
  readonly count: number
  readonly medianDays: number | null
  readonly standing: number
}

/** How many came at least as far as each step, after how many days, and how many stand there now. */
export const countFunnel = (actor: Actor, filter: FunnelFilter): Statement<FunnelRow> => sql<FunnelRow>`
  with ${came(actor, filter)},
  here as (select ${rankOf(filter)} as rank, count(*) as n from apps join ats.stage s on s.id = apps.stage_id
    where apps.state = 'active' group by 1)
  select reached.rank, count(*) as count,
    percentile_cont(0.5) within group (order by extract(epoch from reached.at - reached.applied_at) / 86400)::float8 as "medianDays",
    coalesce(max(here.n), 0) as standing
  from reached left join here on here.rank = reached.rank group by reached.rank order by reached.rank`

/** The applications behind one figure of the funnel. */
export const funnelIds = (
  actor: Actor,
  filter: FunnelFilter,
  rank: number,
  limit: number,
): Statement<{ applicationId: ApplicationId }> => sql<{ applicationId: ApplicationId }>`
  with ${came(actor, filter)} select id as "applicationId" from reached where rank = ${rank} order by at, id limit ${limit}`

export interface FunnelPerson {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly jobTitle: string
  readonly stageName: string
  readonly state: string
  readonly appliedAt: Instant
}

/** Who stands behind those ids, in their order; jobs out of sight are not among them. */
export const loadFunnelPeople = (
  actor: Actor,
  ids: readonly ApplicationId[],
): Statement<FunnelPerson> => sql<FunnelPerson>`
  select a.id as "applicationId", a.candidate_id as "candidateId", j.title as "jobTitle", s.name as "stageName", a.state,
    a.applied_at as "appliedAt"
  from ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id
  where a.id = any(${ids}) and ${visibleJob(actor, 'j')} order by array_position(${ids}::uuid[], a.id)`
