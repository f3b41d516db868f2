import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accounts } from '../../src/accounts/room.ts'
import { codeAt } from '../../src/accounts/second-factor/one-time-code.ts'
import { issueLink } from '../../src/accounts/sign-in/issue-link.ts'
import { saveMemory } from '../../src/kernel/memory.sql.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type TestKernel, testKernel, testNow } from '../support/database.ts'
import { goodPassword, ports } from './house.ts'
import { site } from './site.ts'

let test: TestKernel
let web: ReturnType<typeof site>
const api = (name: string, input: unknown = {}) =>
  `/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input))}`

beforeAll(async () => {
  test = await testKernel([accounts(ports)])
  web = site(test)
})
afterAll(async () => {
  await web.close()
  await test.close()
})

const setUp = {
  token: 'printed-in-the-terminal',
  organisation: { name: 'Northwind Robotics' },
  admin: { name: 'Priya Raghunathan', mail: 'priya@northwind.example', password: goodPassword },
  office: { name: 'Rotterdam', city: 'Rotterdam', country: 'NL', timeZone: 'Europe/Amsterdam' },
}
let secret = ''
const priya = () => web.browser()
let admin: ReturnType<typeof priya>

it('ships no account: nobody signs in to an empty installation (R13)', async () => {
  const rows = await sql<{ n: number }>`select count(*) as n from accounts.user_account`.execute(
    test.database.read,
  )
  expect(rows.rows[0]!.n).toBe(0)
  const stranger = web.browser()
  for (const [mail, password] of [
    ['admin', 'admin'],
    ['123456', '123456'],
    ['admin@localhost', 'password'],
  ])
    expect((await stranger.post('/auth/sign-in', { mail, password })).status).toBe(401)
  expect((await stranger.get('/auth/state')).body.value).toMatchObject({ stage: null, isSetUp: false })
})

it('is set up once, by the token printed in the terminal, with a good password', async () => {
  const hash = createHash('sha256').update(setUp.token).digest('hex')
  await saveMemory('first-run-token', hash).execute(test.database.write)
  admin = web.browser()
  expect((await admin.post('/auth/first-run', { ...setUp, token: 'guess' })).status).toBe(401)
  const weak = await admin.post('/auth/first-run', {
    ...setUp,
    admin: { ...setUp.admin, password: 'passwordpassword' },
  })
  expect(weak.body.refusal).toMatchObject({ code: 'weak-password', field: 'admin.password' })
  const done = await admin.post('/auth/first-run', setUp)
  expect(done.body).toMatchObject({ ok: true, value: { stage: 'enrolment' } })
  expect(done.headers.get('set-cookie')).toMatch(
    /^throughline_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect((await web.browser().post('/auth/first-run', setUp)).body.refusal.code).toBe('gone')
})

it('lets the first administrator in only with a second factor (R14)', async () => {
  expect((await admin.get(api('accounts.me'))).status).toBe(401)
  const offer = (await admin.post('/auth/second-factor/offer', {})).body.value
  secret = offer.secret
  expect((await admin.post('/auth/second-factor/confirm', { code: '123' })).status).toBe(401)
  const before = admin.jar.get('throughline_session')
  const confirmed = await admin.post('/auth/second-factor/confirm', { code: codeAt(secret, testNow) })
  expect(confirmed.body.value).toMatchObject({ stage: 'open' })
  expect(confirmed.body.value.recoveryCodes).toHaveLength(10)
  expect(admin.jar.get('throughline_session')).not.toBe(before)
  const me = (await admin.get(api('accounts.me'))).body.value
  expect(me).toMatchObject({
    user: { name: 'Priya Raghunathan', roles: ['admin'] },
    organisation: { name: 'Northwind Robotics', slug: 'northwind-robotics', isDemo: false },
    secondFactor: { on: true, recoveryCodesLeft: 10 },
  })
  expect(me.permissions).toContain('accounts.manageUsers')
})

it('invites by a link that the mail alone holds, once, with the roles of the invitation', async () => {
  const invited = await admin.post('/api/v1/accounts.inviteUsers', {
    people: [{ name: 'Lars Holm', mail: 'lars@northwind.example', roles: ['employee'] }],
  })
  const id = invited.body.value.ids[0]
  const link = await test.kernel.as('test').run(issueLink(ports), { kind: 'invitation', id })
  const token = link.ok ? link.value.path.split('#token=')[1]! : ''
  const lars = web.browser()
  expect((await lars.post('/auth/invitation', { token })).body.value).toMatchObject({
    name: 'Lars Holm',
    organisation: 'Northwind Robotics',
  })
  const answer = { token, name: 'Lars Holm', password: goodPassword }
  expect((await lars.post('/auth/accept-invitation', { ...answer, roles: ['admin'] })).status).toBe(400)
  expect((await lars.post('/auth/accept-invitation', answer)).body.value.stage).toBe('open')
  expect((await lars.get(api('accounts.me'))).body.value.user.roles).toEqual(['employee'])
  expect((await lars.post('/auth/accept-invitation', answer)).status).toBe(401)
  expect((await lars.post('/api/v1/accounts.inviteUsers', { people: [] })).status).toBe(403)
})

it('refuses fields that are not the caller’s to say (R18)', async () => {
  const lars = web.browser()
  await lars.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })
  for (const [path, body] of [
    ['/auth/sign-in', { mail: 'a@b.example', password: 'x', origin: { address: null, agent: null } }],
    ['/auth/sign-in', { mail: 'a@b.example', password: 'x', stage: 'open' }],
    ['/auth/second-factor', { code: '123456', token: 'x' }],
    ['/api/v1/accounts.changeProfile', { name: 'Lars', roles: ['admin'] }],
    ['/api/v1/accounts.saveView', { screen: 'candidates', name: 'Mine', search: '', ownerId: 'x' }],
  ] as const)
    expect((await lars.post(path, body)).status, path).toBe(400)
})

