import type { UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface User {
  readonly id: UserId
  readonly name: string
  readonly mail: string
  readonly title: string | null
  readonly language: string
  readonly timeZone: string
  readonly roles: readonly string[]
  readonly hasSecondFactor: boolean
  readonly disabledAt: Instant | null
  readonly lastSeenAt: Instant | null
  readonly createdAt: Instant
}

const columns = sql`u.id, u.name, u.mail, u.title, u.language, u.time_zone as "timeZone",
  u.second_factor_at is not null as "hasSecondFactor", u.disabled_at as "disabledAt",
  u.last_seen_at as "lastSeenAt", u.created_at as "createdAt",
  array(select r.role from accounts.user_role r where r.user_id = u.id order by r.role) as roles`

export const loadUsersById = (ids: readonly string[]): Statement<User> =>
  sql<User>`select ${columns} from accounts.user_account u where u.id = any(${ids}::uuid[]) order by u.id`

export const loadAllUsers = (): Statement<User> =>
  sql<User>`select ${columns} from accounts.user_account u order by u.disabled_at is not null, u.name, u.id`

/** Who plays one of the roles now, by name. */
export const loadUsersByRole = (roles: readonly string[]): Statement<User> => sql<User>`
  select ${columns} from accounts.user_account u
  where u.disabled_at is null
    and exists (select from accounts.user_role r where r.user_id = u.id and r.role = any(${roles}::text[]))
  order by u.name, u.id`

/** What sign-in needs to know; never leaves this room. */
export interface Credentials {
  readonly id: UserId
  readonly name: string
  readonly mail: string
  readonly passwordHash: string | null
  readonly disabledAt: Instant | null
  readonly roles: readonly string[]
  readonly secondFactorSecret: string | null
  readonly secondFactorPending: string | null
  readonly secondFactorAt: Instant | null
  readonly secondFactorCounter: number | null
}

const credentials = sql`u.id, u.name, u.mail, u.password_hash as "passwordHash", u.disabled_at as "disabledAt",
  u.second_factor_secret as "secondFactorSecret", u.second_factor_pending as "secondFactorPending",
  u.second_factor_at as "secondFactorAt", u.second_factor_counter as "secondFactorCounter",
  array(select r.role from accounts.user_role r where r.user_id = u.id order by r.role) as roles`

export const credentialsByMail = (mailKey: string): Statement<Credentials> =>
  sql<Credentials>`select ${credentials} from accounts.user_account u where u.mail_key = ${mailKey}`

/** Locks the account, so that two tries with one code cannot both be the first. */
export const lockCredentials = (userId: string): Statement<Credentials> =>
  sql<Credentials>`select ${credentials} from accounts.user_account u where u.id = ${userId} for update of u`

/** Touches no row where the mail is taken. */
export const insertUser = (user: {
  readonly id: string
  readonly name: string
  readonly mail: string
  readonly mailKey: string
  readonly title?: string | null
  readonly language: string
  readonly timeZone: string
  readonly passwordHash: string | null
  readonly createdAt: Instant
}): Statement<unknown> => sql`
  insert into accounts.user_account (id, name, mail, mail_key, title, language, time_zone, password_hash, created_at)
  values (${user.id}, ${user.name}, ${user.mail}, ${user.mailKey}, ${user.title ?? null}, ${user.language}, ${user.timeZone}, ${user.passwordHash}, ${user.createdAt})
  on conflict (mail_key) do nothing`

export const replaceRoles = (
  changes: readonly { readonly userId: string; readonly roles: readonly string[] }[],
): Statement<unknown> => sql`
  with wanted as (
    select r."userId" as user_id, role from ${jsonRows(changes, '"userId" uuid, roles text[]')}, unnest(r.roles) as role
  ), gone as (
    delete from accounts.user_role old
    where old.user_id = any(${changes.map((one) => one.userId)}::uuid[])
      and not exists (select from wanted w where w.user_id = old.user_id and w.role = old.role)
  )
  insert into accounts.user_role (user_id, role) select user_id, role from wanted on conflict do nothing`

/** Locks every active administrator's account and answers their ids: two administrators cannot remove each other at once. */
export const lockAdministrators = (): Statement<{ id: string }> => sql<{ id: string }>`
  select u.id from accounts.user_account u
  where u.disabled_at is null and exists (select from accounts.user_role r where r.user_id = u.id and r.role = 'admin')
  order by u.id for update of u`

export const saveDisabled = (ids: readonly string[], at: Instant | null): Statement<unknown> =>
  sql`update accounts.user_account set disabled_at = ${at}::timestamptz where id = any(${ids}::uuid[])`

export const savePassword = (userId: string, passwordHash: string): Statement<unknown> =>
  sql`update accounts.user_account set password_hash = ${passwordHash} where id = ${userId}`

export const saveProfile = (user: {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly language: string
  readonly timeZone: string
}): Statement<unknown> => sql`
  update accounts.user_account set name = ${user.name}, title = ${user.title}, language = ${user.language}, time_zone = ${user.timeZone}
  where id = ${user.id}`
