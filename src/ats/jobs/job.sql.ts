import type { Actor } from '../../kernel/model/actor.ts'
import type { JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Attribute, JobPlan, JobState, Pay } from '../model/job.ts'
import { seesPay, visibleJob } from './visible-job.sql.ts'

export interface JobRow {
  readonly id: JobId
  readonly title: string
  readonly code: string
  readonly department: string | null
  readonly officeId: string | null
  readonly country: string | null
  readonly employmentType: JobPlan['employmentType']
  readonly workplace: JobPlan['workplace']
  readonly state: JobState
  readonly confidential: boolean
  readonly outcomes: JobPlan['outcomes']
  readonly attributes: Attribute[]
  /** Null when there is none and when the actor may not see it; `payHidden` tells which. */
  readonly pay: Pay | null
  readonly payHidden: boolean
  readonly answerWithinDays: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedReason: string | null
}

const columns = (actor: Actor) => sql`
  j.id, j.title, j.code, j.department, j.office_id as "officeId", j.country, j.employment_type as "employmentType",
  j.workplace, j.state, j.confidential, j.outcomes, j.attributes,
  case when j.pay_min is not null and ${seesPay(actor, 'j')} then jsonb_build_object(
    'min', j.pay_min, 'max', j.pay_max, 'currency', j.pay_currency, 'period', j.pay_period) end as pay,
  (j.pay_min is not null and not ${seesPay(actor, 'j')}) as "payHidden",
  j.answer_within_days as "answerWithinDays", j.created_at as "createdAt", j.updated_at as "updatedAt",
  j.opened_at as "openedAt", j.closed_at as "closedAt", j.closed_reason as "closedReason"`

/** A job the actor may see, or no row. */
export const loadJob = (actor: Actor, id: JobId): Statement<JobRow> =>
  sql<JobRow>`select ${columns(actor)} from ats.job j where j.id = ${id} and ${visibleJob(actor, 'j')}`

/** The same, held against other changes until the transaction ends. */
export const lockJob = (actor: Actor, id: JobId): Statement<JobRow> =>
  sql<JobRow>`select ${columns(actor)} from ats.job j where j.id = ${id} and ${visibleJob(actor, 'j')} for update of j`

export const loadJobs = (actor: Actor, ids: readonly JobId[]): Statement<JobRow> =>
  sql<JobRow>`select ${columns(actor)} from ats.job j where j.id = any(${ids}) and ${visibleJob(actor, 'j')}`

export const insertJob = (
  job: JobPlan & { id: JobId; code: string; createdBy: UserId | null; now: Instant },
): Statement<unknown> => sql`
  insert into ats.job (id, title, code, department, office_id, country, employment_type, workplace, confidential,
    outcomes, attributes, pay_min, pay_max, pay_currency, pay_period, answer_within_days, created_by, created_at, updated_at)
  values (${job.id}, ${job.title}, ${job.code}, ${job.department ?? null}, ${job.officeId ?? null}, ${job.country ?? null},
    ${job.employmentType}, ${job.workplace}, ${job.confidential}, ${JSON.stringify(job.outcomes)}::jsonb,
    ${JSON.stringify(job.attributes)}::jsonb, ${job.pay?.min ?? null}, ${job.pay?.max ?? null}, ${job.pay?.currency ?? null},
    ${job.pay?.period ?? null}, ${job.answerWithinDays}, ${job.createdBy}, ${job.now}, ${job.now})`

export const saveJob = (job: JobPlan & { id: JobId; now: Instant }): Statement<unknown> => sql`
  update ats.job set title = ${job.title}, department = ${job.department ?? null}, office_id = ${job.officeId ?? null},
    country = ${job.country ?? null}, employment_type = ${job.employmentType}, workplace = ${job.workplace},
    confidential = ${job.confidential}, outcomes = ${JSON.stringify(job.outcomes)}::jsonb,
    attributes = ${JSON.stringify(job.attributes)}::jsonb, pay_min = ${job.pay?.min ?? null}, pay_max = ${job.pay?.max ?? null},
    pay_currency = ${job.pay?.currency ?? null}, pay_period = ${job.pay?.period ?? null},
    answer_within_days = ${job.answerWithinDays}, updated_at = ${job.now}
  where id = ${job.id}`

export const saveJobState = (
  id: JobId,
  state: JobState,
  now: Instant,
  closedReason: string | null = null,
): Statement<unknown> => sql`
  update ats.job set state = ${state}, updated_at = ${now},
    opened_at = case when ${state} = 'open' then coalesce(opened_at, ${now}) else opened_at end,
    closed_at = case when ${state} = 'closed' then ${now}::timestamptz end,
    closed_reason = ${closedReason}
  where id = ${id}`

/** Candidates of a job are hidden from outsiders while all their jobs are confidential. */
export const refreshConfidentialOfJob = (id: JobId): Statement<unknown> => sql`
  select ats.refresh_confidential(c.candidate_id)
  from (select distinct candidate_id from ats.application where job_id = ${id}) c`

export const refreshConfidential = (candidateIds: readonly string[]): Statement<unknown> =>
  sql`select ats.refresh_confidential(c) from unnest(${candidateIds}::uuid[]) as c`
