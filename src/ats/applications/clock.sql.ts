import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

interface About {
  readonly candidateId: CandidateId
  readonly applicationId: ApplicationId
  readonly jobId: JobId
}

const about = sql`candidate_id as "candidateId", a.id as "applicationId", job_id as "jobId"`

export const wakeHeld = (now: Instant): Statement<About> => sql<About>`
  update ats.application a set held_until = null, held_reason = null, updated_at = ${now}
  where state = 'active' and held_until is not null and held_until <= ${now}::timestamptz::date returning ${about}`

export const markMissed = (now: Instant): Statement<About & { promisedFor: Instant }> => sql`
  update ats.application a set promise_missed_at = ${now}, promises_missed = promises_missed + 1
  where state = 'active' and turn = 'us' and promised_for < ${now} and promise_missed_at is null
  returning ${about}, promised_for as "promisedFor"`

export const forgetDrafts = (now: Instant): Statement<unknown> =>
  sql`delete from ats.application_draft where expires_at < ${now}`

export const forgetLinks = (before: Instant): Statement<unknown> =>
  sql`delete from ats.candidate_link where expires_at < ${before}`
