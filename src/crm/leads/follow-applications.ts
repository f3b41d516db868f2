import { z } from 'zod'
import { grantSight, revokeSight } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { leadApplied, leadsShown } from '../model/facts.ts'
import { dropLeads, leadsStand, noteAsked } from './end-leads.ts'
import { endLeadRows, lockLeadsOfJob, lockOpenLeads, openLeadsOf } from './lead.sql.ts'
import { aboutLead } from './open-leads.ts'

/** So many leads end in one transaction; the next run takes the rest. */
const endedAtOnce = 1000

/** Done twice, the second finds no open lead. */
export const noteLeadsApplied = defineCommand({
  name: 'crm.noteLeadsApplied',
  says: 'Ends the lead of a person who is in process on that job now; the row goes on with the application.',
  permission: systemOnly,
  input: z.object({ candidateId: z.uuid(), jobId: z.uuid(), applicationId: z.uuid() }),
  handle: async (tx, { candidateId, jobId, applicationId }) => {
    const leads = await tx.rows(lockOpenLeads(jobId, [candidateId]))
    if (leads.length > 0) {
      await tx.change(
        endLeadRows(
          leads.map(({ id }) => ({ id, applicationId })),
          'applied',
          'applied',
          tx.now,
        ),
      )
      tx.record(
        ...leads.map((lead) =>
          leadApplied({ ...aboutLead(lead), applicationId: applicationId as never }, {}),
        ),
      )
    }
    return ok({ applied: leads.length })
  },
})

export const endLeadsOfJob = defineCommand({
  name: 'crm.endLeadsOfJob',
  says: 'Lets go whoever was considered for a job that closed.',
  permission: systemOnly,
  input: z.object({ jobId: z.uuid() }),
  handle: async (tx, { jobId }) => {
    const leads = await tx.rows(lockLeadsOfJob(jobId, endedAtOnce))
    return ok({
      ended: (await dropLeads(tx, leads, 'job-closed')).length,
      more: leads.length === endedAtOnce,
    })
  },
})

export const letLeadsStand = defineCommand({
  name: 'crm.letLeadsStand',
  says: 'Shows people whose application ended as leads again where they are considered for another job.',
  permission: systemOnly,
  input: z.object({ candidateIds: z.array(z.uuid()).max(5000) }),
  handle: async (tx, { candidateIds }) => {
    await leadsStand(tx, candidateIds)
    return ok({})
  },
})

export const noteAskStopped = defineCommand({
  name: 'crm.noteAskStopped',
  says: 'Notes that the mail which asked a lead to apply was stopped.',
  permission: systemOnly,
  input: z.object({ candidateId: z.uuid(), jobId: z.uuid() }),
  handle: async (tx, { candidateId, jobId }) => {
    await noteAsked(tx, await tx.rows(lockOpenLeads(jobId, [candidateId])), false)
    return ok({})
  },
})

export const showLeadsToTeam = defineCommand({
  name: 'crm.showLeadsToTeam',
  says: 'Shows the leads of a job to whoever joined its team, and no longer to who left it.',
  permission: systemOnly,
  input: z.object({ jobId: z.uuid(), joined: z.array(z.uuid()).max(500), left: z.array(z.uuid()).max(500) }),
  handle: async (tx, { jobId, joined, left }) => {
    const leads = await tx.rows(openLeadsOf(jobId))
    const sights = (users: readonly string[]) =>
      leads.flatMap(({ id, candidateId }) => users.map((userId) => ({ userId, candidateId, because: id })))
    await grantSight(tx, sights(joined))
    await revokeSight(tx, sights(left))
    if (leads.length > 0)
      tx.record(leadsShown({ jobId: jobId as never }, { joined: joined.length, left: left.length }))
    return ok({})
  },
})
