import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Connection, connect } from '../adapters/database.ts'
import { migrateDeliveries } from '../kernel/deliveries.ts'
import type { Room } from '../kernel/room.ts'

const folder = new URL('../../db/migrations/', import.meta.url).pathname

/**
 * Brings the database to this version as its owner: each file of db/migrations once, in order, each in
 * a transaction of its own together with its record, so a kill between two loses nothing.
 * Then the application's role gets its rights, which are all but changing or deleting facts.
 */
export const migrate = async (
  owner: Connection,
  appRole: string,
  rooms: readonly Room[],
  say: (line: string) => void = () => undefined,
): Promise<void> => {
  const client = await connect(owner)
  try {
    await client.query('select pg_advisory_lock(78120260)')
    await client.query(`create schema if not exists migrations`)
    await client.query(
      `create table if not exists migrations.applied (name text primary key, at timestamptz not null default now())`,
    )
    const applied = new Set(
      (await client.query('select name from migrations.applied')).rows.map((row) => row.name),
    )
    const names = await migrationNames()
    const unknown = [...applied].filter((name) => !names.includes(name))
    if (unknown.length > 0)
      throw new Error(
        `The database is newer than this version (it has ${unknown.join(', ')}). Start the newer version, or restore a backup.`,
      )
    const missing = names.filter((name) => !applied.has(name))
    for (const name of missing) {
      say(`Preparing the database: ${name}`)
      await applyOne(client, name)
    }
    await migrateDeliveries(owner, rooms)
    await grant(client, appRole)
  } finally {
    await client.end()
  }
}

const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

/** Whether the database is at this code's version, neither behind nor ahead: false while another version migrates it. */
export const isAtThisVersion = async (pool: Pick<pg.Pool, 'query'>): Promise<boolean> => {
  const { rows } = await pool.query<{ name: string }>('select name from migrations.applied order by name')
  const names = await migrationNames()
  return rows.length === names.length && rows.every((row) => names.includes(row.name))
}

const applyOne = async (client: pg.Client, name: string): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(await readFile(join(folder, name), 'utf8'))
    await client.query('insert into migrations.applied (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
  }
}

const grant = async (client: pg.Client, role: string): Promise<void> => {
  const schemas: { name: string }[] = (
    await client.query(
      `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'migrations')`,
    )
  ).rows
  const quoted = client.escapeIdentifier(role)
  for (const { name } of schemas) {
    const schema = client.escapeIdentifier(name)
    await client.query(`
      grant usage on schema ${schema} to ${quoted};
      grant select, insert, update, delete on all tables in schema ${schema} to ${quoted};
      grant usage, select on all sequences in schema ${schema} to ${quoted};
      grant execute on all functions in schema ${schema} to ${quoted}`)
  }
  await client.query(
    `revoke update, delete, truncate on kernel.fact from ${quoted}; grant usage on schema public to ${quoted}; grant usage on schema migrations to ${quoted}; grant select on migrations.applied to ${quoted}`,
  )
}
