import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

/** How often each key was used since its moment. */
export const countAttempts = (
  keys: readonly { readonly key: string; readonly since: Instant }[],
): Statement<{ key: string; count: number }> => sql<{ key: string; count: number }>`
  select r.key, count(t.key) as count from ${jsonRows(keys, 'key text, since timestamptz')}
  left join ats.attempt t on t.key = r.key and t.at > r.since group by r.key`

export const insertAttempts = (keys: readonly string[], now: Instant): Statement<unknown> =>
  sql`insert into ats.attempt (key, at) select k, ${now} from unnest(${keys}::text[]) as k`

export const forgetAttempts = (before: Instant): Statement<unknown> =>
  sql`delete from ats.attempt where at < ${before}`
