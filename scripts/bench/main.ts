/** The benchmark: makes people, starts the product, measures its pages and acts beside what they cannot undercut. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../../src/adapters/database.ts'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { passwordHashing } from '../../src/adapters/password-hashing.ts'
import { secretsOf } from '../../src/adapters/secrets.ts'
import { tableReading } from '../../src/adapters/table-reading.ts'
import { createQueue } from '../../src/kernel/deliveries.ts'
import { type Ports, unplugged } from '../../src/server/ports.ts'
import { prepareDatabase } from '../../src/server/prepare-database.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { readSettings } from '../../src/server/settings.ts'
import { bulkReject, importCsv, sendMail, startSink } from './acts.ts'
import { applicationsOf, load } from './load.ts'
import { type Row, rowOf } from './measure.ts'
import { checkPages, pages } from './pages.ts'
import { floorsOf, measurePages } from './reading.ts'
import { client, serve, signIn } from './serving.ts'
import { tableOf } from './table.ts'
import { startWriter } from './writer.ts'

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '20000' },
    database: { type: 'string' },
    json: { type: 'string' },
    /** Only the rows whose names contain this. */
    only: { type: 'string', default: '' },
  },
})
const candidates = Number(values.candidates)
if (!Number.isInteger(candidates) || candidates < 1000 || candidates > 10_000_000)
  throw new Error('--candidates is a whole number from 1000 to 10000000.')
const say = (line: string) => console.error(line)

const closers: (() => unknown)[] = []
const close = async () => {
  for (const closer of closers.splice(0).reverse()) await closer()
}
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void close().finally(() => process.exit(1))
  })
try {
  await bench()
} catch (error) {
  console.error((error as Error).message)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exitCode = 1
} finally {
  await close()
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  // As root the database runs under another account, which must get in.
  chmodSync(folder, 0o755)
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const env: Record<string, string> = { DATA_DIR: folder }
  if (values.database) env.DATABASE_URL = await makeDatabase(values.database)
  const prepared = await prepareDatabase(readSettings(env), buildRooms(unplugged), () => undefined)
  closers.push(() => prepared.embedded?.stop())
  const owner = await connect(prepared.owner)
  closers.push(() => owner.end())

  const began = performance.now()
  await load(owner, candidates, say)
  say(
    `${candidates.toLocaleString('en')} candidates made in ${Math.round((performance.now() - began) / 1000)} s`,
  )

  const sink = await startSink()
  closers.push(() => sink.stop())
  const cookie = await signIn(owner)
  // The usual throttle of 600 mails a minute would be all that is measured.
  const serving = await serve({ ...env, SMTP_URL: sink.url, MAIL_PER_MINUTE: '100000' })
  closers.push(() => serving.stop())
  const http = client(serving.url, cookie)
  closers.push(() => http.close())

  const files = diskFiles(join(folder, 'files'))
  const plugged: Partial<Ports> = {
    files,
    tables: tableReading(files),
    secrets: secretsOf(randomBytes(32)),
    passwords: passwordHashing(),
  }
  const ports = new Proxy(unplugged, { get: (edges, edge) => plugged[edge as never] ?? edges[edge as never] })
  const queue = createQueue(prepared.connection)
  await queue.boss.start()
  closers.push(() => queue.boss.stop({ graceful: false }))
  const stage = { connection: prepared.connection, ports, queue, cookie }

  const isAsked = (name: string) => name.includes(values.only)
  const asked = (await pages(owner, candidates)).filter(({ name }) => isAsked(name))
  await checkPages(http, asked)
  const floors = await floorsOf(stage, asked)
  closers.push(() => floors.close())
  const rows: Row[] = []
  for (const writer of asked.length > 0 ? [false, true] : []) {
    const stop = writer ? startWriter(client(serving.url, cookie), candidates) : undefined
    for (const clients of [1, 8]) {
      say(
        `measuring pages with ${clients} ${clients === 1 ? 'client' : 'clients'}${writer ? ' beside a writer' : ''}`,
      )
      for (const { page, measured, floorMs } of await measurePages(http, floors, asked, clients))
        rows.push(rowOf({ name: page.name, clients, writer }, measured, floorMs))
    }
    await stop?.()
  }
  const acts = { http, stage, candidates, sink }
  if (isAsked('send-mail')) rows.push(await sendMail(acts, await inProcess(owner)))
  if (isAsked('bulk-reject-500')) rows.push(await bulkReject(acts))
  if (isAsked('import-csv')) rows.push(await importCsv(acts))

  const { version } = (await owner.query(`select current_setting('server_version') as version`)).rows[0]
  const machine = [
    `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${version} ${values.database ? 'server' : 'embedded'}`,
    `load ${loadavg()[0]!.toFixed(1)}`,
  ].join(', ')
  console.log(tableOf(machine, candidates, rows))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, candidates, rows }, null, 2)}\n`)
}

/** A thousand people who may be written to about their application. */
async function inProcess(owner: Awaited<ReturnType<typeof connect>>): Promise<string[]> {
  const most = Math.min(1000, applicationsOf(candidates).onFirst)
  const found = await owner.query<{ id: string }>(
    `select candidate_id as id from ats.application where state = 'active' order by id limit ${most}`,
  )
  return found.rows.map(({ id }) => id)
}

/** A database of its own on the server, dropped afterwards. */
async function makeDatabase(server: string): Promise<string> {
  const name = `throughline_bench_${randomBytes(4).toString('hex')}`
  const admin = await connect({ connectionString: server })
  await admin.query(`create database ${name}`)
  closers.push(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
