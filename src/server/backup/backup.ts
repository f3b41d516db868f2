import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import tar from 'tar-stream'
import { type Connection, connect } from '../../adapters/database.ts'
import type { FileStore } from '../../documents/file-store.ts'
import {
  appliedMigrations,
  filesFolder,
  type Head,
  headName,
  keptFolder,
  type Manifest,
  manifestName,
  part,
  productTables,
  type Table,
  tablesFolder,
} from './backup-contents.ts'

export interface BackupMade {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Originals that the database names and the file store does not have. */
  readonly missingFiles: readonly string[]
}

/**
 * Writes one consistent snapshot of the database (as its owner, read-only, while the product works) and all
 * originals into one tar file with the hash of every entry. `keep`: small secrets of the installation that the data
 * can't be read without. The file appears whole or not at all, readable by its owner only.
 */
export const backup = async (
  owner: Connection,
  files: Pick<FileStore, 'get'>,
  target: string,
  keep: Readonly<Record<string, Uint8Array>> = {},
): Promise<BackupMade> => {
  const unfinished = `${target}.part`
  const client = await connect(owner)
  const pack = tar.pack()
  const out = createWriteStream(unfinished, { mode: 0o600 })
  const written = finished(pack.pipe(out))
  written.catch(() => undefined)
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const tables = await productTables(client)
    const hashes: Record<string, string> = {}
    const add = entryWriter(pack, written, hashes)
    await add(headName, Buffer.from(JSON.stringify(await headOf(client, tables), null, 2)))
    for (const [name, bytes] of Object.entries(keep)) await add(`${keptFolder}${name}`, Buffer.from(bytes))

    const rows: Record<string, number> = {}
    for (const table of tables) rows[table.name] = await addTable(client, table, add)
    const missingFiles: string[] = []
    let kept = 0
    for await (const key of storageKeys(client)) {
      const bytes = await files.get(key)
      if (bytes) await add(`${filesFolder}${key}`, Buffer.from(bytes))
      if (bytes) kept++
      else missingFiles.push(key)
    }
    const manifest: Manifest = {
      rows,
      hashes: { ...hashes },
      sequences: await sequencesOf(client),
      missingFiles,
    }
    await add(manifestName, Buffer.from(JSON.stringify(manifest)))
    await client.query('commit')
    pack.finalize()
    await written
    await flushed(unfinished)
    await rename(unfinished, target)
    return {
      tables: tables.length,
      rows: Object.values(rows).reduce((total, count) => total + count, 0),
      files: kept,
      missingFiles,
    }
  } catch (error) {
    pack.destroy()
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

type Add = (name: string, bytes: Buffer) => Promise<void>

/** Adds entries one after the other, waits while the disk is slow, and fails when the disk does. */
const entryWriter =
  (pack: tar.Pack, written: Promise<void>, hashes: Record<string, string>): Add =>
  async (name, bytes) => {
    hashes[name] = createHash('sha256').update(bytes).digest('hex')
    const added = new Promise<void>((resolve, reject) => {
      pack.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) =>
        error ? reject(error) : resolve(),
      )
    })
    await Promise.race([added, written.then(() => added)])
  }

const headOf = async (client: pg.Client, tables: readonly Table[]): Promise<Head> => ({
  format: 'throughline-backup-1',
  version: await productVersion(),
  migrations: [...(await appliedMigrations(client))],
  madeAt: new Date().toISOString(),
  tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
})

/** The version that package.json names. */
export const productVersion = async (): Promise<string> =>
  JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')).version

const partBytes = 8_000_000

/** A table in parts: a tar entry must know its length before it is written. */
const addTable = async (client: pg.Client, table: Table, add: Add): Promise<number> => {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
  // Work that is over is history; facts tell it better.
  const only = table.name === 'deliveries.job' ? ` where state in ('created', 'retry', 'active')` : ''
  const copying = client.query(copyTo(`copy (select ${columns} from ${table.quoted}${only}) to stdout`))
  let held: Buffer[] = []
  let size = 0
  let parts = 0
  const flush = async () => {
    if (size === 0) return
    await add(`${tablesFolder}${table.name}/${part(parts++)}`, Buffer.concat(held))
    held = []
    size = 0
  }
  for await (const chunk of copying as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.length
    if (size >= partBytes) await flush()
  }
  await flush()
  return copying.rowCount
}

/** Where originals lie, by every table that names some. */
async function* storageKeys(client: pg.Client): AsyncGenerator<string> {
  const { rows: places } = await client.query<{ schema: string; name: string }>(`
    select table_schema as schema, table_name as name from information_schema.columns
    where column_name = 'storage_key' order by 1, 2`)
  const from = places.map(
    ({ schema, name }) =>
      `select storage_key from ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)} where storage_key is not null`,
  )
  if (from.length === 0) return
  await client.query(`declare originals no scroll cursor for ${from.join(' union ')} order by 1`)
  for (;;) {
    const { rows } = await client.query<{ storage_key: string }>('fetch 1000 from originals')
    for (const row of rows) yield row.storage_key
    if (rows.length < 1000) return
  }
}

const sequencesOf = async (client: pg.Client): Promise<Record<string, number>> => {
  const { rows } = await client.query<{ name: string; last: number }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value as last from pg_sequences
    where schemaname !~ '^pg_' and schemaname <> 'deliveries' and last_value is not null`)
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]))
}

const flushed = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
