import { userIdOf } from '../../kernel/model/actor.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import type { NewContactPointRow, ProvenanceRow } from '../contact/contact-point.sql.ts'
import type { Arrival, Point, ReadyArrival } from '../model/arrival.ts'

const text = (value: string | undefined): string | null => {
  const clean = value
    ?.normalize('NFC')
    .replace(/[\s\0]+/gu, ' ')
    .trim()
  return clean ? clean : null
}

/** The fields of a record that an arrival says something about; null where it is silent. */
export const filledFields = (arrival: Arrival) => ({
  goesBy: text(arrival.goesBy),
  pronouns: text(arrival.pronouns),
  headline: text(arrival.headline),
  title: text(arrival.title),
  company: text(arrival.company),
  location: text(arrival.location),
  country: arrival.country && /^[A-Za-z]{2}$/u.test(arrival.country) ? arrival.country.toUpperCase() : null,
  language: text(arrival.language),
  timeZone: text(arrival.timeZone),
})

/** Rows for contact points that a record lacked; the first of its kind is primary. */
export const contactPointRows = (
  tx: WriteTx,
  arrival: Pick<Arrival, 'source' | 'fileId'>,
  candidateId: string,
  points: readonly Point[],
  firstOf: (kind: string) => boolean,
): NewContactPointRow[] =>
  points.map((point, at) => ({
    id: newId(),
    candidateId,
    kind: point.kind,
    value: point.value,
    normalised: point.normalised,
    weak: point.weak,
    label: null,
    isPrimary: firstOf(point.kind) && points.findIndex(({ kind }) => kind === point.kind) === at,
    cameFrom: arrival.source,
    cameBy: userIdOf(tx.actor),
    cameFileId: arrival.fileId ?? null,
  }))

/** What an arrival said, value by value: kept even where the record shows something else. */
export const provenanceRows = (
  tx: WriteTx,
  candidateId: string,
  { arrival, name }: ReadyArrival,
): ProvenanceRow[] =>
  Object.entries({ name, ...filledFields(arrival) })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([field, value]) => ({
      candidateId,
      field,
      value,
      cameFrom: arrival.source,
      cameBy: userIdOf(tx.actor),
      cameFileId: arrival.fileId ?? null,
    }))
