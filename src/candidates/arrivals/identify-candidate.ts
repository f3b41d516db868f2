import { createHash } from 'node:crypto'
import type { CandidateId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import {
  insertContactPoints,
  insertProvenance,
  insertSuggestions,
  lockArrivals,
  type SuggestionRow,
} from '../contact/contact-point.sql.ts'
import { type Arrival, keyOf, type ReadyArrival, readyArrival, recognise } from '../model/arrival.ts'
import { candidateAdded, candidateRecognised, duplicateSuggested } from '../model/facts.ts'
import { sortKey } from '../model/name.ts'
import {
  type CorrectedRow,
  fillCandidates,
  insertCandidates,
  roughCount,
  touch,
} from '../record/candidate.sql.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { contactPointRows, filledFields, provenanceRows } from './arrival-rows.ts'
import { peopleMet } from './people-met.ts'

export interface Identified {
  readonly candidateId: CandidateId
  readonly isNew: boolean
  /** Records that are perhaps the same person: suggested to a person, never joined by themselves. */
  readonly suggestions: readonly {
    readonly id: string
    readonly candidateId: CandidateId
    readonly score: number
  }[]
}

/** The one way in for one person; see `identifyCandidates`. */
export const identifyCandidate = async (tx: WriteTx, arrival: Arrival): Promise<Identified> =>
  (await identifyCandidates(tx, [arrival]))[0]!

/**
 * The one way in: finds or makes each person, in order, inside the caller's transaction. A certain match gains
 * the contact points it lacked and empty fields are filled, nothing is overwritten; an uncertain one becomes a
 * suggestion. People of one list are compared with each other too. A constant number of statements for any
 * number; lists over 1,000 are better cut, as parallel arrivals of the same people wait for each other.
 */
export const identifyCandidates = async (
  tx: WriteTx,
  arrivals: readonly Arrival[],
  options: {
    /** Who an arrival is known to be already, by its place in the list: it joins that record. */
    readonly known?: ReadonlyMap<number, CandidateId>
    /** The caller makes search agree, because it has more to add to the same records. */
    readonly searchLater?: true
  } = {},
): Promise<readonly Identified[]> => {
  if (arrivals.length === 0) return []
  const ready = arrivals.map(readyArrival)
  await tx.rows(lockArrivals(bucketsOf(ready)))
  const people = await peopleMet(tx, ready, [...(options.known?.values() ?? [])])
  const onRecord = (await tx.row(roughCount()))?.count ?? 0

  const decided = ready.map((one, at): Decided => {
    const certain = options.known?.get(at)
    const { joins, suggestions } = certain
      ? { joins: certain, suggestions: [] }
      : recognise(one, people.meet(one), onRecord)
    const id = (joins ?? newId<CandidateId>()) as CandidateId
    const lacked = one.points.filter((point) => !people.holds(id, keyOf(point)))
    const firstOf = (kind: string) => !people.holdsKind(id, kind)
    const points = contactPointRows(tx, one.arrival, id, lacked, firstOf)
    people.add(id, one)
    return { ready: one, id, isNew: joins === undefined, points, suggestions }
  })

  const isNew = (one: Decided) => one.isNew
  const added = decided.filter(isNew)
  const recognised = decided.filter((one) => !one.isNew)
  if (added.length > 0)
    await tx.change(
      insertCandidates(
        added.map(({ id, ready }) => newRow(id, ready)),
        tx.now,
      ),
    )
  const points = decided.flatMap((one) => one.points)
  if (points.length > 0) await tx.change(insertContactPoints(points, tx.now))
  await tx.change(
    insertProvenance(
      decided.flatMap((one) => provenanceRows(tx, one.id, one.ready)),
      tx.now,
    ),
  )
  if (recognised.length > 0) {
    await tx.change(fillCandidates(mergedById(recognised), tx.now))
    await tx.change(touch([...new Set(recognised.map(({ id }) => id))], tx.now, {}))
  }
  const suggested = await suggest(tx, decided)
  if (!options.searchLater)
    await refreshSearch(
      tx,
      decided.map(({ id }) => id),
    )
  for (const one of decided) {
    const about = { candidateId: one.id, subjectId: one.ready.arrival.fileId ?? null }
    const { source } = one.ready.arrival
    tx.record(
      one.isNew
        ? candidateAdded(about, { source })
        : candidateRecognised(about, { source, added: one.points.length }),
    )
  }
  return decided.map((one) => ({
    candidateId: one.id,
    isNew: one.isNew,
    suggestions: one.suggestions.flatMap(({ id, match }) => {
      const row = suggested.get(pairKey(one.id, id))
      return row ? [{ id: row, candidateId: id as CandidateId, score: match.score }] : []
    }),
  }))
}

interface Decided {
  readonly ready: ReadyArrival
  readonly id: CandidateId
  readonly isNew: boolean
  readonly points: ReturnType<typeof contactPointRows>
  readonly suggestions: ReturnType<typeof recognise>['suggestions']
}

const newRow = (id: string, { arrival, name, nameKey }: ReadyArrival) => ({
  id,
  name,
  nameKey,
  sortKey: sortKey({ full: name }),
  ...filledFields(arrival),
  ownerId: arrival.ownerId ?? null,
  source: arrival.source,
  sourceDetail: arrival.sourceDetail ?? null,
})

/** Several arrivals may join one record: the first to say something fills it. */
const mergedById = (recognised: readonly Decided[]): CorrectedRow[] => {
  const rows = new Map<string, CorrectedRow>()
  for (const { id, ready } of recognised) {
    const said = Object.fromEntries(
      Object.entries(filledFields(ready.arrival)).filter(([, value]) => value !== null),
    )
    rows.set(id, { ...said, ...rows.get(id), id })
  }
  return [...rows.values()]
}

/** Equal people fall into equal buckets; few buckets keep the table of locks small. */
const bucketsOf = (ready: readonly ReadyArrival[]): number[] => {
  const buckets = new Set<number>()
  for (const { points } of ready)
    for (const point of points)
      if (!point.shared) buckets.add(createHash('sha1').update(`${point.kind} ${point.weak}`).digest()[0]!)
  return [...buckets].sort((a, b) => a - b)
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const suggest = async (tx: WriteTx, decided: readonly Decided[]): Promise<ReadonlyMap<string, string>> => {
  const rows = new Map<string, SuggestionRow>()
  for (const { id: oneId, suggestions } of decided)
    for (const { id: otherId, match } of suggestions)
      if (!rows.has(pairKey(oneId, otherId)))
        rows.set(pairKey(oneId, otherId), {
          id: newId(),
          oneId,
          otherId,
          score: match.score,
          reasons: match.reasons,
        })
  if (rows.size === 0) return new Map()
  const inserted = await tx.rows(insertSuggestions([...rows.values()], tx.now))
  for (const { id, oneId, otherId, score } of inserted)
    tx.record(
      duplicateSuggested(
        { candidateId: oneId as CandidateId, subjectId: id },
        { otherId, score: Math.round(score * 100) / 100 },
      ),
    )
  return new Map(inserted.map(({ id, oneId, otherId }) => [pairKey(oneId, otherId), id]))
}
