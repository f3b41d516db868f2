import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../../src/adapters/database.ts'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { sql } from '../../src/kernel/sql.ts'
import { backup } from '../../src/server/backup/backup.ts'
import { backupInstallation, restoreInstallation } from '../../src/server/backup/backup-acts.ts'
import { productTables } from '../../src/server/backup/backup-contents.ts'
import { RestoreRefused, restore } from '../../src/server/backup/restore.ts'
import { ownerRole } from '../../src/server/prepare-database.ts'
import { readSettings } from '../../src/server/settings.ts'
import { bringLists } from '../exchange/bring-list.ts'
import { testKernel } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
// PostgreSQL runs as another account where the tests run as root.
chmodSync(folder, 0o755)
const file = join(folder, 'backup.tar')
let test: Awaited<ReturnType<typeof bringLists>>
let importId: string
// No superuser anywhere: on a server the owner is an ordinary role.
const asOwner = (one: { ownerConnection: object }) => ({
  ...one.ownerConnection,
  options: `-c role=${ownerRole}`,
})

beforeAll(async () => {
  test = await bringLists()
  await test.startDeliveries()
  const rows = Array.from(
    { length: 300 },
    (_, at) => `Zoë “Quote\\Back" ${at},zoe${at}@kept.example,"line\n${at}\ttab",x`,
  )
  importId = await test.bring('list.csv', ['Name,Email,Notes,Tags', ...rows].join('\n'))
  await test.value(test.kernel.run(runImport, { importId }, test.by))
  await test.until(importId, 'done')
})
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true })
})

/** Every row of every table as one hash, so that two databases can be told apart. */
const fingerprint = async (connection: object): Promise<Record<string, string>> => {
  const client = await connect(connection)
  const prints: Record<string, string> = {}
  for (const { name, quoted } of await productTables(client))
    if (!name.startsWith('deliveries.'))
      prints[name] = (
        await client.query(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${quoted} t`,
        )
      ).rows[0].print
  await client.end()
  return prints
}
const constraints = async (connection: object) => {
  const client = await connect(connection)
  const { rows } = await client.query(
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as is from pg_constraint where contype = 'f' order by 1`,
  )
  await client.end()
  return rows.map((row) => row.is)
}

it('writes a snapshot while the product works, readable by its owner only', async () => {
  const made = await backup(asOwner(test), test.files, file, { 'secret.key': Buffer.from('k') })
  expect(made.rows).toBeGreaterThan(1000)
  expect(made).toMatchObject({ files: 1, missingFiles: [] })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('restores into a new installation: every row, every original, and the product goes on', async () => {
  const { fresh, files, restored } = await inNew(file)
  expect(restored).toMatchObject({ files: 1, missingFiles: [], kept: { 'secret.key': Buffer.from('k') } })
  expect(await fingerprint(asOwner(fresh))).toEqual(await fingerprint(asOwner(test)))
  expect(await constraints(fresh.ownerConnection)).toEqual(await constraints(test.ownerConnection))
  const [stored] = await test.rows(sql<{ key: string }>`select storage_key as key from documents.file`)
  expect(Buffer.from((await files.get(stored!.key))!)).toEqual(
    Buffer.from((await test.files.get(stored!.key))!),
  )
  // An act after the restore takes a new number, so the sequences stand where they stood.
  const [one] = await test.rows(sql<{ id: string }>`select id from candidates.candidate limit 1`)
  await test.value(
    fresh.kernel.run(holdContact, { candidateIds: [one!.id], reason: 'Asked to' }, test.by) as Promise<never>,
  )
  await fresh.close()
})

it('is one moment of the database, even while people come in', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `Busy Person${at},busy${at}@kept.example`)
  const busy = await test.bring('busy.csv', ['Name,Email', ...rows].join('\n'))
  await test.value(test.kernel.run(runImport, { importId: busy }, test.by))
  while ((await test.stands(busy)).done.added === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const moment = join(folder, 'moment.tar')
  await backup(asOwner(test), test.files, moment)
  const { fresh } = await inNew(moment)
  const { n, told, done } = (
    await sql<{
      n: number
      told: number
      done: number
    }>`select (select count(*) from candidates.candidate) as n,
      (select count(*) from kernel.fact where name = 'candidate.added') as told,
      (select count(*) from exchange.import_row where outcome = 'added') as done`.execute(fresh.database.read)
  ).rows[0]!
  expect([told, done]).toEqual([n, n])
  expect(n % 500).toBe(300)
  await fresh.close()
  await test.until(busy, 'done')
})

it('is refused where somebody lives already', async () => {
  await expect(restore(file, asOwner(test), test.files)).rejects.toThrow('not empty')
})

it('is refused whole when a byte is wrong, the end is missing, or it is something else', async () => {
  const bytes = readFileSync(file)
  const broken = async (name: string, content: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    const fresh = await testKernel(test.rooms)
    const files = diskFiles(join(folder, name.replace('.tar', '')))
    const before = await fingerprint(asOwner(fresh))
    const refused = await restore(path, asOwner(fresh), files).catch((error) => error)
    expect(await fingerprint(asOwner(fresh))).toEqual(before)
    await fresh.close()
    expect(refused).toBeInstanceOf(RestoreRefused)
    return (refused as Error).message
  }
  const at = bytes.indexOf('zoe7@kept.example')
  const changed = Buffer.from(bytes)
  changed[at] = 'y'.charCodeAt(0)
  expect(await broken('changed.tar', changed)).toContain('damaged')
  expect(await broken('cut.tar', bytes.subarray(0, bytes.length - 20_000))).toMatch(/damaged|cut off/)
  expect(await broken('other.tar', Buffer.from('Not a backup'.repeat(500)))).toContain('no backup')
  const older = Buffer.from(
    bytes.toString('latin1').replace('"version": "0.1.0"', '"version": "0.0.9"'),
    'latin1',
  )
  expect(await broken('older.tar', older)).toContain('0.0.9')
})

it('moves an installation to another machine: data, originals and the key that seals secrets', async () => {
  const here = readSettings({ DATA_DIR: join(folder, 'here'), LOG_LEVEL: 'silent' })
  const there = readSettings({ DATA_DIR: join(folder, 'there'), LOG_LEVEL: 'silent' })
  const path = join(folder, 'moved.tar')
  expect(await backupInstallation(here, path)).toContain('Keep it safe')
  expect(await restoreInstallation(there, path)).toContain('Restored')
  expect(readFileSync(join(there.dataDir, 'secret.key'))).toEqual(
    readFileSync(join(here.dataDir, 'secret.key')),
  )
})

const inNew = async (from: string) => {
  const fresh = await testKernel(test.rooms)
  const files = diskFiles(join(folder, 'files'))
  const restored = await restore(from, asOwner(fresh), files)
  return { fresh, files, restored }
}
