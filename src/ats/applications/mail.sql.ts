import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export const loadAbout = (
  id: ApplicationId,
): Statement<{ candidateId: CandidateId; applicationId: ApplicationId; jobId: JobId }> => sql`
  select candidate_id as "candidateId", id as "applicationId", job_id as "jobId" from ats.application where id = ${id}`

/** Moves the last word forward, never back. */
export const noteWord = (id: ApplicationId, at: Instant): Statement<unknown> => sql`
  update ats.application set last_word_at = ${at}
  where id = ${id} and (last_word_at is null or last_word_at < ${at})`

export const noteAnswer = (id: ApplicationId, now: Instant): Statement<unknown> => sql`
  update ats.application set turn = 'us', turn_says = 'read the answer', updated_at = ${now}
  where id = ${id} and state = 'active' and turn = 'them'`
