import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

/** The address that a mail brought at this moment. */
export const loadPointOfMail = (
  candidateId: string,
  normalised: string,
  at: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  select id from candidates.contact_point where candidate_id = ${candidateId} and kind = 'email'
    and normalised = ${normalised} and came_from = 'mail' and came_at = ${at} for update`

/** Forgets what the writer of a mail called themselves. */
export const deleteNameOfMail = (candidateId: string, at: Instant): Statement<unknown> => sql`
  delete from candidates.provenance where candidate_id = ${candidateId} and came_from = 'mail' and came_at = ${at}`

/** Puts back when the person last wrote to us, where one of these mails was the last. */
export const correctLastWord = (
  candidateId: string,
  words: readonly Instant[],
  before: Instant | null,
): Statement<unknown> => sql`
  update candidates.candidate set last_inbound_at = ${before}::timestamptz
  where id = ${candidateId} and last_inbound_at = any(${words}::timestamptz[])`
