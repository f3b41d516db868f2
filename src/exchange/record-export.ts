import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { ok } from '../kernel/model/result.ts'
import { newId } from '../kernel/new-id.ts'
import { exportMade } from './model/facts.ts'
import { exportPeople } from './model/permissions.ts'

/** Writes down that a list leaves the product, before its first row does. */
export const recordExport = defineCommand({
  name: 'exchange.recordExport',
  says: 'Writes down that someone takes a list out of the product.',
  permission: exportPeople,
  input: z.strictObject({
    what: z.enum(['candidates', 'applications']),
    jobId: z.uuid().optional(),
    raw: z.boolean(),
  }),
  handle: async (tx, { what, jobId, raw }) => {
    // The job is the caller's word, not yet looked up: it stays out of the job's own line.
    tx.record(exportMade({ subjectId: jobId ?? newId() }, { what, raw }))
    return ok(null)
  },
})
