import type { UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Departure } from '../model/granted.ts'
import type { Stage } from '../model/session.ts'

export interface Session {
  readonly id: string
  readonly userId: UserId
  readonly stage: Stage
  readonly way: 'password' | 'provider'
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly secondFactorAt: Instant | null
}

export const insertSession = (session: {
  readonly id: string
  readonly tokenHash: string
  readonly userId: string
  readonly stage: Stage
  readonly way: 'password' | 'provider'
  readonly secondFactorAt: Instant | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly address: string | null
  readonly agent: string | null
}): Statement<unknown> => sql`
  insert into accounts.session (id, token_hash, user_id, stage, way, second_factor_at, created_at, last_seen_at, expires_at, address, agent)
  values (${session.id}, ${session.tokenHash}, ${session.userId}, ${session.stage}, ${session.way}, ${session.secondFactorAt},
    ${session.createdAt}, ${session.createdAt}, ${session.expiresAt}, ${session.address}, ${session.agent})`

const alive = (now: Instant, usedSince: Instant) =>
  sql`s.ended_at is null and s.expires_at > ${now} and s.last_seen_at > ${usedSince}`

/** Locks the living session of a token. */
export const lockSession = (
  tokenHash: string,
  now: Instant,
  usedSince: Instant,
): Statement<Session> => sql<Session>`
  select s.id, s.user_id as "userId", s.stage, s.way, s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
    s.second_factor_at as "secondFactorAt"
  from accounts.session s where s.token_hash = ${tokenHash} and ${alive(now, usedSince)} for update`

/** Everything a request needs to know about whoever holds a token. */
export interface Holder {
  readonly id: string
  readonly userId: UserId
  readonly name: string
  readonly roles: readonly string[]
  readonly departures: readonly Departure[]
  readonly lastSeenAt: Instant | null
}

const rolesAndDepartures = sql`
  array(select r.role from accounts.user_role r where r.user_id = u.id order by r.role) as roles,
  (select coalesce(jsonb_agg(jsonb_build_object('role', d.role, 'permission', d.permission, 'granted', d.granted)), '[]')
    from accounts.role_permission d join accounts.user_role r on r.role = d.role and r.user_id = u.id) as departures`

/**
 * Who holds a session's token: one statement by unique index, without a cache, so that a session ended anywhere
 * has ended at once.
 */
export const loadHolder = (
  tokenHash: string,
  now: Instant,
  usedSince: Instant,
): Statement<Holder & { stage: Stage }> =>
  sql<Holder & { stage: Stage }>`select * from accounts.session_holder(${tokenHash}, ${now}, ${usedSince})`

/** Who holds a program's token. */
export const loadTokenHolder = (
  tokenHash: string,
  now: Instant,
): Statement<Holder & { scopes: string[] }> => sql<Holder & { scopes: string[] }>`
  select t.id, t.user_id as "userId", t.scopes, t.last_used_at as "lastSeenAt", u.name, ${rolesAndDepartures}
  from accounts.api_token t join accounts.user_account u on u.id = t.user_id
  where t.token_hash = ${tokenHash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})
    and u.disabled_at is null`

/** That somebody was seen, at most once a minute, which the condition makes sure of. */
export const touchSession = (
  sessionId: string,
  now: Instant,
  unlessSince: Instant,
): Statement<unknown> => sql`
  with seen as (
    update accounts.session set last_seen_at = ${now} where id = ${sessionId} and last_seen_at < ${unlessSince} returning user_id
  )
  update accounts.user_account u set last_seen_at = ${now} from seen where u.id = seen.user_id`

export const touchToken = (tokenId: string, now: Instant, unlessSince: Instant): Statement<unknown> => sql`
  update accounts.api_token set last_used_at = ${now}
  where id = ${tokenId} and (last_used_at is null or last_used_at < ${unlessSince})`

export const endSession = (tokenHash: string, now: Instant): Statement<{ id: string; userId: string }> =>
  sql<{ id: string; userId: string }>`
  update accounts.session set ended_at = ${now} where token_hash = ${tokenHash} and ended_at is null
  returning id, user_id as "userId"`

/** Ends all sessions of these users, or only those whose second factor was not shown. */
export const endSessionsOfUsers = (
  userIds: readonly string[],
  now: Instant,
  onlyWithoutSecondFactor = false,
): Statement<unknown> => sql`
  update accounts.session set ended_at = ${now}
  where user_id = any(${userIds}::uuid[]) and ended_at is null
    ${onlyWithoutSecondFactor ? sql`and second_factor_at is null` : sql``}`

/** Ends the given sessions, those of `userId` only where it is given. */
export const endSessionsById = (
  ids: readonly string[],
  userId: string | undefined,
  now: Instant,
): Statement<{ userId: string }> => sql<{ userId: string }>`
  update accounts.session set ended_at = ${now}
  where id = any(${ids}::uuid[]) and ended_at is null ${userId === undefined ? sql`` : sql`and user_id = ${userId}`}
  returning user_id as "userId"`

export interface ListedSession {
  readonly id: string
  readonly stage: Stage
  readonly way: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly address: string | null
  readonly agent: string | null
}

export const loadSessionsOf = (
  userId: string,
  now: Instant,
  usedSince: Instant,
): Statement<ListedSession> => sql<ListedSession>`
  select s.id, s.stage, s.way, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
    s.address, s.agent
  from accounts.session s where s.user_id = ${userId} and ${alive(now, usedSince)}
  order by s.last_seen_at desc limit 100`

export const deleteSessionsBefore = (moment: Instant): Statement<unknown> =>
  sql`delete from accounts.session where expires_at < ${moment}`
