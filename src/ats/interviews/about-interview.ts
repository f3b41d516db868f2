import { refuse } from '../../kernel/model/result.ts'
import type { InterviewRow } from './interview.sql.ts'

/** Whom and what a fact about an interview is about. */
export const aboutInterview = ({ candidateId, applicationId, jobId, id }: InterviewRow) => ({
  candidateId,
  applicationId,
  jobId,
  subjectId: id,
})

/** Said of interviews that aren't there and of those out of sight alike. */
export const noSuchInterview = refuse('not-found', 'There is no such interview, or it is not yours to see.')
export const calledOff = refuse('cancelled', 'This interview was called off. Plan it again.')
