import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

/** Only one try for each of these keys is judged at a time, so that a hundred at once are a hundred tries. */
export const lockAttempts = (keys: readonly string[]): Statement<unknown> => sql`
  select pg_advisory_xact_lock(hashtextextended(key, 78120261)) from unnest(${keys}::text[]) as key order by key`

/** The moments of the tries since `since`, newest first, as many as decide. */
export const loadAttempts = (
  limits: readonly { readonly key: string; readonly tries: number; readonly since: Instant }[],
): Statement<{ key: string; at: string[] }> => sql<{ key: string; at: string[] }>`
  select l.key, array(
      select to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from accounts.attempt a
      where a.key = l.key and a.at > l.since order by a.at desc limit l.tries
    ) as at
  from unnest(${limits.map((one) => one.key)}::text[], ${limits.map((one) => one.tries)}::int[], ${limits.map((one) => one.since)}::timestamptz[])
    as l (key, tries, since)`

export const insertAttempts = (keys: readonly string[], at: Instant): Statement<unknown> =>
  sql`insert into accounts.attempt (key, at) select key, ${at} from unnest(${keys}::text[]) as key`

export const deleteAttempts = (keys: readonly string[]): Statement<unknown> =>
  sql`delete from accounts.attempt where key = any(${keys})`

export const deleteAttemptsBefore = (moment: Instant): Statement<unknown> =>
  sql`delete from accounts.attempt where at < ${moment}`
