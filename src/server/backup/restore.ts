import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import type pg from 'pg'
import tar from 'tar-stream'
import { type Connection, connect } from '../../adapters/database.ts'
import type { FileStore } from '../../documents/file-store.ts'
import { productVersion } from './backup.ts'
import {
  appliedMigrations,
  filesFolder,
  type Head,
  headName,
  headSchema,
  keptFolder,
  type Manifest,
  manifestName,
  manifestSchema,
  productTables,
  type Table,
  tablesFolder,
} from './backup-contents.ts'
import {
  type Copying,
  type ForeignKey,
  putBackForeignKeys,
  startCopy,
  takeOffForeignKeys,
} from './load-tables.ts'

export interface Restored {
  readonly madeAt: string
  readonly rows: number
  readonly files: number
  readonly missingFiles: readonly string[]
  /** The small secrets that were kept beside the data, for the caller to put where they belong. */
  readonly kept: Readonly<Record<string, Uint8Array>>
}

/** Why a backup was not restored, as a sentence for the person at the terminal. Nothing was changed. */
export class RestoreRefused extends Error {}

/**
 * Puts a backup into an empty, migrated database of the same version and into its file store, all or nothing: the
 * database's part is one transaction, ended only when every hash and every count agrees. Works for an owner that
 * is no superuser: foreign keys are taken off and put back, which checks them all.
 */
export const restore = async (
  file: string,
  owner: Connection,
  files: Pick<FileStore, 'put' | 'remove'>,
): Promise<Restored> => {
  await access(file).catch(() => {
    throw new RestoreRefused(`There is no file ${file}.`)
  })
  const client = await connect(owner)
  const put: string[] = []
  try {
    await client.query('begin')
    const restored = await load(client, file, async (key, bytes) => {
      await files.put(key, bytes)
      put.push(key)
    })
    await client.query('commit')
    return restored
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    for (const key of put) await files.remove(key)
    throw error
  } finally {
    await client.end()
  }
}

const load = async (
  client: pg.Client,
  file: string,
  putFile: (key: string, bytes: Uint8Array) => Promise<void>,
): Promise<Restored> => {
  const tables = new Map((await productTables(client)).map((table) => [table.name, table]))
  const extract = tar.extract()
  pipeline(createReadStream(file), extract, () => undefined)
  const hashes: Record<string, string> = {}
  const kept: Record<string, Uint8Array> = {}
  let head: Head | undefined
  let manifest: Manifest | undefined
  let keys: readonly ForeignKey[] = []
  let copying: Copying | undefined
  const rows: Record<string, number> = {}
  let fileCount = 0
  const endTable = async () => {
    if (copying) rows[copying.table.name] = await copying.end()
    copying = undefined
  }
  try {
    for await (const entry of extract) {
      const { name } = entry.header
      const bytes = await wholeOf(entry as unknown as AsyncIterable<Buffer>)
      if (name === manifestName) {
        manifest = manifestSchema.parse(JSON.parse(bytes.toString()))
        continue
      }
      hashes[name] = createHash('sha256').update(bytes).digest('hex')
      if (!head) {
        head = await headFrom(client, name, bytes, tables)
        await refuseUnlessEmpty(client)
        keys = await takeOffForeignKeys(client)
        await client.query(`truncate ${[...tables.values()].map(({ quoted }) => quoted).join(', ')}`)
      } else if (name.startsWith(tablesFolder)) {
        const table = tables.get(name.slice(tablesFolder.length).split('/')[0]!)
        if (!table) throw new RestoreRefused(`The backup holds ${name}, which this version does not know.`)
        if (copying?.table !== table) await endTable()
        copying ??= startCopy(client, table, head.tables.find((one) => one.name === table.name)!.columns)
        await copying.write(bytes)
      } else if (name.startsWith(filesFolder)) {
        await endTable()
        await putFile(name.slice(filesFolder.length), bytes)
        fileCount++
      } else if (name.startsWith(keptFolder)) kept[name.slice(keptFolder.length)] = bytes
    }
    await endTable()
  } catch (error) {
    await copying?.abort()
    if (error instanceof RestoreRefused) throw error
    throw new RestoreRefused(
      head
        ? `The backup is damaged, nothing was restored (${(error as Error).message}).`
        : 'This file is no backup of Throughline.',
      { cause: error },
    )
  }
  if (!head) throw new RestoreRefused('This file is no backup of Throughline.')
  refuseUnlessWhole(manifest, hashes, rows)
  await setSequences(client, manifest!.sequences)
  await putBackForeignKeys(client, keys)
  return {
    madeAt: head.madeAt,
    rows: Object.values(rows).reduce((total, count) => total + count, 0),
    files: fileCount,
    missingFiles: manifest!.missingFiles,
    kept,
  }
}

const wholeOf = async (entry: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const headFrom = async (
  client: pg.Client,
  name: string,
  bytes: Buffer,
  tables: ReadonlyMap<string, Table>,
): Promise<Head> => {
  if (name !== headName) throw new RestoreRefused('This file is no backup of Throughline.')
  const head = headSchema.parse(JSON.parse(bytes.toString()))
  const version = await productVersion()
  const applied = await appliedMigrations(client)
  const same =
    head.version === version &&
    JSON.stringify(head.migrations) === JSON.stringify(applied) &&
    head.tables.every((table) => tables.has(table.name))
  if (!same)
    throw new RestoreRefused(
      `The backup was made by version ${head.version}, this is ${version}. Restore it with version ${head.version}, then upgrade.`,
    )
  return head
}

const refuseUnlessEmpty = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ filled: boolean }>(`
    select exists (select from accounts.organisation) or exists (select from accounts.user_account)
      or exists (select from candidates.candidate) as filled`)
  if (rows[0]?.filled)
    throw new RestoreRefused(
      'This installation is not empty. Restore into a new one: set DATA_DIR to an empty folder, or DATABASE_URL to an empty database.',
    )
}

const refuseUnlessWhole = (
  manifest: Manifest | undefined,
  hashes: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, number>>,
): void => {
  if (!manifest) throw new RestoreRefused('The backup is cut off: its end is missing. Nothing was restored.')
  const damaged = Object.entries(manifest.hashes).find(([name, hash]) => hashes[name] !== hash)
  if (damaged) throw new RestoreRefused(`The backup is damaged at ${damaged[0]}. Nothing was restored.`)
  const extra = Object.keys(hashes).find((name) => !(name in manifest.hashes))
  if (extra) throw new RestoreRefused(`The backup was changed: ${extra} was added. Nothing was restored.`)
  const short = Object.entries(manifest.rows).find(([name, count]) => (rows[name] ?? 0) !== count)
  if (short) throw new RestoreRefused(`Rows of ${short[0]} are missing in the backup. Nothing was restored.`)
}

const setSequences = async (
  client: pg.Client,
  sequences: Readonly<Record<string, number>>,
): Promise<void> => {
  for (const [name, last] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2::bigint)', [name, last])
}
