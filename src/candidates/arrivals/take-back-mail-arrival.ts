import { hasFactSince, whoseFactsBesides } from '../../kernel/facts.sql.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { deleteContactPoints } from '../contact/contact-point.sql.ts'
import { emailKeys } from '../model/contact-point.ts'
import { candidateRecognised, candidateRemoved, contactPointRemoved } from '../model/facts.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { deleteRecords } from './imported.sql.ts'
import { correctLastWord, deleteNameOfMail, loadPointOfMail } from './mailed.sql.ts'

/** What became of the address: it left, was the person's before, others rely on it, or the record itself is gone. */
export type AddressAfter = 'left' | 'was-theirs' | 'relied-on' | 'record-gone'

/**
 * Takes back that a mail was said to be a person's. The record that this made goes if nothing else happened with
 * it; from one that was there the address goes, unless it was theirs before or is relied on since. That they wrote
 * to us is forgotten too.
 */
export const takeBackMailArrival = async (
  tx: WriteTx,
  arrival: {
    readonly candidateId: string
    readonly address: string
    /** When the mail was said to be theirs. */
    readonly at: Instant
    readonly isMade: boolean
    /** The act that said so, which is no reason to keep the record. */
    readonly by: { readonly command: string; readonly factName: string; readonly subjectId: string }
    /** The caller knows something that relies on the address. */
    readonly isReliedOn: boolean
    /** The moments of the mails, and when they had last written before and beside these. */
    readonly words: readonly Instant[]
    readonly wordBefore: Instant | null
    readonly lastWord: Instant | null
  },
): Promise<AddressAfter> => {
  const candidateId = arrival.candidateId as CandidateId
  if (arrival.isMade && !arrival.isReliedOn && (await removeMade(tx, candidateId, arrival.by)))
    return 'record-gone'
  const { words, wordBefore, lastWord } = arrival
  const before =
    [wordBefore, lastWord]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  await tx.change(correctLastWord(candidateId, words, before))
  await tx.change(deleteNameOfMail(candidateId, arrival.at))
  const address = await takeAddress(tx, { ...arrival, candidateId })
  await refreshSearch(tx, [candidateId])
  return address
}

const removeMade = async (
  tx: WriteTx,
  candidateId: CandidateId,
  by: { readonly command: string; readonly factName: string; readonly subjectId: string },
): Promise<boolean> => {
  const touched = await tx.rows(
    whoseFactsBesides([candidateId], {
      // What the same act recorded does not count, unless it was done again with another mail.
      command: by.command,
      subjectId: by.subjectId,
      arrivals: by.factName,
      names: noActs,
    }),
  )
  if (touched.length > 0) return false
  const gone = await tx.rows(deleteRecords([candidateId]))
  if (gone.length > 0) tx.record(candidateRemoved({ candidateId }, {}))
  return gone.length > 0
}

// What follows from the mail by itself, or is done with the conversation and not with the person.
const noActs = [
  'duplicate.suggested',
  'relationship.changed',
  'mail.received',
  'attachments.kept',
  'file.attached',
  'file.read',
  'thread.read',
  'thread.assigned',
  'thread.closed',
  'thread.reopened',
]

const takeAddress = async (
  tx: WriteTx,
  arrival: {
    readonly candidateId: CandidateId
    readonly address: string
    readonly at: Instant
    readonly isReliedOn: boolean
  },
): Promise<AddressAfter> => {
  const { candidateId, at } = arrival
  const point = await tx.row(loadPointOfMail(candidateId, emailKeys(arrival.address)?.exact ?? '', at))
  if (!point) return 'was-theirs'
  // Who applied since was perhaps known by this address.
  const cameAgain = await tx.row(
    hasFactSince(candidateId, candidateRecognised.factName, at, { source: 'mail' }),
  )
  if (arrival.isReliedOn || cameAgain) return 'relied-on'
  await tx.change(deleteContactPoints([point.id]))
  tx.record(contactPointRemoved({ candidateId, subjectId: point.id }, { kind: 'email' }))
  return 'left'
}
