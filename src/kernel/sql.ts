import { sql as kyselySql, type RawBuilder, type Sql } from 'kysely'

/**
 * SQL as tagged text with bound parameters: `sql<Row>\`select … where id = ${id}\``. Fragments nest.
 * Only `*.sql.ts` files use it.
 */
export const sql: Sql = kyselySql
export type Statement<Row> = RawBuilder<Row>
export type Fragment = RawBuilder<unknown>

/**
 * Many rows as one parameter: `insert into t select * from ${jsonRows(rows, 'id uuid, name text')} r`.
 * Keeps a bulk write at one statement whatever its length. `columns` is code, never input.
 */
export const jsonRows = (rows: readonly object[], columns: string): Fragment =>
  kyselySql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${kyselySql.raw(columns)})`

/** `and`-joins conditions; no condition is `true`. */
export const allOf = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? kyselySql`true` : kyselySql.join(conditions, kyselySql` and `)
