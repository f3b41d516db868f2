import type { SearchQuery } from '../candidates/model/search-query.ts'
import type { Fragment } from '../kernel/sql.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { askIndex, byName, type Hit, newest, ranked, walkNewest } from './candidate-search.sql.ts'
import { cursorOf, readCursor } from './model/cursor.ts'

/** A page of ids in order, and where the next begins. */
export interface Found {
  readonly ids: readonly string[]
  readonly next?: string | undefined
}

type Find = (
  tx: ReadTx,
  who: Fragment,
  query: SearchQuery | undefined,
  limit: number,
  cursor: string | undefined,
) => Promise<Found>

// Measured on 100,000 and 1,000,000 people: looking at one record costs about as much as ten entries of the index.
const probeSteps = 150
const longestWalk = 4000
const manyOfProbe = 3

/**
 * The newest that hold the words. A word that many hold is found by walking from the newest, one that few hold
 * by the index; which of both, a short walk tells.
 */
export const findNewest: Find = async (tx, who, query, limit, cursor) => {
  const after = readCursor(cursor, 'recency', 'id')
  const want = limit + 1
  const page = (hits: readonly Hit[]): Found => {
    const last = hits[limit - 1]
    return {
      ids: hits.slice(0, limit).map(({ id }) => id),
      next: hits.length > limit && last ? cursorOf({ recency: last.recency, id: last.id }) : undefined,
    }
  }
  if (!query) return page(await tx.rows(newest(who, want, after)))
  const walk = async (steps: number) => {
    const rows = await tx.rows(walkNewest(who, query.exact, steps, want, after))
    const hits = rows.filter(({ id }) => id !== null)
    return { hits, isWhole: hits.length >= want || (rows[0]?.walked ?? 0) < steps }
  }
  const probe = await walk(probeSteps)
  if (probe.isWhole) return page(probe.hits)
  if (query.wide === '' || probe.hits.length >= manyOfProbe) {
    const hopeful = Math.ceil((probeSteps * want * 1.5) / Math.max(1, probe.hits.length))
    const longer = await walk(query.wide === '' ? longestWalk * 10 : Math.min(longestWalk, hopeful))
    if (longer.isWhole || query.wide === '') return page(longer.hits)
  }
  return page(await tx.rows(askIndex(who, query, want, after)))
}

/** The best of the newest 500 hits, all on one page after another. */
export const findByRank: Find = async (tx, who, query, limit, cursor) => {
  if (!query) return findNewest(tx, who, query, limit, cursor)
  const from = Number(readCursor(cursor, 'from')?.from ?? 0)
  const hits = await findNewest(tx, who, query, mostRanked, undefined)
  const inOrder = await tx.rows(ranked(hits.ids, query.exact, mostRanked))
  const page = inOrder.slice(from, from + limit)
  return {
    ids: page.map(({ id }) => id),
    next: inOrder.length > from + limit ? cursorOf({ from: from + limit }) : undefined,
  }
}

const mostRanked = 500

/** By family name, in the order of folded signs. */
export const findByName: Find = async (tx, who, query, limit, cursor) => {
  const hits = await tx.rows(byName(who, query?.exact, limit + 1, readCursor(cursor, 'sortKey', 'id')))
  const last = hits[limit - 1]
  return {
    ids: hits.slice(0, limit).map(({ id }) => id),
    next: hits.length > limit && last ? cursorOf({ sortKey: last.sortKey, id: last.id }) : undefined,
  }
}
