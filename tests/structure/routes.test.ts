import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from '../../src/kernel/model/actor.ts'
import { createHttp } from '../../src/server/http.ts'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { sitesOf } from '../../src/server/plugs.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { readSettings } from '../../src/server/settings.ts'
import { insertCast } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

// R3: beside the calls, which do not compile without a permission, these are all addresses there are.
// Whoever adds one says here who may use it.
const behindSession = [
  'GET /api/v1/live',
  'GET /api/v1/:name',
  'POST /api/v1/:name',
  'POST /files',
  'GET /files/:id',
  'GET /exports/candidates.csv',
  'GET /exports/applications.csv',
  'GET /exports/imports/:file{[0-9a-f-]+\\.csv}',
]
/** Behind the candidate's own session, which a mailed link opened; without it they lead to asking for a new link. */
const behindOwnSession = [
  'GET /careers/me/:ref',
  'GET /careers/me/:ref/documents/:id',
  'GET /careers/me/:ref/interviews/:id',
  'GET /careers/me/:ref/withdraw',
  'GET /careers/me/correct',
  'GET /careers/me/download',
  'GET /careers/me/erase',
  'POST /careers/me/:ref/documents',
  'POST /careers/me/:ref/messages',
  'POST /careers/me/:ref/interviews/:id',
  'POST /careers/me/:ref/withdraw',
  'POST /careers/me/:ref/withdraw/undo',
  'POST /careers/me/correct',
  'POST /careers/me/erase',
]
/** The ways in, each with its own proof: password, code, printed token, mailed link, or the session that it changes. */
const waysIn = [
  'GET /auth/state',
  'POST /auth/accept-invitation',
  'POST /auth/api-tokens',
  'POST /auth/change-password',
  'POST /auth/demo',
  'POST /auth/demo-seat',
  'POST /auth/first-run',
  'POST /auth/invitation',
  'POST /auth/leave-demo',
  'POST /auth/reset',
  'POST /auth/reset-request',
  'POST /auth/second-factor',
  'POST /auth/second-factor/confirm',
  'POST /auth/second-factor/offer',
  'POST /auth/second-factor/recovery-codes',
  'POST /auth/sign-in',
  'POST /auth/sign-out',
]
/** For everybody. */
const open = [
  'GET /',
  'GET /api',
  'GET /api/v1/openapi.json',
  'GET /app/*',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /robots.txt',
  'GET /careers',
  'GET /careers/',
  'GET /careers/accessibility',
  'GET /careers/assets/:name',
  'GET /careers/jobs.atom',
  'GET /careers/jobs.xml',
  'GET /careers/jobs/:slug',
  'GET /careers/jobs/:slug/apply',
  'GET /careers/jobs/:slug/sent',
  'GET /careers/privacy',
  'GET /careers/sitemap.xml',
  'POST /careers/jobs/:slug/apply',
  'GET /careers/me',
  'GET /careers/me/link',
  'GET /careers/me/open/:token',
  'POST /careers/me/leave',
  'POST /careers/me/link',
  'POST /careers/me/open/:token',
  'GET /u/:token',
  'POST /u/:token',
]

let test: TestKernel
let app: ReturnType<typeof createHttp>
beforeAll(async () => {
  const rooms = buildRooms(unplugged)
  test = await testKernel(rooms)
  await insertCast(test.database, rooms)
  const settings = readSettings({ BASE_URL: 'http://jobs.example' })
  const plugs = {
    ports: unplugged,
    scanner: { scan: async () => ({ clean: true }) },
    log: createLog('silent'),
  }
  app = createHttp({
    kernel: test.kernel,
    live: { subscribe: () => () => undefined, close: async () => undefined },
    log: createLog('silent'),
    metrics: createMetrics(),
    baseUrl: 'http://jobs.example',
    callerOf: async () => ({ actor: visitor, by: 'nothing' }),
    ready: async () => true,
    sites: sitesOf(test.kernel, settings, plugs as never, {} as never),
  })
})
afterAll(() => test.close())

/** Every address with its method, without what only stands before others. */
const routes = () =>
  [
    ...new Set(
      app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    ),
  ].sort()

it('every address of the product stands in one of the lists (R3)', () => {
  expect(routes()).toEqual([...behindSession, ...behindOwnSession, ...waysIn, ...open].sort())
})

it('what is behind a session answers a visitor with 401, and nothing else', async () => {
  for (const route of behindSession) {
    const [method, path] = route.split(' ') as [string, string]
    const filled = path
      .replace(/:file\{.*$/, '0192a000-0000-7000-8000-00000000dead.csv')
      .replace(':name', method === 'GET' ? 'views.candidates' : 'candidates.addCandidates')
      .replace(':id', '0192a000-0000-7000-8000-00000000dead')
    const response = await app.request(
      `http://jobs.example${filled}?jobId=0192a000-0000-7000-8000-00000000dead`,
      {
        method,
        headers: { 'sec-fetch-site': 'same-origin' },
      },
    )
    expect(response.status, route).toBe(401)
  }
})

it('what is behind a candidate’s session shows and takes nothing without one', async () => {
  for (const route of behindOwnSession) {
    const [method, path] = route.split(' ') as [string, string]
    const filled = path.replace(':ref', '0192a000-0000-7000-8000-00000000dead').replace(':id', 'x')
    const response = await app.request(`http://jobs.example${filled}`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin' },
      ...(method === 'POST' ? { body: new FormData() } : {}),
    })
    expect(response.status, route).toBe(403)
  }
})
