import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import { standingColumns } from '../applications/application.sql.ts'
import type { Standing } from '../model/application.ts'
import type { Answer } from '../model/form.ts'
import type { Place } from '../model/posting.ts'

export const mostRecentApplications = (
  candidateId: CandidateId,
): Statement<{ id: ApplicationId; jobTitle: string }> => sql`
  select a.id, j.title as "jobTitle" from ats.application a join ats.job j on j.id = a.job_id
  where a.candidate_id = ${candidateId} order by (a.state = 'active') desc, a.applied_at desc limit 20`

export interface OwnApplicationRow extends Standing {
  readonly applicationId: ApplicationId
  readonly jobId: JobId
  readonly jobTitle: string
  readonly jobState: string
  readonly language: string
  readonly locations: readonly Place[]
  readonly officeId: string | null
  readonly appliedAt: Instant
  readonly answers: readonly Answer[]
  readonly resumeFileId: string | null
  readonly postingId: string | null
  readonly postingVersion: number | null
  readonly source: string
  readonly lastWordAt: Instant | null
  readonly stillInProcess: number
  /** The newest decision that stands, and whether the person has been told by a mail that left. */
  readonly lastDecision: {
    id: string
    kind: string
    at: Instant
    mailKey: string | null
    byCandidate: boolean
  } | null
  /** Every stage entered, by decision, oldest first. */
  readonly wentThrough: readonly { stageId: string; at: Instant }[]
}

/** All applications of a person, newest first, with what their page tells. */
export const loadOwnApplications = (
  candidateId: CandidateId,
): Statement<OwnApplicationRow> => sql<OwnApplicationRow>`
  select a.id as "applicationId", a.job_id as "jobId", coalesce(v.title, j.title) as "jobTitle", j.state as "jobState",
    coalesce(v.language, 'en') as language, coalesce(v.locations, '[]') as locations, j.office_id as "officeId",
    a.applied_at as "appliedAt", a.answers, a.resume_file_id as "resumeFileId", a.posting_id as "postingId",
    a.posting_version as "postingVersion", a.source, a.last_word_at as "lastWordAt", ${standingColumns},
    (select count(*) from ats.application o where o.job_id = a.job_id and o.state = 'active') as "stillInProcess",
    (select jsonb_build_object('id', d.id, 'kind', d.kind, 'at', d.at, 'mailKey', d.mail_key, 'byCandidate', d.by_user is null)
      from ats.decision d where d.application_id = a.id and d.undone_at is null order by d.at desc, d.id desc limit 1) as "lastDecision",
    coalesce((select jsonb_agg(jsonb_build_object('stageId', d.before ->> 'stageId', 'at', d.before ->> 'enteredStageAt') order by d.at, d.id)
      from ats.decision d where d.application_id = a.id and d.undone_at is null), '[]') as "wentThrough"
  from ats.application a join ats.job j on j.id = a.job_id
  left join ats.posting_version v on v.posting_id = a.posting_id and v.version = a.posting_version
  where a.candidate_id = ${candidateId} order by a.applied_at desc, a.id desc limit 100`

export const insertErasureRequest = (
  id: string,
  candidateId: CandidateId,
  now: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  insert into ats.erasure_request (id, candidate_id, asked_at) values (${id}, ${candidateId}, ${now})
  on conflict (candidate_id) where settled_at is null do nothing returning id`

export const openErasureRequest = (candidateId: CandidateId): Statement<{ id: string; askedAt: Instant }> =>
  sql<{ id: string; askedAt: Instant }>`select id, asked_at as "askedAt" from ats.erasure_request
    where candidate_id = ${candidateId} and settled_at is null`

export const openErasureRequests = (): Statement<{
  id: string
  candidateId: CandidateId
  askedAt: Instant
}> =>
  sql`select id, candidate_id as "candidateId", asked_at as "askedAt" from ats.erasure_request
    where settled_at is null order by asked_at limit 500`

export const settleErasureRequests = (
  ids: readonly string[],
  now: Instant,
  by: string | null,
): Statement<{ id: string; candidateId: CandidateId }> => sql`
  update ats.erasure_request set settled_at = ${now}, settled_by = ${by}
  where id = any(${ids}::uuid[]) and settled_at is null returning id, candidate_id as "candidateId"`
