import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import type { Kernel } from '../kernel/kernel.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Result } from '../kernel/model/result.ts'
import type { Live } from './live.ts'
import type { Metrics } from './metrics.ts'
import { openApi, openApiPage } from './open-api.ts'
import { sameOrigin } from './sign-in/same-origin.ts'

export interface Caller {
  readonly actor: Actor
  /** How the caller proved who they are: a cookie needs same-origin proof for writes, a token does not. */
  readonly by: 'cookie' | 'token' | 'nothing'
}

export interface HttpParts {
  readonly kernel: Kernel
  readonly live: Live
  readonly log: Logger
  readonly metrics: Metrics
  readonly baseUrl: string
  readonly callerOf: (request: Request) => Promise<Caller>
  /** Whether the database answers and is at this version. */
  readonly ready: () => Promise<boolean>
  /** Other parts of the site, by path: sign-in, files, the team's app, the careers pages (last). */
  readonly sites: readonly { readonly at: string; readonly site: Hono }[]
}

export type Env = { Variables: { caller: Caller; requestId: string } }

/** Where the calls of the API are. */
const calls = '/api/v1/'

/** The only place that knows status codes: the registry of commands and queries as an HTTP API, and the sites beside it. */
export const createHttp = (parts: HttpParts): Hono<Env> => {
  const { kernel } = parts
  const app = new Hono<Env>()

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await parts.ready()) ? c.text('ready') : c.text('not ready', 503)))
  app.get('/metrics', async (c) => {
    const remote = c.req.header('x-forwarded-for')
    if (remote) return c.text('Metrics are for the machine itself, not through the proxy.', 403)
    return c.text(await parts.metrics.registry.metrics(), 200, {
      'content-type': parts.metrics.registry.contentType,
    })
  })

  const secure = secureHeaders(headers(parts.baseUrl))
  const secureOnes = headersSetBy(secure)
  const isCall = (c: Context) => c.req.path.startsWith(calls)
  // The headers of an API answer are known beforehand: set then, the answer leaves as it was made, in one piece.
  app.use(`${calls}*`, async (c, next) => {
    for (const [name, value] of await secureOnes) c.header(name, value)
    await next()
  })
  // A site that says more narrowly what its pages may do (a download: nothing; a public page: no script) is left its word.
  app.use(async (c, next) => {
    if (isCall(c)) return next()
    let own: [string, string][] = []
    await secure(c, async () => {
      await next()
      own = ownPolicy.flatMap((name) => {
        const said = c.res.headers.get(name)
        return said === null ? [] : [[name, said]]
      })
    })
    for (const [name, said] of own) c.res.headers.set(name, said)
  })
  const squeeze = compress()
  app.use((c, next) => (isCall(c) ? next() : squeeze(c, next)))
  app.use(watched(parts))
  app.use('/api/*', async (c, next) => {
    c.set('caller', await parts.callerOf(c.req.raw))
    c.header('Cache-Control', 'no-store')
    await next()
  })

  app.get('/api/v1/live', (c) => {
    if (c.var.caller.actor.kind !== 'user') return answer(c, signInFirst)
    return streamSSE(c, async (stream) => {
      const leave = parts.live.subscribe((notice) => void stream.writeSSE({ event: 'fact', data: notice }))
      parts.metrics.listeners.inc()
      stream.onAbort(() => {
        leave()
        parts.metrics.listeners.dec()
      })
      await stream.writeSSE({ event: 'ready', data: '' })
      while (!stream.aborted) {
        await stream.sleep(25_000)
        await stream.write(': still here\n\n')
      }
    })
  })

  app.get('/api/v1/openapi.json', (c) => c.json(openApi(kernel.rooms, parts.baseUrl)))
  app.get('/api', (c) => c.html(openApiPage(kernel.rooms)))

  app.get('/api/v1/:name', async (c) => {
    const query = kernel.queryNamed(c.req.param('name'))
    if (!query) return answer(c, unknownCall)
    const input = parseJson(c.req.query('input') ?? '{}')
    if (!input.ok) return answer(c, input)
    return answer(c, await kernel.ask(query, input.value, { actor: c.var.caller.actor }))
  })

  app.post(
    '/api/v1/:name',
    bodyLimit({ maxSize: 5 * 2 ** 20, onError: (c) => answer(c, tooLarge) }),
    async (c) => {
      const command = kernel.commandNamed(c.req.param('name'))
      if (!command) return answer(c, unknownCall)
      // What visitors may do, they do on the public pages, which fill in what the limits count by (R3, R32).
      if (c.var.caller.actor.kind === 'visitor') return answer(c, signInFirst)
      if (c.var.caller.by !== 'token' && !sameOrigin(c.req.raw, parts.baseUrl))
        return answer(c, foreignOrigin)
      if (!c.req.header('content-type')?.startsWith('application/json')) return answer(c, notJson)
      const input = parseJson((await c.req.text()) || '{}')
      if (!input.ok) return answer(c, input)
      const requestId = c.req.header('idempotency-key')
      return answer(c, await kernel.run(command, input.value, { actor: c.var.caller.actor, requestId }))
    },
  )

  for (const { at, site } of parts.sites) app.route(at, site)

  app.onError((error, c) => {
    parts.log.error(
      { err: { type: error.name, message: error.message, stack: error.stack }, request: c.var.requestId },
      'defect',
    )
    return answer(c, {
      ok: false,
      refusal: {
        code: 'defect',
        says: `Something went wrong on our side and nothing was changed. Try again; if it stays, tell your administrator the number ${c.var.requestId}.`,
      },
    })
  })
  return app
}

