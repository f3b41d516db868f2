import type { CandidateId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { ensureTags } from '../acts/person-acts.sql.ts'
import { type ConsentToRecord, recordConsent } from '../consent/record-consent.ts'
import { insertProvenance } from '../contact/contact-point.sql.ts'
import { contactHeld, noteWritten, tagAdded } from '../model/facts.ts'
import { fold } from '../model/fold.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { setRelationship } from '../record/set-relationship.ts'
import {
  addTagPairs,
  holdPeople,
  insertFirstSkills,
  insertNewNotes,
  loadConsentSigns,
  type Pair,
} from './imported.sql.ts'

/** What a file says about a person beyond who they are. */
export interface Particulars {
  readonly candidateId: string
  readonly tags: readonly string[]
  readonly skills: readonly string[]
  readonly note?: string | undefined
  /** The person must not be contacted. */
  readonly isHeld: boolean
  readonly consents: readonly Pick<ConsentToRecord, 'purpose' | 'event' | 'proof' | 'textShown'>[]
}

/** What was new, so that it can be taken back. */
export interface Brought {
  readonly tags: readonly Pair[]
  readonly notes: readonly { readonly id: string; readonly candidateId: string }[]
}

/**
 * Puts tags, skills, notes, consents and stops of many people on record and makes search agree: a constant
 * number of statements. A stop is never lifted and a withdrawn consent never claimed back by a file.
 */
export const bringParticulars = async (
  tx: WriteTx,
  people: readonly Particulars[],
  fileId: string,
): Promise<Brought> => {
  await stop(tx, people, fileId)
  await recordConsent(tx, await newConsents(tx, people))
  const tags = await bringTags(tx, people)
  const written = people.flatMap(({ candidateId, note }) =>
    note ? [{ id: newId(), candidateId, body: note.slice(0, longestNote) }] : [],
  )
  const notes = written.length > 0 ? await tx.rows(insertNewNotes(written, tx.now)) : []
  for (const { id, candidateId } of notes)
    tx.record(
      noteWritten(
        { candidateId: candidateId as CandidateId, subjectId: id },
        { privateTo: 'team', mentions: [] },
      ),
    )
  const skills = people.flatMap(({ candidateId, skills }) =>
    [...new Set(skills)].map((name, position) => ({
      id: newId(),
      candidateId,
      position,
      name: name.slice(0, 100),
    })),
  )
  if (skills.length > 0) await tx.change(insertFirstSkills(skills, fileId))
  await refreshSearch(
    tx,
    people.map(({ candidateId }) => candidateId),
  )
  return { tags, notes }
}

const longestNote = 20_000

const stop = async (tx: WriteTx, people: readonly Particulars[], fileId: string) => {
  const ids = people.filter(({ isHeld }) => isHeld).map(({ candidateId }) => candidateId)
  if (ids.length === 0) return
  const reason = 'The imported list says so.'
  const held = await tx.rows(holdPeople([...new Set(ids)], { at: tx.now, reason }))
  await tx.change(
    insertProvenance(
      held.map(({ id }) => ({
        candidateId: id,
        field: 'do-not-contact',
        value: reason,
        cameFrom: 'import',
        cameBy: null,
        cameFileId: fileId,
      })),
      tx.now,
    ),
  )
  // Who is in process stays an applicant: they speak to us by their own act and must be answered.
  const others = held.filter(({ relationship }) => relationship !== 'applicant')
  await setRelationship(
    tx,
    others.map(({ id }) => ({ candidateId: id, relationship: 'do-not-contact' })),
  )
  for (const { id } of held) tx.record(contactHeld({ candidateId: id as CandidateId }, {}))
}

const newConsents = async (tx: WriteTx, people: readonly Particulars[]): Promise<ConsentToRecord[]> => {
  const claims = people.flatMap(({ candidateId, consents }) =>
    consents.map((consent) => ({ candidateId, channel: 'import', ...consent })),
  )
  if (claims.length === 0) return []
  const known = await tx.rows(loadConsentSigns([...new Set(claims.map(({ candidateId }) => candidateId))]))
  const signs = new Set(known.map((sign) => `${sign.candidateId} ${sign.purpose} ${sign.event}`))
  const imported = new Set(
    known
      .filter(({ channel }) => channel === 'import')
      .map((sign) => `${sign.candidateId} ${sign.purpose} ${sign.event}`),
  )
  return claims.flatMap((claim): ConsentToRecord[] => {
    const event =
      claim.event === 'given' && signs.has(`${claim.candidateId} ${claim.purpose} withdrawn`)
        ? 'unproven'
        : claim.event
    const sign = `${claim.candidateId} ${claim.purpose} ${event}`
    if (imported.has(sign)) return []
    imported.add(sign)
    return [{ ...claim, event }]
  })
}

const bringTags = async (tx: WriteTx, people: readonly Particulars[]): Promise<readonly Pair[]> => {
  const wanted = new Map<string, { id: string; name: string; nameKey: string }>()
  for (const name of people.flatMap(({ tags }) => tags))
    if (!wanted.has(fold(name))) wanted.set(fold(name), { id: newId(), name, nameKey: fold(name) })
  wanted.delete('')
  if (wanted.size === 0) return []
  const ids = new Map((await tx.rows(ensureTags([...wanted.values()]))).map((tag) => [tag.nameKey, tag.id]))
  const pairs = people.flatMap(({ candidateId, tags }) =>
    tags.flatMap((name) => {
      const tagId = ids.get(fold(name))
      return tagId ? [{ candidateId, tagId }] : []
    }),
  )
  const distinct = [...new Map(pairs.map((pair) => [`${pair.candidateId} ${pair.tagId}`, pair])).values()]
  const added = await tx.rows(addTagPairs(distinct, tx.now))
  for (const { candidateId, tagId } of added)
    tx.record(tagAdded({ candidateId: candidateId as CandidateId, subjectId: tagId }, { tagId }))
  return added
}
