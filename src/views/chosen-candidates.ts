import { z } from 'zod'
import { see } from '../candidates/model/permissions.ts'
import { readSearch } from '../candidates/model/search-query.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { chosen } from './candidate-search.sql.ts'
import { loadChosen, loadFoundIds } from './chosen-candidates.sql.ts'
import { candidateFilters } from './model/candidate-filters.ts'

/** So many are acted on at once; commands take no more. */
const mostActedOn = 5000

export const candidateIds = defineQuery({
  name: 'views.candidateIds',
  says: 'The ids of everyone found, the newest 5,000 at most, for acts on all of them.',
  permission: see,
  input: z.object({ words: z.string().max(500).default(''), filters: candidateFilters.default({}) }),
  handle: async (tx, { words, filters }) => {
    const rows = await tx.rows(loadFoundIds(chosen(tx, filters), readSearch(words)?.exact, mostActedOn + 1))
    return ok({ ids: rows.slice(0, mostActedOn).map(({ id }) => id), isCapped: rows.length > mostActedOn })
  },
})

export const chosenCandidates = defineQuery({
  name: 'views.chosenCandidates',
  says: 'What is true of chosen people together: their tags and owners, who is in process, whom one may not write to. More than 300 are asked for in parts and added up.',
  permission: see,
  // A query is an address, and addresses are short.
  input: z.object({ candidateIds: z.array(z.uuid()).min(1).max(300) }),
  handle: async (tx, { candidateIds }) => ok((await tx.row(loadChosen(tx.actor, candidateIds)))!),
})
