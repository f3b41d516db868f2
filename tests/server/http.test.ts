import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from '../../src/kernel/model/actor.ts'
import type { Room } from '../../src/kernel/room.ts'
import { type Caller, createHttp } from '../../src/server/http.ts'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms: readonly Room[] = buildRooms(unplugged)
let test: TestKernel
let caller: Caller = { actor: visitor, by: 'nothing' }
let app: ReturnType<typeof createHttp>
let maren: Caller
beforeAll(async () => {
  test = await testKernel(rooms)
  maren = { actor: (await insertCast(test.database, rooms)).maren, by: 'cookie' }
  app = createHttp({
    kernel: test.kernel,
    live: { subscribe: () => () => undefined, close: async () => undefined },
    log: createLog('silent'),
    metrics: createMetrics(),
    baseUrl: 'http://jobs.example',
    callerOf: async () => caller,
    ready: async () => true,
    sites: [],
  })
})
afterAll(() => test.close())

const post = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://jobs.example/api/v1/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const added = { candidates: [{ name: 'Inês Carvalho', emails: ['ines@carvalho.example'] }] }

it('answers a command with its value, and its repeat with the same', async () => {
  caller = maren
  const first = await (await post('candidates.addCandidates', added, { 'idempotency-key': 'k1' })).json()
  const again = await (await post('candidates.addCandidates', added, { 'idempotency-key': 'k1' })).json()
  expect(first).toMatchObject({ ok: true })
  expect(again).toEqual(first)
})

it.each([
  ['a form post from another site', { 'sec-fetch-site': 'cross-site' }, 403, 'foreign-origin'],
  [
    'a request from another origin',
    { 'sec-fetch-site': '', origin: 'http://evil.example' },
    403,
    'foreign-origin',
  ],
  [
    'a simple request without JSON',
    { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' },
    415,
    'not-json',
  ],
])('refuses %s (R19)', async (_, headers, status, code) => {
  caller = maren
  const given: Record<string, string> = { ...headers }
  if (given['sec-fetch-site'] === '') delete given['sec-fetch-site']
  const response = await app.request('http://jobs.example/api/v1/candidates.addCandidates', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...given },
    body: JSON.stringify(added),
  })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ refusal: { code } })
})

it('lets nobody write without signing in, whatever is open to visitors on the public pages', async () => {
  caller = { actor: visitor, by: 'nothing' }
  for (const name of rooms.flatMap((room) => [...(room.commands ?? [])].map((command) => command.name)))
    expect((await post(name, {})).status, name).toBe(401)
})

it('names the field of bad input, and unknown fields are bad input (R18)', async () => {
  caller = maren
  const response = await post('candidates.addCandidates', { candidates: [{ name: '' }] })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ refusal: { code: 'bad-input', field: 'candidates.0.name' } })
  expect((await post('candidates.addCandidates', { ...added, role: 'admin' })).status).toBe(400)
  expect((await post('candidates.addCandidates', 'no json')).status).toBe(400)
})

it('says 404 for a call that is not there and for a record out of sight alike', async () => {
  caller = maren
  expect((await post('candidates.becomeKing', {})).status).toBe(404)
  const gone = { candidateId: people.maren.id }
  const response = await app.request(
    `http://jobs.example/api/v1/views.candidate?input=${encodeURIComponent(JSON.stringify(gone))}`,
  )
  expect(response.status).toBe(404)
})

it('describes every call in OpenAPI 3.1, none of them for the product alone', async () => {
  const api = (await (await app.request('http://jobs.example/api/v1/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(api.openapi).toBe('3.1.0')
  const calls = rooms.flatMap(
    (room) =>
      [...(room.commands ?? []), ...(room.queries ?? [])] as { name: string; permission: { name: string } }[],
  )
  expect(Object.keys(api.paths).sort()).toEqual(
    calls
      .filter((call) => call.permission.name !== 'system')
      .map((call) => `/api/v1/${call.name}`)
      .sort(),
  )
})

it('sends the headers that keep a page to itself (R36)', async () => {
  const { headers } = await app.request('http://jobs.example/api')
  expect(headers.get('content-security-policy')).toMatch(
    /script-src 'self'.*object-src 'none'.*base-uri 'none'/,
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})
