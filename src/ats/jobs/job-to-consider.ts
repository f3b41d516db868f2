import type { CandidateId, JobId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { activeAmong } from '../applications/transfer.sql.ts'
import { dayIn } from '../model/promise.ts'
import { siteAddress } from '../own-page/link-token.ts'
import { loadLivePostingOfJob } from '../postings/posting.sql.ts'
import { clockOf } from './clock.ts'
import { loadJob, loadJobs } from './job.sql.ts'
import { noSuchJob } from './not-found.ts'
import { loadTeams } from './team.sql.ts'

/** A job for which people who have not applied may be considered. */
export interface JobToConsider {
  readonly id: JobId
  readonly title: string
  readonly department: string | null
  readonly team: readonly string[]
  /** Where one applies for it; null while no posting of it takes applications. */
  readonly applyAt: string | null
  /** Of those asked about, who is in its process already. */
  readonly inProcess: ReadonlySet<string>
}

/** The job, when it is in sight and not closed, and who of these people is in its process. */
export const jobToConsider = async (
  tx: ReadTx,
  jobId: string,
  candidateIds: readonly string[],
): Promise<Result<JobToConsider>> => {
  const job = await tx.row(loadJob(tx.actor, jobId as JobId))
  if (!job) return noSuchJob
  if (job.state === 'closed') return refuse('job-closed', 'This job is closed. Reopen it first.')
  const team = await tx.rows(loadTeams([job.id]))
  const inProcess = await tx.rows(activeAmong(job.id, candidateIds as readonly CandidateId[]))
  const { zone } = await clockOf(tx, job.officeId)
  const posting =
    job.state === 'open' ? await tx.row(loadLivePostingOfJob(job.id, dayIn(tx.now, zone))) : undefined
  return ok({
    id: job.id,
    title: job.title,
    department: job.department,
    team: team.map(({ userId }) => userId),
    applyAt: posting ? `${await siteAddress(tx)}/careers/jobs/${posting.slug}` : null,
    inProcess: new Set(inProcess.map(({ candidateId }) => candidateId)),
  })
}

/** Which of these jobs the actor does not see. */
export const jobsOutOfSight = async (tx: ReadTx, jobIds: readonly string[]): Promise<readonly string[]> => {
  const seen = new Set<string>(
    (await tx.rows(loadJobs(tx.actor, jobIds as readonly JobId[]))).map(({ id }) => id),
  )
  return jobIds.filter((id) => !seen.has(id))
}

/** The teams of these jobs, when every one of them is in sight. */
export const teamsInSight = async (
  tx: ReadTx,
  jobIds: readonly string[],
): Promise<Result<ReadonlyMap<string, readonly string[]>>> => {
  const asked = [...new Set(jobIds)] as JobId[]
  if (asked.length === 0) return ok(new Map())
  if ((await tx.rows(loadJobs(tx.actor, asked))).length < asked.length) return noSuchJob
  const teams = Map.groupBy(await tx.rows(loadTeams(asked)), ({ jobId }) => jobId as string)
  return ok(new Map([...teams].map(([jobId, team]) => [jobId, team.map(({ userId }) => userId as string)])))
}
