import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

/** Who is left on a job, longest first. */
export const loadActiveOfJob = (
  jobId: JobId,
  limit: number,
): Statement<{
  applicationId: ApplicationId
  candidateId: CandidateId
  stageName: string
  appliedAt: Instant
}> => sql`
  select a.id as "applicationId", a.candidate_id as "candidateId", s.name as "stageName", a.applied_at as "appliedAt"
  from ats.application a join ats.stage s on s.id = a.stage_id
  where a.job_id = ${jobId} and a.state = 'active' order by a.applied_at, a.id limit ${limit}`
