import { z } from 'zod'
import { see, seeAll, seeConfidential } from '../candidates/model/permissions.ts'
import { readSearch, type SearchQuery } from '../candidates/model/search-query.ts'
import { closeName, type FoundBecause, reasonsOf } from '../candidates/model/search-reasons.ts'
import { searchWords } from '../candidates/model/search-words.ts'
import { holds } from '../kernel/model/actor.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import {
  type CandidateRow,
  chosen,
  countAll,
  countHidden,
  countHolding,
  loadRows,
  type Who,
} from './candidate-search.sql.ts'
import { findByName, findByRank, findNewest } from './find-candidates.ts'
import { candidateFilters, isUnfiltered } from './model/candidate-filters.ts'
import { loadStandings, type Standing } from './pools.sql.ts'

/** A line of the list: who, how we stand, and why they were found. */
export interface CandidateLine extends Omit<CandidateRow, 'body' | 'resume'> {
  readonly why: readonly FoundBecause[]
  /** Where they stand in the pool, when one pool is asked for. */
  readonly standing: Standing | null
}

const input = z.object({
  words: z.string().max(500).default(''),
  filters: candidateFilters.default({}),
  sort: z.enum(['recent', 'name', 'relevance']).default('recent'),
  after: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(100).default(50),
})

/** Counting stops here: "1,000+". */
const countCap = 1000
/** Of those who hold the words so many are looked at, where filters leave few of them: "412+". */
const mostCounted = 10_000

export const candidates = defineQuery({
  name: 'views.candidates',
  says: 'Candidates by words and filters, a page at a time, each with the reasons why it was found.',
  permission: see,
  input,
  handle: async (tx, { words, filters, sort, after, limit }) => {
    const query = readSearch(words)
    const who = chosen(tx, filters)
    const find = sort === 'name' ? findByName : sort === 'relevance' && query ? findByRank : findNewest
    const asTyped = await find(tx, who, query, limit, after)
    const close =
      query && query.namesWithSlips !== '' && asTyped.ids.length < fewHits && !after
        ? await findNewest(tx, who, slipsOf(query), limit, undefined)
        : undefined
    const ids = close ? [...new Set([...asTyped.ids, ...close.ids])].slice(0, limit) : asTyped.ids
    const poolId = filters.pools?.length === 1 ? filters.pools[0] : undefined
    const [rows, standings, count, hidden] = await Promise.all([
      tx.rows(loadRows(ids, query !== undefined)),
      poolId ? tx.rows(loadStandings(tx.actor, poolId, ids)) : [],
      after || !asTyped.next ? undefined : countOf(tx, who, query, limit),
      after || !holds(tx.actor, seeAll) || holds(tx.actor, seeConfidential) || !isUnfiltered(filters)
        ? 0
        : hiddenOf(tx, query),
    ])
    const typed = close ? searchWords(words) : []
    const standing = new Map(standings.map(({ candidateId, ...one }) => [candidateId, one]))
    const lines = rows.flatMap(({ body, resume, ...row }): CandidateLine[] => {
      const line = { ...row, standing: standing.get(row.id) ?? null }
      const why = query ? reasonsOf(query, body, resume) : []
      if (why.length > 0 || !close) return [{ ...line, why }]
      const because = closeName(typed, body)
      return because ? [{ ...line, why: [because] }] : []
    })
    return ok({
      rows: lines,
      next: asTyped.next,
      count: after ? undefined : (count ?? { count: lines.length, more: false }),
      hidden,
      lookedAt: asTyped.lookedAt,
    })
  },
})

// With so many hits by the words as typed nobody asks for slips of the finger.
const fewHits = 5

const slipsOf = (query: SearchQuery): SearchQuery => ({
  ...query,
  exact: query.namesWithSlips,
  wide: query.namesWithSlips,
})

/** Exact up to the cap; `more` beyond it. */
const countOf = async (
  tx: ReadTx,
  who: Who,
  query: SearchQuery | undefined,
  shown: number,
): Promise<{ readonly count: number; readonly more: boolean }> => {
  // Who does not hold a word can only be counted by reading everyone's.
  if (query?.wide === '') return { count: shown, more: true }
  const cap = countCap + 1
  const { count, looked } = (await tx.row(
    query ? countHolding(who, query.exact, cap, mostCounted) : countAll(who, cap),
  ))!
  return { count: Math.min(count, countCap), more: count > countCap || looked >= mostCounted }
}

const hiddenOf = async (tx: ReadTx, query: SearchQuery | undefined): Promise<number> =>
  (await tx.row(countHidden(tx.actor, query?.exact, countCap)))?.count ?? 0
