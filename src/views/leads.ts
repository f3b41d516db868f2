import { z } from 'zod'
import { seeApplications } from '../ats/model/permissions.ts'
import { ok } from '../kernel/model/result.ts'
import { daysBetween } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { loadLeads } from './leads.sql.ts'

export const leads = defineQuery({
  name: 'views.leads',
  says: 'Who stands before a job without having applied: considered, asked to apply, or ready in a pool kept for it.',
  permission: seeApplications,
  input: z.object({ jobId: z.uuid(), limit: z.number().int().min(1).max(500).default(100) }),
  handle: async (tx, { jobId, limit }) => {
    const rows = await tx.rows(loadLeads(tx.actor, jobId, limit))
    return ok({
      count: rows[0]?.count ?? 0,
      leads: rows.map(({ count: _, ...line }) => ({ ...line, days: daysBetween(line.since, tx.now) })),
    })
  },
})
