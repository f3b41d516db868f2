import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { Application, Standing } from '../model/application.ts'
import type { Answer } from '../model/form.ts'
import type { PostingId, StageId } from '../model/ids.ts'

export const standingColumns: Fragment = sql`a.state, a.stage_id as "stageId", a.entered_stage_at as "enteredStageAt", a.turn,
  a.turn_says as "turnSays", a.promised_for as "promisedFor", a.promise_missed_at as "promiseMissedAt",
  a.held_until as "heldUntil", a.held_reason as "heldReason", a.closed_at as "closedAt", a.reason_code as "reasonCode",
  a.reason_side as "reasonSide", a.decided_by as "decidedBy", a.decision_note as "decisionNote"`

export const applicationColumns: Fragment = sql`a.id, a.candidate_id as "candidateId", a.job_id as "jobId",
  a.posting_id as "postingId", a.posting_version as "postingVersion", a.applied_at as "appliedAt", j.state as "jobState",
  ${standingColumns}`

/** Applications that the actor may work on, held in the order of their ids so that two bulk acts never wait crosswise. */
export const lockApplications = (actor: Actor, ids: readonly ApplicationId[]): Statement<Application> =>
  sql<Application>`
    select ${applicationColumns} from ats.application a join ats.job j on j.id = a.job_id
    where a.id = any(${ids}) and ${actor.kind === 'candidate' ? sql`a.candidate_id = ${actor.id}` : visibleJob(actor, 'j')}
    order by a.id for update of a`

/** The same without holding them: for saying beforehand what an act would do. */
export const loadApplications = (actor: Actor, ids: readonly ApplicationId[]): Statement<Application> =>
  sql<Application>`
    select ${applicationColumns} from ats.application a join ats.job j on j.id = a.job_id
    where a.id = any(${ids}) and ${visibleJob(actor, 'j')} order by a.id`

export const lockActiveOfJob = (jobId: JobId): Statement<Application> => sql<Application>`
  select ${applicationColumns} from ats.application a join ats.job j on j.id = a.job_id
  where a.job_id = ${jobId} and a.state = 'active' order by a.id for update of a`

const standingTypes = `id uuid, state text, "stageId" uuid, "enteredStageAt" timestamptz, turn text, "turnSays" text,
  "promisedFor" timestamptz, "promiseMissedAt" timestamptz, "heldUntil" date, "heldReason" text, "closedAt" timestamptz,
  "reasonCode" text, "reasonSide" text, "decidedBy" uuid, "decisionNote" text`

/** Writes what decisions changed, for any number of applications in one statement. */
export const saveStandings = (
  standings: readonly (Standing & { readonly id: ApplicationId })[],
  now: Instant,
): Statement<unknown> => sql`
  update ats.application a set state = r.state, stage_id = r."stageId", entered_stage_at = r."enteredStageAt",
    turn = r.turn, turn_says = r."turnSays", promised_for = r."promisedFor", promise_missed_at = r."promiseMissedAt",
    held_until = r."heldUntil", held_reason = r."heldReason", closed_at = r."closedAt", reason_code = r."reasonCode",
    reason_side = r."reasonSide", decided_by = r."decidedBy", decision_note = r."decisionNote", updated_at = ${now}
  from ${jsonRows(standings, standingTypes)} where a.id = r.id`

export interface NewApplication {
  readonly id: ApplicationId
  readonly candidateId: CandidateId
  readonly jobId: JobId
  readonly postingId: PostingId | null
  readonly postingVersion: number | null
  readonly stageId: StageId
  readonly appliedAt: Instant
  readonly answers: readonly Answer[]
  readonly source: string
  readonly sourceDetail: string | null
  readonly turnSays: string | null
  readonly promisedFor: Instant | null
  readonly transferredFrom: ApplicationId | null
  readonly resumeFileId?: string | null
}

/** Adds applications; a person with an active one on the job gets no second, and their row is not answered. */
export const insertApplications = (
  rows: readonly NewApplication[],
  now: Instant,
): Statement<{ id: ApplicationId }> => sql<{ id: ApplicationId }>`
  insert into ats.application (id, candidate_id, job_id, posting_id, posting_version, stage_id, applied_at,
    entered_stage_at, updated_at, answers, source, source_detail, turn_says, promised_for, transferred_from,
    resume_file_id)
  select id, "candidateId", "jobId", "postingId", "postingVersion", "stageId", "appliedAt", ${now}, ${now}, answers,
    source, "sourceDetail", "turnSays", "promisedFor", "transferredFrom", "resumeFileId"
  from ${jsonRows(
    rows,
    `id uuid, "candidateId" uuid, "jobId" uuid, "postingId" uuid, "postingVersion" int, "stageId" uuid, "appliedAt" timestamptz,
     answers jsonb, source text, "sourceDetail" text, "turnSays" text, "promisedFor" timestamptz, "transferredFrom" uuid,
     "resumeFileId" uuid`,
  )}
  on conflict (candidate_id, job_id) where state = 'active' do nothing
  returning id`

export const activeOfCandidate = (
  candidateId: CandidateId,
  jobId: JobId,
): Statement<{ id: ApplicationId }> => sql<{ id: ApplicationId }>`
  select id from ats.application where candidate_id = ${candidateId} and job_id = ${jobId} and state = 'active'`

/** Remembers the résumé and the files named in answers, once their uploads belong to the person. */
export const saveFiles = (
  id: ApplicationId,
  resumeFileId: string | null,
  answers: readonly Answer[] | null,
): Statement<unknown> => sql`
  update ats.application set resume_file_id = coalesce(${resumeFileId}, resume_file_id),
    answers = coalesce(${answers ? JSON.stringify(answers) : null}::jsonb, answers)
  where id = ${id}`

/** How many active applications a person has after a decision, and when the last no was: what their relationship follows from. */
export const activeCounts = (
  candidateIds: readonly CandidateId[],
): Statement<{ candidateId: CandidateId; active: number; hired: number; rejectedAt: Instant | null }> => sql`
  select candidate_id as "candidateId", count(*) filter (where state = 'active') as active,
    count(*) filter (where state = 'hired') as hired, max(closed_at) filter (where state = 'rejected') as "rejectedAt"
  from ats.application where candidate_id = any(${candidateIds}) group by candidate_id`

export const savePromise = (
  ids: readonly ApplicationId[],
  promisedFor: Instant,
  now: Instant,
): Statement<unknown> => sql`
  update ats.application set promised_for = ${promisedFor}, promise_missed_at = null, updated_at = ${now}
  where id = any(${ids})`

export const setTurn = (
  ids: readonly ApplicationId[],
  turn: 'us' | 'them',
  says: string,
  now: Instant,
): Statement<unknown> => sql`
  update ats.application set turn = ${turn}, turn_says = ${says}, updated_at = ${now} where id = any(${ids})`
