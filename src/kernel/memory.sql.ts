import { type Statement, sql } from './sql.ts'

/** What the installation remembers under a key: a cursor, a version, a hash. Not for the business. */
export const loadMemory = <Value>(key: string): Statement<{ value: Value }> =>
  sql<{ value: Value }>`select value from kernel.memory where key = ${key}`

export const saveMemory = (key: string, value: unknown): Statement<unknown> => sql`
  insert into kernel.memory (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
  on conflict (key) do update set value = excluded.value`

export const deleteMemory = (key: string): Statement<unknown> =>
  sql`delete from kernel.memory where key = ${key}`
