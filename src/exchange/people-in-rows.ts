import { createHash } from 'node:crypto'
import { userIdsByMail } from '../accounts/door.ts'
import { type Arrival, idsByAddress, standingOf } from '../candidates/door.ts'
import type { CandidateId } from '../kernel/model/id.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { type ImportRow, loadExternal } from './import.sql.ts'
import type { FileRow } from './import-row.sql.ts'
import { withStops } from './model/mapping.ts'
import { type PersonInRow, personInRow, type Remark } from './model/person-in-row.ts'
import type { Outcome } from './model/totals.ts'

/** A row, understood: who comes in, whom we know them to be, or why nobody does. */
export interface UnderstoodRow {
  readonly number: number
  readonly person: PersonInRow
  readonly arrival: Arrival
  readonly remarks: readonly Remark[]
  /** By which the row is known again: the other system's id, or the row itself where nothing else identifies. */
  readonly external?: { readonly system: string; readonly externalId: string }
  /** The record that this id stands for. */
  readonly known?: CandidateId
  /** Set where the row makes nobody. */
  readonly instead?: Outcome
}

/** Reads rows by the import's mapping and looks up whom their ids and owners stand for: a constant number of statements. */
export const peopleInRows = async (
  tx: ReadTx,
  list: ImportRow,
  rows: readonly FileRow[],
): Promise<readonly UnderstoodRow[]> => {
  const mapping = withStops(list.mapping!, list.headers)
  const people = rows.map(({ number, cells }) => {
    const person = personInRow(cells, mapping)
    return { number, person, external: externalOf(mapping.system, person, cells) }
  })
  const owners = await userIdsByMail(tx, [...new Set(people.flatMap(({ person }) => person.ownerMail ?? []))])
  const known = await knownByExternal(
    tx,
    people.flatMap(({ external }) => external ?? []),
  )
  const nameless = people.filter(({ person }) => person.name === '').flatMap(({ person }) => person.emails)
  const byAddress =
    nameless.length > 0 ? await idsByAddress(tx, nameless) : new Map<string, readonly string[]>()

  return people.map(({ number, person, external }): UnderstoodRow => {
    const remarks = [...person.remarks]
    const ownerId = person.ownerMail ? owners.get(person.ownerMail) : undefined
    if (person.ownerMail && !ownerId)
      remarks.push({
        code: 'no-owner',
        says: `No colleague has the address ${person.ownerMail.slice(0, 80)}.`,
      })
    const arrival: Arrival = {
      ...arrivalOf(person),
      ownerId,
      country: person.country ?? mapping.country,
      sourceDetail: person.source,
      fileId: list.id,
    }
    const row = { number, person, arrival, ...(external ? { external } : {}) }
    const stands = external ? known.get(keyOf(external)) : undefined
    if (stands?.isErased) return { ...row, remarks: [...remarks, forgotten], instead: 'skipped' }
    if (stands) return { ...row, remarks, known: stands.standsAs as CandidateId }
    if (person.name !== '') return { ...row, remarks }
    const owner = person.emails.flatMap((email) => byAddress.get(email) ?? [])[0]
    if (owner) return { ...row, remarks: [...remarks, namelessKnown], known: owner as CandidateId }
    return { ...row, remarks: [...remarks, noName], instead: 'error' }
  })
}

const noName = { code: 'no-name', says: 'There is no name in this row, so nobody can be put on record.' }
const namelessKnown = { code: 'no-name-known', says: 'No name in this row, but its address is on record.' }
const forgotten = {
  code: 'erased',
  says: 'This person asked to be forgotten. The row was not taken over.',
}

const arrivalOf = (person: PersonInRow): Arrival => ({
  name: person.name,
  emails: person.emails,
  phones: person.phones,
  links: person.links,
  goesBy: person.goesBy,
  pronouns: person.pronouns,
  headline: person.headline,
  title: person.title,
  company: person.company,
  location: person.location,
  language: person.language,
  source: 'import',
})

type External = NonNullable<UnderstoodRow['external']>
const keyOf = ({ system, externalId }: External) => `${system}\n${externalId}`

const externalOf = (system: string, person: PersonInRow, cells: readonly string[]): External | undefined => {
  if (person.externalId) return { system, externalId: person.externalId }
  if (person.emails.length + person.phones.length + person.links.length > 0) return undefined
  // Nothing identifies: the very same row again is the same person again, not one more of the name.
  return { system: 'row', externalId: createHash('sha256').update(JSON.stringify(cells)).digest('base64url') }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

const knownByExternal = async (tx: ReadTx, externals: readonly External[]) => {
  const found = externals.length > 0 ? await tx.rows(loadExternal(externals)) : []
  // Our own export carries our own ids.
  const own = externals
    .filter(({ system, externalId }) => system === 'throughline' && uuid.test(externalId))
    .map((external) => ({ ...external, candidateId: external.externalId }))
  const all = [...found, ...own]
  const standing = await standingOf(tx, [...new Set(all.map(({ candidateId }) => candidateId))])
  return new Map(
    all.flatMap((row) => {
      const stands = standing.get(row.candidateId)
      return stands ? [[keyOf(row), stands] as const] : []
    }),
  )
}
