import { loadUsers } from '../../accounts/door.ts'
import type { JobId } from '../../kernel/model/id.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { leadOf, loadTeams } from './team.sql.ts'

/** Somebody of a job as candidates know them: the contact, or who decides. */
export interface Lead {
  readonly name: string
  readonly title: string | null
  readonly role: 'recruiter' | 'hiring-manager'
}

/** The people of jobs who are named in public, contact first; two statements for any number of jobs. */
export const leadsOf = async (
  tx: ReadTx,
  jobIds: readonly JobId[],
): Promise<ReadonlyMap<JobId, readonly Lead[]>> => {
  const teams = Map.groupBy(await tx.rows(loadTeams(jobIds)), (one) => one.jobId)
  const users = new Map(
    (
      await loadUsers(
        tx,
        [...teams.values()].flat().map((one) => one.userId),
      )
    ).map((one) => [one.id as string, one]),
  )
  return new Map(
    [...teams].map(([jobId, team]) => [
      jobId,
      (['recruiter', 'hiring-manager'] as const).flatMap((role) => {
        const user = users.get(leadOf(team, role) ?? '')
        return user && !user.disabledAt ? [{ name: user.name, title: user.title, role }] : []
      }),
    ]),
  )
}
