import type { CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { TeamMember } from '../model/job.ts'

export const loadTeams = (jobIds: readonly JobId[]): Statement<TeamMember & { jobId: JobId }> =>
  sql<TeamMember & { jobId: JobId }>`
    select job_id as "jobId", user_id as "userId", role, leads from ats.job_team
    where job_id = any(${jobIds}) order by job_id, leads desc, role, user_id`

/** Replaces the whole team in one statement; the rows that stay keep standing. */
export const saveTeam = (jobId: JobId, team: readonly TeamMember[]): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(team, '"userId" uuid, role text, leads boolean')}),
  gone as (delete from ats.job_team t where t.job_id = ${jobId}
    and not exists (select from wanted w where w."userId" = t.user_id and w.role = t.role))
  insert into ats.job_team (job_id, user_id, role, leads)
  select ${jobId}, "userId", role, leads from wanted
  on conflict (job_id, user_id, role) do update set leads = excluded.leads`

export const candidatesOfJob = (jobId: JobId): Statement<{ candidateId: CandidateId }> =>
  sql<{
    candidateId: CandidateId
  }>`select distinct candidate_id as "candidateId" from ats.application where job_id = ${jobId}`

/** Who of a job's team decides and who is the candidate's contact: the leads, else the first of that role. */
export const leadOf = (team: readonly TeamMember[], role: TeamMember['role']): UserId | undefined =>
  (team.find((one) => one.role === role && one.leads) ?? team.find((one) => one.role === role))?.userId
