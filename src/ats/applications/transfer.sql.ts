import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Answer } from '../model/form.ts'

export const activeAmong = (
  jobId: JobId,
  ids: readonly CandidateId[],
): Statement<{ candidateId: CandidateId }> =>
  sql<{ candidateId: CandidateId }>`select candidate_id as "candidateId" from ats.application
    where job_id = ${jobId} and state = 'active' and candidate_id = any(${ids})`

/** What people sent with an application. */
export const answersOf = (
  ids: readonly ApplicationId[],
): Statement<{
  id: ApplicationId
  answers: Answer[]
  source: string
  sourceDetail: string | null
  resumeFileId: string | null
}> => sql`
  select id, answers, source, source_detail as "sourceDetail", resume_file_id as "resumeFileId"
  from ats.application where id = any(${ids})`