it('wants proof of the same origin for every post (R19)', async () => {
  const credentials = { mail: 'lars@northwind.example', password: goodPassword }
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }] as Record<
    string,
    string
  >[])
    expect((await web.browser().post('/auth/sign-in', credentials, headers)).status).toBe(403)
  expect(
    (await web.browser().post('/auth/sign-in', credentials, { 'content-type': 'text/plain' })).status,
  ).toBe(415)
})

it('answers 429 after too many tries and lets the owner in after the window (R15)', async () => {
  const lars = web.browser()
  const statuses = []
  for (let i = 0; i < 20; i++)
    statuses.push(
      (await lars.post('/auth/sign-in', { mail: 'lars@northwind.example', password: `wrong ${i}` })).status,
    )
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)])
  const limited = await lars.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })
  expect(limited.headers.get('retry-after')).toBe('900')
  test.setNow(minutesAfter(testNow, 16))
  expect(
    (await lars.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })).status,
  ).toBe(200)
})

it('makes tokens for programs, shown once, never wider than their user or their scopes', async () => {
  const beyond = await admin.post('/auth/api-tokens', { name: 'Export', scopes: ['system'] })
  expect(beyond.status).toBe(403)
  const made = (await admin.post('/auth/api-tokens', { name: 'Export', scopes: ['accounts.seeColleagues'] }))
    .body.value
  expect(made.token).toMatch(/^tl_[\w-]{43}$/)
  const program = web.browser()
  const bearer = { authorization: `Bearer ${made.token}` }
  const run = (name: string, input: object) =>
    program.post(`/api/v1/${name}`, input, { ...bearer, 'sec-fetch-site': 'cross-site' })
  const asked = await web.app.request('http://localhost:3000/api/v1/accounts.users', { headers: bearer })
  expect(asked.status).toBe(200)
  expect((await run('accounts.inviteUsers', { people: [] })).status).toBe(403)
  const mine = (await admin.get(api('accounts.sessions'))).body.value[0].id
  for (const [name, input] of [
    ['accounts.endSessions', { sessionIds: [mine] }],
    ['accounts.revokeApiTokens', { ids: [made.id] }],
    ['accounts.changeProfile', { name: 'Somebody' }],
  ] as const)
    expect((await run(name, input)).body.refusal.code, name).toBe('not-with-a-token')
  expect((await program.post('/auth/api-tokens', { name: 'More', scopes: [] }, bearer)).status).toBe(409)
  expect(JSON.stringify((await admin.get(api('accounts.apiTokens'))).body)).not.toContain(made.token)
  await admin.post('/api/v1/accounts.revokeApiTokens', { ids: [made.id] })
  const after = await web.app.request('http://localhost:3000/api/v1/accounts.users', { headers: bearer })
  expect(after.status).toBe(401)
})

it('signs out at once', async () => {
  const lars = web.browser()
  await lars.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })
  const cookie = lars.jar.get('throughline_session')!
  expect((await lars.post('/auth/sign-out', {})).status).toBe(200)
  expect(lars.jar.has('throughline_session')).toBe(false)
  lars.jar.set('throughline_session', cookie)
  expect((await lars.get(api('accounts.me'))).status).toBe(401)
})

it('takes rights away with the next request, and never the last administrator', async () => {
  const all = (await admin.get(api('accounts.users'))).body.value
  const lars = all.find((user: { name: string }) => user.name === 'Lars Holm')
  const me = all.find((user: { name: string }) => user.name === 'Priya Raghunathan')
  const change = (userId: string, roles: string[]) =>
    admin.post('/api/v1/accounts.changeRoles', { changes: [{ userId, roles }] })
  expect((await change(me.id, ['recruiter'])).body.refusal.code).toBe('last-administrator')
  expect((await admin.post('/api/v1/accounts.disableUsers', { userIds: [me.id] })).body.refusal.code).toBe(
    'last-administrator',
  )
  const his = web.browser()
  await his.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })
  await admin.post('/api/v1/accounts.changePermissions', {
    changes: [{ role: 'employee', permission: 'accounts.seeColleagues', granted: false }],
  })
  expect((await his.get(api('accounts.users'))).status).toBe(403)
  await change(lars.id, ['coordinator'])
  expect((await his.get(api('accounts.users'))).status).toBe(200)
  await change(lars.id, ['recruiter'])
  expect((await his.get(api('accounts.me'))).status).toBe(401)
  await admin.post('/api/v1/accounts.disableUsers', { userIds: [lars.id] })
  expect(
    (await his.post('/auth/sign-in', { mail: 'lars@northwind.example', password: goodPassword })).status,
  ).toBe(401)
})

it('never puts a session’s token or a hash into a body (R17)', async () => {
  const token = admin.jar.get('throughline_session')!
  for (const name of [
    'me',
    'users',
    'sessions',
    'apiTokens',
    'settings',
    'offices',
    'invitations',
    'savedViews',
    'notifications',
    'permissionDepartures',
  ])
    expect((await admin.get(api(`accounts.${name}`))).status, name).toBe(200)
  const all = admin.bodies.join()
  expect(all).not.toContain(token)
  expect(all).not.toMatch(/argon2|token_?hash|password_?hash|"secondFactorSecret/i)
})
