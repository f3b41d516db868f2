import { notifyUsers } from '../../accounts/door.ts'
import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { leadOf } from '../jobs/team.sql.ts'
import type { TeamMember } from '../model/job.ts'

/** Tells who leads the recruiting of a job that something came in. */
export const notifyLeads = async (
  tx: WriteTx,
  team: readonly TeamMember[],
  kind: string,
  about: { candidateId: CandidateId; applicationId: ApplicationId; jobId: JobId },
): Promise<void> => {
  const lead = leadOf(team, 'recruiter') ?? leadOf(team, 'hiring-manager')
  if (lead) await notifyUsers(tx, [{ userId: lead, kind, ...about }])
}
