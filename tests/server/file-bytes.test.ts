import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { filesSite } from '../../src/server/files-site.ts'
import type { Caller } from '../../src/server/http.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = buildRooms(unplugged)
const candidate = '0192a000-0000-7000-8000-0000000f0001'
const file = '0192a000-0000-7000-8000-0000000f0002'
const bytes = new TextEncoder().encode('<script>alert(1)</script>')
let test: TestKernel
let cast: Cast
let caller: Caller = { actor: visitor, by: 'nothing' }
let site: ReturnType<typeof filesSite>
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const at = test.now()
  await sql`insert into candidates.candidate (id, name, name_key, sort_key, owner_id, source, confidential, created_at, updated_at, last_activity_at, relationship, relationship_since)
    values (${candidate}, 'Hidden One', 'hidden one', 'one', ${people.maren.id}, 'application', true, ${at}, ${at}, ${at}, 'applicant', ${at})`.execute(
    test.database.write,
  )
  await sql`insert into documents.file (id, candidate_id, kind, name, media_type, bytes, sha256, storage_key, state, uploaded_at, uploaded_by_kind)
    values (${file}, ${candidate}, 'resume', 'cv.pdf.html', 'text/html', ${bytes.length}, 'x', 'aa/x', 'unreadable', ${at}, 'visitor')`.execute(
    test.database.write,
  )
  const files = { get: async () => bytes, put: async () => undefined, remove: async () => undefined } as never
  site = filesSite({
    kernel: test.kernel,
    files,
    scanner: { scan: async () => ({ clean: true }) },
    baseUrl: 'http://jobs.example',
    callerOf: async () => caller,
  })
})
afterAll(() => test.close())

const get = (path = `/${file}`) =>
  site.request(path, { headers: { referer: `http://jobs.example/app/candidates/${candidate}` } })

it('gives an original to who may see its person, as a download that no browser opens (R23, R24)', async () => {
  caller = { actor: { ...cast.priya }, by: 'cookie' }
  const seen = await get()
  expect(seen.status).toBe(200)
  expect(await seen.text()).toBe('<script>alert(1)</script>')
  expect(seen.headers.get('content-type')).toBe('application/octet-stream')
  expect(seen.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
  expect(seen.headers.get('content-security-policy')).toContain('sandbox')
})

it('says of it what it says of a file that is not there to who may not, whatever page they say they come from', async () => {
  for (const who of ['tomas', 'lars', 'ifeoma'] as const) {
    caller = { actor: cast[who], by: 'cookie' }
    const [hidden, none] = [await get(), await get('/0192a000-0000-7000-8000-00000000dead')]
    expect([hidden.status, await hidden.text()], who).toEqual([none.status, await none.text()])
    expect([403, 404], who).toContain(hidden.status)
  }
  caller = { actor: visitor, by: 'nothing' }
  expect((await get()).status).toBe(401)
})

it('takes no upload without a session, nor from another site (R19)', async () => {
  const body = () => {
    const form = new FormData()
    form.set('file', new File(['x'], 'x.txt'))
    return form
  }
  const post = (from: string) =>
    site.request('/', { method: 'POST', body: body(), headers: { 'sec-fetch-site': from } })
  expect((await post('same-origin')).status).toBe(401)
  caller = { actor: cast.maren, by: 'cookie' }
  expect((await post('cross-site')).status).toBe(403)
})
