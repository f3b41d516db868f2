import type pg from 'pg'
import { z } from 'zod'

/** What a backup says about itself, first in the file: whether it can be restored here is known before reading on. */
export const headSchema = z.object({
  format: z.literal('throughline-backup-1'),
  version: z.string(),
  migrations: z.array(z.string()),
  madeAt: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Head = z.output<typeof headSchema>

/** What a backup should hold, last in the file: one that was cut off has none. */
export const manifestSchema = z.object({
  rows: z.record(z.string(), z.number()),
  /** SHA-256, hexadecimal, of each entry before this one. */
  hashes: z.record(z.string(), z.string()),
  sequences: z.record(z.string(), z.number()),
  /** Originals that the database names and the file store did not have. */
  missingFiles: z.array(z.string()),
})
export type Manifest = z.output<typeof manifestSchema>

export const headName = 'backup.json'
export const manifestName = 'manifest.json'
export const tablesFolder = 'tables/'
export const filesFolder = 'files/'
export const keptFolder = 'kept/'

export interface Table {
  readonly name: string
  readonly quoted: string
  readonly columns: readonly string[]
}

/**
 * Every table of the product with the columns that hold data, by schema and name. Of the delivery queues only the
 * waiting work is kept: the queues themselves are made by the migrations.
 */
export const productTables = async (client: pg.Client): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'migrations')
      and ((c.relkind = 'r' and n.nspname <> 'deliveries' and not c.relispartition)
        or (c.relkind in ('r', 'p') and n.nspname = 'deliveries' and c.relname = 'job'))
    order by 1, 2`)
  return rows.map(({ schema, name, columns }) => ({
    name: `${schema}.${name}`,
    quoted: `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`,
    columns,
  }))
}

/** Which migrations the database has. */
export const appliedMigrations = async (client: pg.Client): Promise<readonly string[]> =>
  (await client.query<{ name: string }>('select name from migrations.applied order by name')).rows.map(
    ({ name }) => name,
  )

/** A number as part of an entry's name, sorting as text. */
export const part = (number: number): string => String(number).padStart(6, '0')
