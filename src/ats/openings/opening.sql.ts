import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { OpeningId } from '../model/ids.ts'

export interface OpeningRow {
  readonly id: OpeningId
  readonly jobId: JobId
  readonly reason: 'new' | 'backfill'
  readonly targetStart: string | null
  readonly state: 'requested' | 'approved' | 'declined' | 'open' | 'filled' | 'closed'
  readonly requestedBy: UserId | null
  readonly requestedAt: Instant
  readonly approverId: UserId | null
  readonly decidedAt: Instant | null
  readonly decisionNote: string | null
  readonly filledBy: ApplicationId | null
}

const columns = sql`o.id, o.job_id as "jobId", o.reason, o.target_start as "targetStart", o.state, o.requested_by as "requestedBy",
  o.requested_at as "requestedAt", o.approver_id as "approverId", o.decided_at as "decidedAt", o.decision_note as "decisionNote",
  o.filled_by as "filledBy"`

export const openingsOfJob = (jobId: JobId): Statement<OpeningRow> =>
  sql<OpeningRow>`select ${columns} from ats.opening o where o.job_id = ${jobId} order by o.requested_at, o.id`

export const lockOpenings = (
  actor: Actor,
  ids: readonly OpeningId[],
): Statement<OpeningRow> => sql<OpeningRow>`
  select ${columns} from ats.opening o join ats.job j on j.id = o.job_id
  where o.id = any(${ids}) and ${visibleJob(actor, 'j')} order by o.id for update of o`

export const insertOpenings = (
  rows: readonly {
    id: OpeningId
    jobId: JobId
    reason: string
    targetStart: string | null
    approverId: string | null
  }[],
  now: Instant,
  by: UserId | null,
): Statement<unknown> => sql`
  insert into ats.opening (id, job_id, reason, target_start, approver_id, requested_by, requested_at)
  select id, "jobId", reason, "targetStart", "approverId", ${by}, ${now}
  from ${jsonRows(rows, 'id uuid, "jobId" uuid, reason text, "targetStart" date, "approverId" uuid')}`

export const decideOpenings = (
  ids: readonly OpeningId[],
  state: 'approved' | 'declined',
  by: { userId: UserId | null; note: string | null; now: Instant },
): Statement<unknown> => sql`
  update ats.opening set state = ${state}, approver_id = ${by.userId}, decided_at = ${by.now}, decision_note = ${by.note}
  where id = any(${ids})`

export const saveApprover = (ids: readonly OpeningId[], approverId: UserId | null): Statement<unknown> =>
  sql`update ats.opening set approver_id = ${approverId} where id = any(${ids})`

/** Fills the longest-approved free seat of a job; no row when there is none. */
export const fillOpening = (jobId: JobId, applicationId: ApplicationId): Statement<{ id: OpeningId }> => sql<{
  id: OpeningId
}>`
  update ats.opening set state = 'filled', filled_by = ${applicationId}
  where id = (select id from ats.opening where job_id = ${jobId} and state in ('approved', 'open')
    order by decided_at nulls last, id limit 1 for update skip locked)
  returning id`

export const freeOpenings = (ids: readonly OpeningId[]): Statement<unknown> =>
  sql`update ats.opening set state = 'approved', filled_by = null where id = any(${ids}) and state = 'filled'`

export const closeOpeningsOfJob = (jobId: JobId): Statement<unknown> =>
  sql`update ats.opening set state = 'closed' where job_id = ${jobId} and state in ('requested', 'approved', 'open')`
