import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { secretsOf } from '../../src/adapters/secrets.ts'
import { newId } from '../../src/kernel/new-id.ts'
import { people } from '../../src/server/demo/cast.ts'
import { sessionCookie } from '../../src/server/sign-in/session-cookie.ts'

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

/** Starts the product as `npm start` does, in a process of its own, and waits until it says where it serves. */
export const serve = async (env: Readonly<Record<string, string>>): Promise<Serving> => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/server/main.ts', 'start'],
    {
      cwd: root,
      env: { ...process.env, ...env, PORT: '0', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await readyAt(child)
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await gone
      clearTimeout(late)
    },
  }
}

const readyAt = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (chunk) => {
      said += String(chunk)
      const url = /Throughline is ready at (\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}`)))
  })

/** Signs the recruiter of the cast in: the token of a session, as sign-in would have stored it. */
export const signIn = async (owner: pg.Client): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  // Seen in an hour: the note of when somebody was last seen, written once a minute, stays out of the figures.
  await owner.query(
    `insert into accounts.session (id, token_hash, user_id, created_at, last_seen_at, expires_at, stage, way)
      values ($1, $2, $3, now(), now() + interval '1 hour', now() + interval '1 day', 'open', 'password')`,
    [newId(), secretsOf(randomBytes(32)).hash(token), people.maren.id],
  )
  return `${sessionCookie}=${token}`
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

export type Http = ReturnType<typeof client>

/** A client that keeps its connections, as a browser does, and takes compressed answers as one does. */
export const client = (url: string, cookie: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const { hostname, port, origin } = new URL(url)
  const send = (method: string, path: string, body?: string | Buffer, type = 'application/json') =>
    new Promise<Answer>((resolve, reject) => {
      const call = request(
        {
          agent,
          hostname,
          port,
          path,
          method,
          headers: {
            cookie,
            origin,
            'accept-encoding': 'gzip',
            ...(body === undefined
              ? {}
              : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              bytes: Buffer.concat(chunks),
            }),
          )
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, looked into by who asked.
  const value = async (answer: Answer): Promise<any> => {
    const bytes = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.bytes) : answer.bytes
    const said = JSON.parse(bytes.toString())
    if (!said.ok) throw new Error(`${answer.status} ${said.refusal?.says}`)
    return said.value
  }
  return {
    /** Only that it was answered well: what measuring needs. */
    get: async (path: string): Promise<void> => {
      const { status, bytes } = await send('GET', path)
      if (status !== 200) throw new Error(`${path}: ${status} ${bytes.toString().slice(0, 300)}`)
    },
    ask: async (name: string, input: object) => value(await send('GET', pathOf(name, input))),
    run: async (name: string, input: object) =>
      value(await send('POST', `/api/v1/${name}`, JSON.stringify(input))),
    upload: async (name: string, content: string, kind: string) => {
      const border = randomBytes(12).toString('hex')
      const body = Buffer.from(
        `--${border}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${border}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${border}--\r\n`,
      )
      return value(await send('POST', '/files', body, `multipart/form-data; boundary=${border}`))
    },
    close: () => agent.destroy(),
  }
}

export const pathOf = (name: string, input: object): string =>
  `/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input))}`
