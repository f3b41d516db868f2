import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../src/adapters/database.ts'
import { startEmbeddedPostgres, superuser } from '../../src/adapters/embedded-postgres.ts'

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))

export interface RunningProduct {
  readonly pid: number
  readonly url: string
  /** All that it printed so far. */
  said(): string
  /** The token of the first page, as printed in the terminal. */
  token(): Promise<string>
  /** Asks it to stop as a service manager does; answers its exit code. */
  stop(): Promise<number | null>
  /** Takes it away in the middle of whatever it does. */
  kill(): Promise<void>
  /** The code of its end, whenever it ends by itself. */
  readonly ended: Promise<number | null>
}

/** A data folder of one's own, with all that is started on it; `clear()` at the end. */
export const dataFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'throughline-product-'))
  // PostgreSQL runs as another account when the tests run as root.
  chmodSync(path, 0o755)
  const started: ChildProcess[] = []
  const postgresPid = () => {
    const file = join(path, 'postgres', 'postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
  }
  return {
    path,
    /** PostgreSQL's process, while its pid file is there. */
    postgresPid,
    /** Takes the database away as a power cut does. */
    killPostgres: () => {
      const pid = postgresPid()
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    /** Starts a part of the product as a process of its own, without waiting for it. */
    launch: (part: string, env: Readonly<Record<string, string>> = {}) => {
      const child = launch(part, path, env)
      started.push(child.process)
      return child
    },
    /** Starts a part of the product and waits until it is ready. */
    start: async (
      part: 'start' | 'web' | 'worker' = 'start',
      env: Readonly<Record<string, string>> = {},
    ): Promise<RunningProduct> => {
      const child = launch(part, path, { PORT: String(await freePort()), ...env })
      started.push(child.process)
      await child.until(/Throughline is (ready|working)/)
      return child.product
    },
    /** The product's database, reached beside it: to look, and to let time pass. */
    database: async () => {
      const embedded = await startEmbeddedPostgres(path)
      return openDatabase(embedded.connection(superuser, 'throughline'), 2)
    },
    clear: async () => {
      for (const child of started)
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL')
          await once(child, 'exit')
        }
      const pid = postgresPid()
      if (pid !== undefined && isAlive(pid)) {
        process.kill(pid, 'SIGINT')
        // Its file tells: a process whose parent was killed may stay in the table after its end.
        while (postgresPid() !== undefined) await new Promise((resolve) => setTimeout(resolve, 50))
      }
      rmSync(path, { recursive: true, force: true })
    },
  }
}
export type DataFolder = ReturnType<typeof dataFolder>

/** A port nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

const launch = (part: string, path: string, env: Readonly<Record<string, string>>) => {
  // Nothing of the machine's own settings may leak in: no server, no mail account, no other database.
  const kept = Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'TZ'].map((name) => [name, process.env[name]]))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, part], {
    env: { ...kept, DATA_DIR: path, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk) => {
      said += String(chunk)
      for (const each of heard) each()
    })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  /** Waits for words of it; throws with all it said when it ends without them. */
  const until = (words: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!words.test(said)) return
        heard.delete(look)
        resolve()
      }
      heard.add(look)
      look()
      void ended.then((code) => reject(new Error(`It ended with ${code} before it said ${words}:\n${said}`)))
    })
  const product: RunningProduct = {
    pid: child.pid!,
    get url() {
      return /Throughline is ready at (\S+)/.exec(said)?.[1] ?? ''
    },
    said: () => said,
    token: async () => {
      await until(/first-run\?token=\S+\n/)
      return /first-run\?token=(\S+)/.exec(said)![1]!
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
  }
  return { process: child, product, until, ended }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
