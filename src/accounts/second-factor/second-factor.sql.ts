import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export const savePendingFactor = (userId: string, sealed: string): Statement<unknown> =>
  sql`update accounts.user_account set second_factor_pending = ${sealed} where id = ${userId}`

/** The pending secret becomes the one in use. */
export const adoptFactor = (userId: string, step: number, now: Instant): Statement<unknown> => sql`
  update accounts.user_account
  set second_factor_secret = second_factor_pending, second_factor_pending = null, second_factor_at = ${now},
    second_factor_counter = ${step}
  where id = ${userId}`

export const saveUsedStep = (userId: string, step: number): Statement<unknown> =>
  sql`update accounts.user_account set second_factor_counter = ${step} where id = ${userId}`

export const removeFactor = (userIds: readonly string[]): Statement<unknown> => sql`
  with codes as (delete from accounts.recovery_code where user_id = any(${userIds}::uuid[]))
  update accounts.user_account
  set second_factor_secret = null, second_factor_pending = null, second_factor_at = null, second_factor_counter = null
  where id = any(${userIds}::uuid[]) and (second_factor_at is not null or second_factor_pending is not null)`

export const replaceRecoveryCodes = (userId: string, hashes: readonly string[]): Statement<unknown> => sql`
  with old as (delete from accounts.recovery_code where user_id = ${userId})
  insert into accounts.recovery_code (user_id, code_hash) select ${userId}, hash from unnest(${hashes}::text[]) as hash`

/** Touches one row when the code was there and unused. */
export const spendRecoveryCode = (userId: string, hash: string, now: Instant): Statement<unknown> => sql`
  update accounts.recovery_code set used_at = ${now}
  where user_id = ${userId} and code_hash = ${hash} and used_at is null`

export const countRecoveryCodes = (userId: string): Statement<{ left: number }> => sql<{ left: number }>`
  select count(*) as left from accounts.recovery_code where user_id = ${userId} and used_at is null`
