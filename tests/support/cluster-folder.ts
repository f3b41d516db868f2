import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, connect } from '../../src/adapters/database.ts'

const prefix = 'throughline-test-'

/** Who made a cluster's folder, and how its server is reached once it runs. */
interface Owner {
  readonly pid: number
  /** A folder that several machines see belongs to the one that made it. */
  readonly host: string
  readonly connection?: Connection
}

/** A folder for a run's cluster, which says whose it is. */
export const makeClusterFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // PostgreSQL runs as another account when the tests run as root.
  chmodSync(folder, 0o755)
  writeOwner(folder)
  return folder
}

/** Notes how the server in a folder of ours is reached, for who finds it left over. */
export const noteConnection = (folder: string, connection: Connection): void => writeOwner(folder, connection)

/**
 * Takes away a cluster of this very process, at once and without waiting for the event loop: it is for the way
 * out of an interrupted run. The data are of no worth, so the server is told to drop everything.
 */
export const dropCluster = (folder: string): void => {
  const pid = serverOf(folder)
  if (pid !== undefined) {
    signal(pid, 'SIGQUIT')
    for (let tries = 0; tries < 100 && serverOf(folder) !== undefined && signal(pid, 0); tries++)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
  removeFolder(folder)
}

/** Takes away what runs left whose process is gone. A folder that does not say whose it is stays. */
export const dropLeftovers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    const owner = name.startsWith(prefix) ? ownerOf(folder) : undefined
    if (!owner || owner.host !== hostname() || signal(owner.pid, 0)) continue
    // A number in an old file may be somebody else's process by now: only a server that answers there is ended.
    const pid = owner.connection && (await answers(owner.connection, folder)) ? serverOf(folder) : undefined
    if (pid !== undefined) {
      signal(pid, 'SIGQUIT')
      // Until it is gone: what it still writes would stand in a folder that was taken away.
      for (let tries = 0; tries < 400 && serverOf(folder) !== undefined && signal(pid, 0); tries++)
        await pause(25)
    }
    removeFolder(folder)
  }
}

const ownerFile = (folder: string) => join(folder, 'owner.json')

const writeOwner = (folder: string, connection?: Connection) => {
  const owner: Owner = { pid: process.pid, host: hostname(), ...(connection ? { connection } : {}) }
  writeFileSync(ownerFile(folder), JSON.stringify(owner))
}

const ownerOf = (folder: string): Owner | undefined => {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Owner
  } catch {
    return undefined
  }
}

const serverOf = (folder: string): number | undefined => {
  try {
    return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

const answers = async (connection: Connection, folder: string): Promise<boolean> => {
  try {
    const client = await connect(connection)
    const { rows } = await client.query('show data_directory')
    await client.end()
    return rows[0].data_directory === join(folder, 'postgres')
  } catch {
    return false
  }
}

/** Whether the process was there to hear it. */
const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, name)
  } catch (error) {
    // It is there, and another account's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const removeFolder = (folder: string) => {
  const sockets = ownerOf(folder)?.connection?.host
  if (sockets && /^throughline-[0-9a-f]{12}$/.test(basename(sockets)))
    rmSync(sockets, { recursive: true, force: true, maxRetries: 5 })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