/** Turns a result into a response: the value, or the refusal with the status of its code. */
export const answer = (c: Context, result: Result<unknown>): Response =>
  result.ok
    ? json(c, { ok: true, value: result.value ?? null }, 200)
    : json(c, result, statusOf(result.refusal.code))

/** Compressed here and now where it saves a packet: handing it to a thread, piece by piece, takes three times as long. */
const json = (c: Context, body: unknown, status: 200 | ReturnType<typeof statusOf>): Response => {
  const text = JSON.stringify(body)
  c.header('content-type', 'application/json')
  c.header('vary', 'accept-encoding', { append: true })
  if (text.length < onePacket || !c.req.header('accept-encoding')?.includes('gzip'))
    return c.body(text, status)
  c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(gzipSync(text, { level: 1 })), status)
}

const onePacket = 1400

const statuses: Readonly<Record<string, 400 | 401 | 403 | 404 | 410 | 413 | 415 | 429 | 500 | 503>> = {
  'bad-input': 400,
  'sign-in-needed': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  gone: 410,
  'too-large': 413,
  'not-json': 415,
  'too-many': 429,
  defect: 500,
  'not-scanned': 503,
}
const statusOf = (code: string) => statuses[code] ?? 409

const no = (code: string, says: string): Result<never> => ({ ok: false, refusal: { code, says } })
const signInFirst = no('sign-in-needed', 'Sign in first.')
const unknownCall = no('not-found', 'There is no such call. GET /api lists all of them.')
const tooLarge = no('too-large', 'That is more than 5 MB. Send less at once; files go to /files.')
const notJson = no('not-json', 'Send the input as application/json.')
const foreignOrigin = no('foreign-origin', 'This request came from another site and was not done.')

const parseJson = (text: string): Result<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return no('bad-input', 'The input is not JSON.')
  }
}

const watched =
  ({ metrics, log }: HttpParts) =>
  async (c: Context<Env>, next: () => Promise<void>) => {
    const began = performance.now()
    c.set('requestId', randomUUID())
    await next()
    const path = new URL(c.req.url).pathname
    const call = path.startsWith('/api/v1/') ? path.slice(8) : (path.split('/')[1] ?? '')
    const seconds = (performance.now() - began) / 1000
    metrics.requests.observe({ call: call.slice(0, 60), status: String(c.res.status) }, seconds)
    log.debug(
      {
        call,
        method: c.req.method,
        status: c.res.status,
        ms: Math.round(seconds * 1000),
        request: c.var.requestId,
      },
      'answered',
    )
  }

/** What a middleware sets on every answer, whatever it is. */
const headersSetBy = async (middleware: MiddlewareHandler): Promise<readonly [string, string][]> => {
  const probe = new Hono().use(middleware).get('/', (c) => c.body(null))
  return [...(await probe.request('/')).headers]
}

const ownPolicy = [
  'content-security-policy',
  'referrer-policy',
  'x-frame-options',
  'strict-transport-security',
]

const headers = (baseUrl: string): Parameters<typeof secureHeaders>[0] => ({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000' : false,
  xFrameOptions: 'SAMEORIGIN',
})
