import { z } from 'zod'
import { see } from '../candidates/model/permissions.ts'
import { readSearch } from '../candidates/model/search-query.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { chosen } from './candidate-search.sql.ts'
import { jobIsVisible, loadExportedApplications, loadExportedCandidates } from './exported.sql.ts'
import { findNewest } from './find-candidates.ts'
import { candidateFilters } from './model/candidate-filters.ts'

const mostRows = 500

/** The same people as `views.candidates` finds, the newest first, with everything that a list of them says. */
export const exportedCandidates = defineQuery({
  name: 'views.exportedCandidates',
  says: 'Candidates by words and filters with everything a list of them says, a page at a time.',
  permission: see,
  input: z.object({
    words: z.string().max(500).default(''),
    filters: candidateFilters.default({}),
    after: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(mostRows).default(mostRows),
  }),
  handle: async (tx, { words, filters, after, limit }) => {
    const found = await findNewest(tx, chosen(tx, filters), readSearch(words), limit, after)
    return ok({ rows: await tx.rows(loadExportedCandidates(found.ids)), next: found.next })
  },
})

export const exportedApplications = defineQuery({
  name: 'views.exportedApplications',
  says: 'The applications of a job with what a list of them says, a page at a time.',
  permission: see,
  input: z.object({
    jobId: z.uuid(),
    after: z.uuid().optional(),
    limit: z.number().int().min(1).max(mostRows).default(mostRows),
  }),
  handle: async (tx, { jobId, after, limit }) => {
    const job = await tx.row(jobIsVisible(tx.actor, jobId))
    if (!job) return refuse('not-found', 'There is no such job, or it is not yours to see.')
    const rows = await tx.rows(loadExportedApplications(tx.actor, jobId, after, limit))
    return ok({ code: job.code, rows, next: rows.length === limit ? rows.at(-1)!.id : undefined })
  },
})
