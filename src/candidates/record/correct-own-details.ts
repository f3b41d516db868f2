import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import {
  insertContactPoints,
  insertProvenance,
  leadContactPoints,
  loadContactPointsOf,
} from '../contact/contact-point.sql.ts'
import { keyOf, pointOf } from '../model/arrival.ts'
import { nameKey, sortKey } from '../model/name.ts'
import { updateCandidates } from './candidate.sql.ts'
import { refreshSearch } from './refresh-search.ts'

/** What a candidate says of themselves on their own page. */
export interface OwnDetails {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly town?: string | undefined
  readonly timeZone?: string | undefined
}

/**
 * Takes a candidate's own word over everything: name, town and zone change, address and telephone lead from now
 * on; earlier values stay in provenance and as further contact points. The caller records the fact.
 */
export const correctOwnDetails = async (
  tx: WriteTx,
  candidateId: string,
  { name, email, phone, town, timeZone }: OwnDetails,
): Promise<void> => {
  const said = Object.entries({ name, location: town, timeZone }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const from = { cameFrom: 'own-page', cameBy: null, cameFileId: null }
  if (said.length > 0) {
    const keys = name ? { nameKey: nameKey(name), sortKey: sortKey({ full: name }) } : {}
    await tx.change(updateCandidates([{ ...Object.fromEntries(said), ...keys, id: candidateId }], tx.now))
    await tx.change(
      insertProvenance(
        said.map(([field, value]) => ({ candidateId, field, value, ...from })),
        tx.now,
      ),
    )
  }
  const given = [email && pointOf('email', email), phone && pointOf('phone', phone)].filter(
    (point) => !!point,
  )
  if (given.length > 0) {
    const held = new Map(
      (await tx.rows(loadContactPointsOf([candidateId]))).map((row) => [keyOf(row), row.id]),
    )
    const added = given
      .filter((point) => !held.has(keyOf(point)))
      .map(({ shared: _, ...point }) => ({
        ...point,
        id: newId(),
        candidateId,
        label: null,
        isPrimary: false,
        ...from,
      }))
    await tx.change(insertContactPoints(added, tx.now))
    const leading = given.map(
      (point) => held.get(keyOf(point)) ?? added.find((row) => keyOf(row) === keyOf(point))!.id,
    )
    await tx.change(leadContactPoints(leading))
  }
  await refreshSearch(tx, [candidateId])
}
