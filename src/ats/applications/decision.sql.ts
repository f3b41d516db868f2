import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { Application, Standing } from '../model/application.ts'
import type { DecisionId, OpeningId } from '../model/ids.ts'
import { applicationColumns } from './application.sql.ts'

export interface DecisionRow {
  readonly id: DecisionId
  readonly applicationId: ApplicationId
  readonly kind: string
  readonly before: Standing
  readonly mailKey: string | null
  readonly openingId: OpeningId | null
  readonly createdApplicationId: ApplicationId | null
}

export const insertDecisions = (
  rows: readonly DecisionRow[],
  now: Instant,
  by: string | null,
): Statement<unknown> => sql`
  insert into ats.decision (id, application_id, kind, before, mail_key, opening_id, created_application_id, at, by_user)
  select id, "applicationId", kind, before, "mailKey", "openingId", "createdApplicationId", ${now}, ${by}
  from ${jsonRows(
    rows,
    'id uuid, "applicationId" uuid, kind text, before jsonb, "mailKey" text, "openingId" uuid, "createdApplicationId" uuid',
  )}`

export interface UndoableRow extends DecisionRow {
  readonly application: Application
  readonly at: Instant
  /** A later decision stands on this application. */
  readonly superseded: boolean
  /** Another application of the person for the same job is active by now. */
  readonly appliedAgain: boolean
}

/** Decisions not yet taken back, with their applications held; those of jobs out of sight are not among them. */
export const lockDecisions = (actor: Actor, ids: readonly DecisionId[]): Statement<UndoableRow> =>
  sql<UndoableRow>`
    select d.id, d.application_id as "applicationId", d.kind, d.before, d.mail_key as "mailKey", d.opening_id as "openingId",
      d.created_application_id as "createdApplicationId", d.at,
      exists (select from ats.decision l where l.application_id = d.application_id and l.undone_at is null
        and (l.at, l.id) > (d.at, d.id)) as superseded,
      exists (select from ats.application o where o.candidate_id = a.candidate_id and o.job_id = a.job_id and o.id <> a.id
        and o.state = 'active') as "appliedAgain",
      to_jsonb(x) as application
    from ats.decision d join ats.application a on a.id = d.application_id join ats.job j on j.id = a.job_id
    join lateral (select ${applicationColumns}) x on true
    where d.id = any(${ids}) and d.undone_at is null
      and ${actor.kind === 'candidate' ? sql`a.candidate_id = ${actor.id}` : visibleJob(actor, 'j')}
    order by a.id for update of a, d`

export const markUndone = (ids: readonly DecisionId[], now: Instant): Statement<unknown> =>
  sql`update ats.decision set undone_at = ${now} where id = any(${ids})`

/** What a transfer made is taken away with it. Answers those that had been decided on since: they stay. */
export const deleteUntouched = (ids: readonly ApplicationId[]): Statement<{ id: ApplicationId }> => sql`
  delete from ats.application a where a.id = any(${ids}) and not exists (select from ats.decision d where d.application_id = a.id)
  returning a.id`

/** The newest decision of an application that still stands. */
export const lastDecision = (
  id: ApplicationId,
): Statement<{ id: DecisionId; kind: string; at: Instant; byUser: string | null }> => sql`
  select id, kind, at, by_user as "byUser" from ats.decision
  where application_id = ${id} and undone_at is null order by at desc, id desc limit 1`

/** The newest decision of each of many that still stands: what it was, and whose. */
export const lastDecisions = (
  ids: readonly ApplicationId[],
): Statement<{ applicationId: ApplicationId; kind: string; userId: UserId | null }> => sql<{
  applicationId: ApplicationId
  kind: string
  userId: UserId | null
}>`
  select distinct on (application_id) application_id as "applicationId", kind, by_user as "userId" from ats.decision
  where application_id = any(${ids}) and undone_at is null order by application_id, at desc, id desc`

export interface MailSubject {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly jobId: JobId
  readonly jobTitle: string
  readonly department: string | null
  readonly officeId: string | null
}

/** What mails about applications say of their jobs. */
export const loadMailSubjects = (ids: readonly ApplicationId[]): Statement<MailSubject> => sql<MailSubject>`
  select a.id as "applicationId", a.candidate_id as "candidateId", a.job_id as "jobId",
    coalesce((select v.title from ats.posting_version v where v.posting_id = a.posting_id and v.version = a.posting_version), j.title) as "jobTitle",
    j.department, j.office_id as "officeId"
  from ats.application a join ats.job j on j.id = a.job_id where a.id = any(${ids})`
