import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Application, Standing } from '../model/application.ts'
import type { DecisionId } from '../model/ids.ts'
import { applicationColumns } from './application.sql.ts'

interface Move {
  readonly from: CandidateId
  readonly to: CandidateId
  readonly mergeId: string
}

/** Active applications of one for jobs on which the other has an active one too. */
export const lockSameJobs = ({ from, to }: Move): Statement<Application> => sql<Application>`
  select ${applicationColumns} from ats.application a join ats.job j on j.id = a.job_id
  where a.candidate_id = ${from} and a.state = 'active' and exists (
    select from ats.application o where o.candidate_id = ${to} and o.job_id = a.job_id and o.state = 'active')
  order by a.id for update of a`

export const moveApplications = ({ from, to, mergeId }: Move): Statement<unknown> =>
  sql`update ats.application set candidate_id = ${to}, merge_id = ${mergeId} where candidate_id = ${from}`

export const returnApplications = ({
  mergeId,
  to,
}: {
  mergeId: string
  to: CandidateId
}): Statement<unknown> =>
  sql`update ats.application set candidate_id = ${to}, merge_id = null where merge_id = ${mergeId}`

/** What a merge ended and nobody decided on since. */
export const decisionsOfMerge = (
  mergeId: string,
): Statement<{ id: DecisionId; applicationId: ApplicationId; jobId: JobId; before: Standing }> => sql`
  select d.id, d.application_id as "applicationId", a.job_id as "jobId", d.before
  from ats.decision d join ats.application a on a.id = d.application_id
  where d.merge_id = ${mergeId} and d.undone_at is null order by a.id for update of a`
