import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface ConsentRow {
  readonly id: string
  readonly candidateId: string
  readonly purpose: string
  readonly event: string
  readonly textHash: string | null
  readonly textShown: string | null
  readonly language: string | null
  readonly channel: string
  readonly proof: string | null
  readonly expiresAt: Instant | null
  readonly at: Instant
  readonly byUser: string | null
}

export const insertConsentEvents = (rows: readonly ConsentRow[]): Statement<unknown> => sql`
  insert into candidates.consent_event (id, candidate_id, purpose, event, text_hash, text_shown, language, channel, proof, expires_at, at, by_user)
  select id, "candidateId", purpose, event, "textHash", "textShown", language, channel, proof, "expiresAt", at, "byUser"
  from ${jsonRows(
    rows,
    `id uuid, "candidateId" uuid, purpose text, event text, "textHash" text, "textShown" text, language text, channel text,
     proof text, "expiresAt" timestamptz, at timestamptz, "byUser" uuid`,
  )}`

/** Every consent event of the people, oldest first. */
export const loadConsentEvents = (candidateIds: readonly string[]): Statement<ConsentRow> => sql<ConsentRow>`
  select id, candidate_id as "candidateId", purpose, event, text_hash as "textHash", text_shown as "textShown", language,
    channel, proof, expires_at as "expiresAt", at, by_user as "byUser"
  from candidates.consent_event where candidate_id = any(${candidateIds}::uuid[]) order by at, id`
