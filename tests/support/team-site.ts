import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { codeAt } from './one-time-code.ts'

/** The product as it is started by hand, on a data folder of its own, with Northwind set up and its first administrator signed in. */
export interface TeamSite {
  readonly base: string
  readonly call: <Value>(name: string, input: object) => Promise<Value>
  readonly ask: <Value>(name: string, input: object) => Promise<Value>
  readonly upload: (
    kind: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
  ) => Promise<readonly { readonly token: string; readonly fileId: string }[]>
  /** A page in a browser where the administrator is signed in. */
  readonly open: (
    browser: Browser,
    path: string,
    look?: { scheme?: 'light' | 'dark'; phone?: boolean },
  ) => Promise<import('playwright-core').Page>
  readonly close: () => Promise<void>
}

export const startTeam = async (): Promise<TeamSite> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-team-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['src/server/main.ts', 'start'], {
    // Nothing of the test runner's own environment: it has a BASE_URL of another meaning.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const token = await until(
    () => /first-run\?token=([\w-]+)/.exec(said)?.[1],
    () => said,
    child,
  )
  const base = `http://localhost:${port}`
  const cookie = await setUp(base, token)
  return {
    ...speaker(base, cookie),
    base,
    open: async (browser, path, look = {}) => {
      const context = await browser.newContext({
        colorScheme: look.scheme ?? 'light',
        viewport: look.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
      })
      const [name, value] = cookie.split('=') as [string, string]
      await context.addCookies([{ name, value, url: base }])
      const page = await context.newPage()
      await page.goto(`${base}/app${path}`)
      return page
    },
    close: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Sets up the organisation with the printed token, second factor included; answers the session's cookie. */
export const setUp = async (base: string, token: string): Promise<string> => {
  let cookie = ''
  const post = async (path: string, body: object) => {
    const response = await fetch(`${base}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1', origin: base, cookie },
      body: JSON.stringify(body),
    })
    const set = response.headers.getSetCookie().at(-1)?.split(';')[0]
    if (set) cookie = set
    const answer = (await response.json()) as { ok: boolean; value: { secret?: string } }
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer.value
  }
  await post('first-run', {
    token,
    organisation: { name: 'Northwind Robotics' },
    admin: {
      name: 'Priya Raghunathan',
      mail: 'priya.raghunathan@northwind.example',
      password: 'a lamp over slow water 41',
    },
    office: { name: 'Rotterdam', city: 'Rotterdam', country: 'NL', timeZone: 'Europe/Amsterdam' },
  })
  const { secret } = await post('second-factor/offer', {})
  await post('second-factor/confirm', { code: codeAt(secret!) })
  return cookie
}

const speaker = (base: string, cookie: string) => {
  const headers = { 'x-throughline': '1', origin: base, cookie }
  const answered = async <Value>(name: string, response: Response): Promise<Value> => {
    const answer = (await response.json()) as { ok: boolean; value: Value }
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }
  return {
    call: async <Value>(name: string, input: object) =>
      answered<Value>(
        name,
        await fetch(`${base}/api/v1/${name}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
      ),
    ask: async <Value>(name: string, input: object) =>
      answered<Value>(
        name,
        await fetch(`${base}/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers }),
      ),
    upload: async (kind: string, files: readonly { name: string; bytes: Uint8Array | string }[]) => {
      const form = new FormData()
      form.set('kind', kind)
      for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name)
      return answered<{ token: string; fileId: string }[]>(
        'files',
        await fetch(`${base}/files`, { method: 'POST', headers, body: form }),
      )
    },
  }
}

const until = async (
  found: () => string | undefined,
  said: () => string,
  child: { readonly exitCode: number | null },
): Promise<string> => {
  for (let tries = 0; tries < 600; tries++) {
    const value = found()
    if (value) return value
    if (child.exitCode !== null) break
    await new Promise((wake) => setTimeout(wake, 50))
  }
  throw new Error(`The product did not start:\n${said()}`)
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
