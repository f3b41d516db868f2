import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface ApiToken {
  readonly id: string
  readonly userId: string
  readonly userName: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
}

export const insertApiToken = (token: {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly tokenHash: string
  readonly scopes: readonly string[]
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
}): Statement<unknown> => sql`
  insert into accounts.api_token (id, user_id, name, token_hash, scopes, created_at, expires_at)
  values (${token.id}, ${token.userId}, ${token.name}, ${token.tokenHash}, ${token.scopes}::text[], ${token.createdAt}, ${token.expiresAt})`

/** Usable tokens, newest first: of one user, or of everybody. */
export const loadApiTokens = (userId: string | undefined, now: Instant): Statement<ApiToken> => sql<ApiToken>`
  select t.id, t.user_id as "userId", u.name as "userName", t.name, t.scopes, t.created_at as "createdAt",
    t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
  from accounts.api_token t join accounts.user_account u on u.id = t.user_id
  where t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})
    ${userId === undefined ? sql`` : sql`and t.user_id = ${userId}`}
  order by t.id desc limit 500`

export const revokeTokens = (
  ids: readonly string[],
  userId: string | undefined,
  now: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  update accounts.api_token set revoked_at = ${now}
  where id = any(${ids}::uuid[]) and revoked_at is null ${userId === undefined ? sql`` : sql`and user_id = ${userId}`}
  returning id`

export const revokeTokensOfUsers = (userIds: readonly string[], now: Instant): Statement<unknown> => sql`
  update accounts.api_token set revoked_at = ${now} where user_id = any(${userIds}::uuid[]) and revoked_at is null`
