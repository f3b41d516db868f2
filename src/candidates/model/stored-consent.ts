import type { Instant } from '../../kernel/model/time.ts'
import type { ConsentEvent } from './consent.ts'

/** A consent event as its row holds it. */
export interface StoredConsent {
  readonly id: string
  readonly purpose: string
  readonly event: string
  readonly textHash: string | null
  readonly channel: string
  readonly proof: string | null
  readonly expiresAt: Instant | null
  readonly at: Instant
  readonly byUser: string | null
}

/** Reads a stored event; an unproven claim is a consent without proof, which permits nothing. */
export const consentEventOf = (row: StoredConsent): ConsentEvent => ({
  purpose: row.purpose as ConsentEvent['purpose'],
  what: row.event === 'withdrawn' ? 'withdrawn' : 'given',
  at: row.at,
  how: row.channel as ConsentEvent['how'],
  actor: row.byUser ?? 'person',
  ...(row.expiresAt ? { until: row.expiresAt } : {}),
  ...(row.event === 'given' ? { textVersion: row.textHash ?? row.channel, proof: row.proof ?? row.id } : {}),
})
