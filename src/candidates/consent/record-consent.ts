import { createHash } from 'node:crypto'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import type { ConsentPurpose } from '../model/consent.ts'
import { consentRecorded } from '../model/facts.ts'
import { insertConsentEvents } from './consent.sql.ts'

/** One thing that happened to a consent, as it is written down. */
export interface ConsentToRecord {
  readonly candidateId: string
  readonly purpose: ConsentPurpose
  /** `unproven`: claimed by an import without anything to show. */
  readonly event: 'given' | 'withdrawn' | 'unproven'
  /** The very text that was shown (GDPR Art. 7(1)); its hash is kept beside it. */
  readonly textShown?: string | undefined
  readonly language?: string | undefined
  /** form | import | verbal | mail | own-page */
  readonly channel: string
  /** Where the proof lies: a form post, an opt-in token, a mail. */
  readonly proof?: string | undefined
  readonly expiresAt?: Instant | undefined
}

/** Writes consent events down; they are never changed. One statement. */
export const recordConsent = async (tx: WriteTx, events: readonly ConsentToRecord[]): Promise<void> => {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    id: newId(),
    candidateId: event.candidateId,
    purpose: event.purpose,
    event: event.event,
    textHash: event.textShown === undefined ? null : hashOf(event.textShown),
    textShown: event.textShown ?? null,
    language: event.language ?? null,
    channel: event.channel,
    proof: event.proof ?? null,
    expiresAt: event.expiresAt ?? null,
    at: tx.now,
    byUser: userIdOf(tx.actor),
  }))
  await tx.change(insertConsentEvents(rows))
  for (const { id, candidateId, purpose, event, channel } of rows)
    tx.record(
      consentRecorded(
        { candidateId: candidateId as CandidateId, subjectId: id },
        { purpose, event, channel },
      ),
    )
}

/** SHA-256 of a text in NFC, hexadecimal: the name of the text that was agreed to. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC')).digest('hex')
