import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../kernel/kernel.ts'

const { Pool, types } = pg

// One reading of every type, whatever the machine's zone: dates stay text, moments are ISO in UTC,
// counts are numbers where a number holds them exactly.
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => momentOf(text))
types.setTypeParser(types.builtins.INT8, (text) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number`)
  return number
})
types.setTypeParser(types.builtins.NUMERIC, Number)

/** What this process calls its sessions, so that the last of several processes knows that it is the last. */
export const sessionName = `throughline ${process.pid}`

/**
 * A moment as ISO 8601. Every session writes UTC, so that rearranging the signs is enough; reading the calendar
 * takes ten times as long, which a page of 400 cards with four moments each feels.
 */
export const momentOf = (text: string): string =>
  inUtc.test(text)
    ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
    : new Date(text).toISOString()

const inUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/

/** How to reach a database: a URL or a socket, as one role. */
export interface Connection {
  readonly connectionString?: string
  readonly host?: string
  readonly port?: number
  readonly database?: string
  readonly user?: string
  readonly password?: string
  readonly options?: string
}

export interface OpenDatabase extends Database {
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens the two pools of the application's role: one that writes, one whose sessions are read-only. */
export const openDatabase = (connection: Connection, size = 10): OpenDatabase => {
  const { url, options } = takenFrom(connection.connectionString)
  const settings = (more: string) => ({
    ...connection,
    ...(url ? { connectionString: url } : {}),
    application_name: sessionName,
    options: [options, connection.options, '-c TimeZone=UTC', more].filter(Boolean).join(' '),
  })
  const pool = new Pool({ ...settings('-c idle_in_transaction_session_timeout=60000'), max: size })
  const readPool = new Pool({
    ...settings('-c default_transaction_read_only=on'),
    max: size,
    Client: PreparingClient,
  })
  for (const each of [pool, readPool]) each.on('error', () => undefined)
  const write = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const read = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: readPool }) })
  return {
    pool,
    write,
    read,
    close: async () => {
      await Promise.all([write.destroy(), read.destroy()])
    },
  }
}

/** The driver lets `options` in a URL replace ours, and with them that the read pool only reads: so they are joined. */
const takenFrom = (connectionString: string | undefined): { url?: string; options?: string } => {
  if (connectionString === undefined) return {}
  const url = new URL(connectionString)
  const options = url.searchParams.get('options') ?? undefined
  url.searchParams.delete('options')
  return { url: url.href, ...(options ? { options } : {}) }
}

/**
 * Planning a page's statement takes longer than running it (5 ms against 1 ms, measured), so every statement
 * text is prepared once a connection. A bound keeps a stray generated text from filling the server's memory.
 */
class PreparingClient extends pg.Client {
  override query(...call: unknown[]): never {
    const [text, values, ...rest] = call
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const query = super.query as (...call: unknown[]) => never
    return name ? query.call(this, { name, text, values }, ...rest) : query.call(this, ...call)
  }
}

const names = new Map<string, string>()
const mostNames = 1000

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, name)
  return name
}

/** One connection for a script or a listener; the caller ends it. */
export const connect = async (connection: Connection): Promise<pg.Client> => {
  const client = new pg.Client({ ...connection, application_name: sessionName })
  client.on('error', () => undefined)
  await client.connect()
  return client
}
