import type { SearchQuery } from '../candidates/model/search-query.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { askIndex, byName, type Hit, newest, ranked, type Who, walkNewest } from './candidate-search.sql.ts'
import { cursorOf, readCursor } from './model/cursor.ts'

/** A page of ids in order, and where the next begins. */
export interface Found {
  readonly ids: readonly string[]
  readonly next?: string | undefined
  /** Only so many of the newest that may hold the phrase were read. */
  readonly lookedAt?: number | undefined
}

type Find = (
  tx: ReadTx,
  who: Who,
  query: SearchQuery | undefined,
  limit: number,
  cursor: string | undefined,
) => Promise<Found>

const probeSteps = 60
const longestWalk = 4000
// Exclusions alone and phrases must be read record by record.
const mostRead = 5000
const firstAnswers = 200
const allAnswers = 2 ** 31 - 1

/**
 * The newest that hold the words. A word that many hold is found by walking from the newest, one that few hold
 * by the index; which of both, a short walk tells.
 */
export const findNewest: Find = async (tx, who, query, limit, cursor) => {
  const after = readCursor(cursor, 'recency', 'id')
  const want = limit + 1
  const page = (hits: readonly Hit[], lookedAt?: number): Found => {
    const last = hits[limit - 1]
    return {
      ids: hits.slice(0, limit).map(({ id }) => id),
      next: hits.length > limit && last ? cursorOf({ recency: last.recency, id: last.id }) : undefined,
      lookedAt,
    }
  }
  if (!query) return page(await tx.rows(newest(who, want, after)))
  const look = async (rows: readonly Hit[], most: number) => {
    const hits = rows.filter(({ id }) => id !== null)
    const { walked = 0, people = 0 } = rows[0] ?? {}
    return { hits, isWhole: hits.length >= want || walked < most, people }
  }
  const walk = async (steps: number) =>
    look(await tx.rows(walkNewest(who, query.exact, steps, want, after)), steps)
  const ask = async (most: number) => look(await tx.rows(askIndex(who, query, most, want, after)), most)

  const probe = await walk(probeSteps)
  if (probe.isWhole) return page(probe.hits)
  if (query.wide === '') {
    const { hits, isWhole } = await walk(mostRead)
    return page(hits, isWhole ? undefined : mostRead)
  }
  if (probe.hits.length >= manyOfProbe(want, probe.people)) {
    const hopeful = Math.ceil((probeSteps * want * 1.5) / probe.hits.length)
    const longer = await walk(Math.min(longestWalk, hopeful))
    if (longer.isWhole) return page(longer.hits)
  }
  const first = await ask(firstAnswers)
  if (first.isWhole) return page(first.hits)
  const most = query.wide === query.exact ? allAnswers : mostRead
  const all = await ask(most)
  return page(all.hits, all.isWhole ? undefined : most)
}

/**
 * From how many hits of the probe on walking is cheaper. With a share s of n people holding the words, walking
 * looks at want / s records, the index answers s * n; looking costs about 20 times an answer (measured).
 */
const manyOfProbe = (want: number, people: number): number =>
  Math.max(2, probeSteps * Math.sqrt((20 * want) / Math.max(1, people)))

/** The best of the newest 300 hits, page by page. */
export const findByRank: Find = async (tx, who, query, limit, cursor) => {
  if (!query) return findNewest(tx, who, query, limit, cursor)
  const from = Number(readCursor(cursor, 'from')?.from ?? 0)
  const hits = await findNewest(tx, who, query, mostRanked, undefined)
  const inOrder = await tx.rows(ranked(hits.ids, query.exact, mostRanked))
  const page = inOrder.slice(from, from + limit)
  return {
    ids: page.map(({ id }) => id),
    next: inOrder.length > from + limit ? cursorOf({ from: from + limit }) : undefined,
    lookedAt: hits.lookedAt,
  }
}

const mostRanked = 300

/** By family name, in the order of folded signs. */
export const findByName: Find = async (tx, who, query, limit, cursor) => {
  const hits = await tx.rows(byName(who, query?.exact, limit + 1, readCursor(cursor, 'sortKey', 'id')))
  const last = hits[limit - 1]
  return {
    ids: hits.slice(0, limit).map(({ id }) => id),
    next: hits.length > limit && last ? cursorOf({ sortKey: last.sortKey, id: last.id }) : undefined,
  }
}
