import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export const insertLinks = (
  links: readonly {
    readonly tokenHash: string
    readonly candidateId: CandidateId
    readonly applicationId: ApplicationId | null
  }[],
  kind: 'link' | 'session',
  now: Instant,
  expiresAt: Instant,
): Statement<unknown> => sql`
  insert into ats.candidate_link (token_hash, kind, candidate_id, application_id, created_at, expires_at)
  select "tokenHash", ${kind}, "candidateId", "applicationId", ${now}, ${expiresAt}
  from ${jsonRows(links, '"tokenHash" text, "candidateId" uuid, "applicationId" uuid')}`

/** Uses a link up: one row the first time, none when used, expired, revoked or unknown. */
export const useLink = (
  tokenHash: string,
  now: Instant,
): Statement<{ candidateId: CandidateId; applicationId: ApplicationId | null }> => sql`
  update ats.candidate_link set used_at = ${now}
  where token_hash = ${tokenHash} and kind = 'link' and used_at is null and revoked_at is null and expires_at > ${now}
  returning candidate_id as "candidateId", application_id as "applicationId"`

export const sessionOf = (tokenHash: string, now: Instant): Statement<{ candidateId: CandidateId }> => sql<{
  candidateId: CandidateId
}>`
  select candidate_id as "candidateId" from ats.candidate_link
  where token_hash = ${tokenHash} and kind = 'session' and revoked_at is null and expires_at > ${now}`

export const revokeSession = (tokenHash: string, now: Instant): Statement<{ candidateId: CandidateId }> =>
  sql<{ candidateId: CandidateId }>`
    update ats.candidate_link set revoked_at = ${now} where token_hash = ${tokenHash} and kind = 'session' and revoked_at is null
    returning candidate_id as "candidateId"`
