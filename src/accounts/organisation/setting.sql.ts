import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export const loadSettings = (keys: readonly string[]): Statement<{ key: string; value: unknown }> =>
  sql<{ key: string; value: unknown }>`select key, value from accounts.setting where key = any(${keys})`

export const saveSetting = (setting: {
  readonly key: string
  readonly value: unknown
  readonly at: Instant
  readonly by: string | null
}): Statement<unknown> => sql`
  insert into accounts.setting (key, value, changed_at, changed_by)
  values (${setting.key}, ${JSON.stringify(setting.value)}::jsonb, ${setting.at}, ${setting.by})
  on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
