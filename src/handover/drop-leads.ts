import { z } from 'zod'
import { teamsInSight } from '../ats/door.ts'
import { requireVisible } from '../candidates/door.ts'
import { dropLeads, leadsById, reopenLeads } from '../crm/door.ts'
import { considerForJobs } from '../crm/model/permissions.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import type { WriteTx } from '../kernel/transaction.ts'

const leadIds = z.array(z.uuid()).min(1).max(5000)

export const dropLeadsOfJobs = defineCommand({
  name: 'handover.dropLeads',
  says: 'Considers people no longer for a job. Nobody is told: who never applied is not rejected.',
  permission: considerForJobs,
  input: z.object({ leadIds, because: z.enum(['not-pursued', 'undone']).default('not-pursued') }),
  handle: async (tx, { leadIds, because }) => {
    const leads = await leadsInSight(tx, leadIds)
    if (!leads.ok) return leads
    return ok({ dropped: (await dropLeads(tx, leads.value.leads, because)).map(({ id }) => id) })
  },
})

export const takeUpLeads = defineCommand({
  name: 'handover.takeUpLeads',
  says: 'Considers people again whom a job had let go.',
  permission: considerForJobs,
  input: z.object({ leadIds }),
  handle: async (tx, { leadIds }) => {
    const leads = await leadsInSight(tx, leadIds)
    if (!leads.ok) return leads
    return ok({ reopened: (await reopenLeads(tx, leadIds, leads.value.teams)).map(({ id }) => id) })
  },
})

/** Leads whose person and job are in sight; else as if there were none. */
const leadsInSight = async (tx: WriteTx, ids: readonly string[]) => {
  const leads = await leadsById(tx, ids)
  const none = refuse('not-found', 'There is no such lead, or it is not yours to see.')
  if (leads.length < new Set(ids).size) return none
  const people = await requireVisible(
    tx,
    leads.map(({ candidateId }) => candidateId),
  )
  const jobs = await teamsInSight(
    tx,
    leads.map(({ jobId }) => jobId),
  )
  return people.ok && jobs.ok ? ok({ leads, teams: jobs.value }) : none
}
