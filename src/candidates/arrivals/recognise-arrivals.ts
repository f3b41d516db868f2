import type { ReadTx } from '../../kernel/transaction.ts'
import { type Arrival, keyOf, readyArrival, recognise } from '../model/arrival.ts'
import { roughCount } from '../record/candidate.sql.ts'
import { peopleMet } from './people-met.ts'

/** What would become of an arrival. */
export interface Foreseen {
  /** The record it would join. */
  readonly joins?: string | undefined
  /** The earlier arrival of the same list that it would be one person with, by its place. */
  readonly joinsArrival?: number | undefined
  /** Records that would be suggested as perhaps the same person. */
  readonly suggests: readonly string[]
  /** Equal keys in two arrivals make them one person; for lists that are looked at in parts. */
  readonly keys: readonly string[]
}

/** What `identifyCandidates` would do with a list, without doing it. Two statements for any number. */
export const recogniseArrivals = async (
  tx: ReadTx,
  arrivals: readonly Arrival[],
): Promise<readonly Foreseen[]> => {
  const ready = arrivals.map(readyArrival)
  const people = await peopleMet(tx, ready)
  const onRecord = (await tx.row(roughCount()))?.count ?? 0
  return ready.map((one, at) => {
    const { joins, suggestions } = recognise(one, people.meet(one), onRecord)
    people.add(joins ?? `${ofTheList}${at}`, one)
    return {
      joins: joins?.startsWith(ofTheList) ? undefined : joins,
      joinsArrival: joins?.startsWith(ofTheList) ? Number(joins.slice(ofTheList.length)) : undefined,
      suggests: suggestions.map(({ id }) => id).filter((id) => !id.startsWith(ofTheList)),
      keys: one.points.filter((point) => !point.shared && identifies(point.normalised)).map(keyOf),
    }
  })
}

const ofTheList = 'row '

// A mailbox, a full number or a profile; a web page or half a number is none.
const identifies = (normalised: string) => /@|^\+|^[a-z]+:/u.test(normalised)
