import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export const insertDraft = (draft: {
  tokenHash: string
  postingId: string
  content: unknown
  now: Instant
  expiresAt: Instant
}): Statement<unknown> => sql`
  insert into ats.application_draft (token_hash, posting_id, content, created_at, expires_at)
  values (${draft.tokenHash}, ${draft.postingId}, ${JSON.stringify(draft.content)}::jsonb, ${draft.now}, ${draft.expiresAt})`

export const loadDraft = (
  tokenHash: string,
  now: Instant,
): Statement<{ slug: string; content: unknown; expiresAt: Instant }> => sql`
  select p.slug, d.content, d.expires_at as "expiresAt" from ats.application_draft d join ats.posting p on p.id = d.posting_id
  where d.token_hash = ${tokenHash} and d.expires_at > ${now}`
