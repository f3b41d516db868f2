import { type Actor, system } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { ApplicationStateName } from '../model/application.ts'
import type { InterviewId, InterviewStepId } from '../model/ids.ts'
import type { Focus, Interview } from '../model/interview.ts'

export interface InterviewRow extends Interview {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly jobId: JobId
  readonly jobTitle: string
  readonly officeId: string | null
  readonly applicationState: ApplicationStateName
  readonly stepId: InterviewStepId | null
  readonly kit: string
  readonly attributes: readonly Focus[]
  readonly appointmentId: string | null
  readonly offeredAt: Instant | null
  readonly offeredBy: UserId | null
}

const interviews = (actor: Actor, which: Fragment): Fragment => sql`
  select i.id, i.application_id as "applicationId", a.candidate_id as "candidateId", a.job_id as "jobId", j.title as "jobTitle", j.office_id as "officeId",
    a.state as "applicationState", i.step_id as "stepId", i.name, i.kind, i.minutes, i.kit, i.attributes,
    i.appointment_id as "appointmentId", i.starts_at as "startsAt", i.ends_at as "endsAt", i.cancelled_at as "cancelledAt",
    i.offered_at as "offeredAt", i.offered_by as "offeredBy"
  from ats.interview i join ats.application a on a.id = i.application_id join ats.job j on j.id = a.job_id
  where ${which} and ${visibleJob(actor, 'j')}`

/** Interviews on jobs in sight, held in the order of their ids. */
export const lockInterviews = (actor: Actor, ids: readonly InterviewId[]): Statement<InterviewRow> =>
  sql<InterviewRow>`${interviews(actor, sql`i.id = any(${ids})`)} order by i.id for update of i`

export const loadInterviews = (actor: Actor, ids: readonly InterviewId[]): Statement<InterviewRow> =>
  sql<InterviewRow>`${interviews(actor, sql`i.id = any(${ids})`)} order by i.id`

/** In the order in which they were planned. */
export const interviewsOf = (actor: Actor, ids: readonly ApplicationId[]): Statement<InterviewRow> =>
  sql<InterviewRow>`${interviews(actor, sql`i.application_id = any(${ids})`)} order by i.planned_at, i.id`

/** What is booked of applications that are over, and has not begun. */
export const lockBookedOf = (
  ids: readonly ApplicationId[],
  now: Instant,
): Statement<InterviewRow & { readonly appointmentId: string }> => sql<
  InterviewRow & { readonly appointmentId: string }
>`
  ${interviews(system('ats'), sql`i.application_id = any(${ids}) and i.cancelled_at is null and i.starts_at > ${now}`)}
  order by i.id for update of i`

/** Adds interviews; a step that an applicant has already is not planned twice, and its row is not answered. */
export const insertInterviews = (
  rows: readonly {
    readonly id: InterviewId
    readonly applicationId: ApplicationId
    readonly stepId: InterviewStepId
    readonly attributes: readonly Focus[]
  }[],
  now: Instant,
  by: string | null,
): Statement<{ id: InterviewId }> => sql<{ id: InterviewId }>`
  insert into ats.interview (id, application_id, step_id, name, kind, minutes, kit, attributes, planned_at, planned_by)
  select r.id, r."applicationId", t.id, t.name, t.kind, t.minutes, t.kit, r.attributes, ${now}, ${by}
  from ${jsonRows(rows, 'id uuid, "applicationId" uuid, "stepId" uuid, attributes jsonb')}
  join ats.interview_step t on t.id = r."stepId"
  on conflict (application_id, step_id) where cancelled_at is null do nothing returning id`

export interface Interviewer {
  readonly interviewId: InterviewId
  readonly userId: UserId
  /** Others' scorecards stood open to them when they joined (R41). */
  readonly couldRead: boolean
}

export const loadInterviewers = (ids: readonly InterviewId[]): Statement<Interviewer> => sql<Interviewer>`
  select interview_id as "interviewId", user_id as "userId", could_read as "couldRead" from ats.interviewer
  where interview_id = any(${ids}) order by interview_id, user_id`

/** Replaces who holds these interviews. */
export const saveInterviewers = (
  ids: readonly InterviewId[],
  wanted: readonly Interviewer[],
): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(wanted, '"interviewId" uuid, "userId" uuid, "couldRead" boolean')}),
  gone as (delete from ats.interviewer w where w.interview_id = any(${ids})
    and not exists (select from wanted n where n."interviewId" = w.interview_id and n."userId" = w.user_id))
  insert into ats.interviewer (interview_id, user_id, could_read)
  select "interviewId", "userId", "couldRead" from wanted on conflict do nothing`

/** From now on these candidates choose the time themselves. */
export const markOffered = (ids: readonly InterviewId[], by: UserId, now: Instant): Statement<unknown> =>
  sql`update ats.interview set offered_at = ${now}, offered_by = ${by} where id = any(${ids})`

/** A candidate's own interview, held; nothing for what is called off or another's. */
export const lockOwnInterview = (
  id: InterviewId,
  candidateId: CandidateId,
): Statement<InterviewRow> => sql<InterviewRow>`
  ${interviews(system('ats'), sql`i.id = ${id} and a.candidate_id = ${candidateId} and i.cancelled_at is null`)}
  for update of i`

/** What a candidate has before them or behind them: with a time, or theirs to choose. */
export const interviewsOfCandidate = (candidateId: CandidateId): Statement<InterviewRow> => sql<InterviewRow>`
  ${interviews(system('ats'), sql`a.candidate_id = ${candidateId} and i.cancelled_at is null and (i.starts_at is not null or i.offered_at is not null)`)}
  order by i.starts_at nulls first, i.id`

/** Sets or clears the time of interviews. */
export const saveTimes = (
  times: readonly {
    readonly id: InterviewId
    readonly appointmentId: string | null
    readonly startsAt: Instant | null
    readonly endsAt: Instant | null
  }[],
): Statement<unknown> => sql`
  update ats.interview i set appointment_id = r."appointmentId", starts_at = r."startsAt", ends_at = r."endsAt"
  from ${jsonRows(times, 'id uuid, "appointmentId" uuid, "startsAt" timestamptz, "endsAt" timestamptz')} where i.id = r.id`

export const markCancelled = (ids: readonly InterviewId[], now: Instant): Statement<unknown> =>
  sql`update ats.interview set cancelled_at = ${now} where id = any(${ids})`
