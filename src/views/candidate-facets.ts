import { z } from 'zod'
import { see } from '../candidates/model/permissions.ts'
import { readSearch } from '../candidates/model/search-query.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { countFacets } from './candidate-facets.sql.ts'
import { chosen } from './candidate-search.sql.ts'
import { candidateFilters } from './model/candidate-filters.ts'

/** So many of those found are counted: beyond, the counts are of the newest. */
const facetCap = 10_000

export const candidateFacets = defineQuery({
  name: 'views.candidateFacets',
  says: 'How many of those found fall under each value of the filters; beyond 10,000 of the newest 10,000.',
  permission: see,
  input: z.object({ words: z.string().max(500).default(''), filters: candidateFilters.default({}) }),
  handle: async (tx, { words, filters }) => {
    const rows = await tx.rows(countFacets(tx.actor, chosen(tx, filters), readSearch(words)?.exact, facetCap))
    const of = (facet: string) =>
      rows
        .filter((row) => row.facet === facet && row.value !== null)
        .map(({ value, label, count }) => ({ value: value!, label: label ?? value!, count }))
    return ok({
      counted: rows.find(({ facet }) => facet === 'all')?.count ?? 0,
      isCapped: (rows.find(({ facet }) => facet === 'all')?.count ?? 0) >= facetCap,
      relationship: of('relationship'),
      owner: of('owner'),
      country: of('country'),
      source: of('source'),
      tags: of('tag'),
      pools: of('pool'),
    })
  },
})
