import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeSettings } from '../../src/accounts/organisation/settings.ts'
import { accounts } from '../../src/accounts/room.ts'
import { inviteUsers } from '../../src/accounts/users/invite-users.ts'
import { openIdProvider } from '../../src/adapters/oidc.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'
import { ports } from './house.ts'
import { site } from './site.ts'

const baseUrl = 'http://localhost:3000'
const verified = (mail: string, name = mail) => ({ email: mail, email_verified: true, name })
const known: Record<string, object> = {
  lars: verified(people.lars.mail),
  maren: verified(people.maren.mail),
  newcomer: verified('nadia.haddad@northwind.example', 'Nadia Haddad'),
  stranger: verified('stranger@elsewhere.example'),
  unverified: { email: people.zsofia.mail, email_verified: false },
}

let test: TestKernel
let cast: Cast
let web: ReturnType<typeof site>
let server: Server

beforeAll(async () => {
  test = await testKernel([accounts(ports)])
  cast = await insertCast(test.database, [accounts(ports)])
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const configuration = {
    clients: [
      {
        client_id: 'throughline',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [`${baseUrl}/auth/oidc/callback`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...known[id] }),
    }),
    cookies: { keys: ['test'] },
  }
  const oidc = new Provider(issuer, configuration as never)
  oidc.on('server_error', (_: unknown, error: Error) => console.error(error))
  server.on('request', oidc.callback())
  web = site(test, {
    baseUrl,
    provider: openIdProvider({ issuer, clientId: 'throughline', clientSecret: 'a-secret-of-the-test' }),
  })
})
afterAll(async () => {
  await web.close()
  server.closeAllConnections()
  server.close()
  await test.close()
})

/** Follows the provider's pages as a browser would: sign in as `login`, agree, until it sends us back. */
const walkAtProvider = async (address: string, login: string): Promise<string> => {
  const jar = new Map<string, string>()
  let next: { url: string; form?: URLSearchParams } = { url: address }
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const location = response.headers.get('location')
    if (location) {
      const url = new URL(location, next.url).href
      if (url.startsWith(baseUrl)) return url
      next = { url }
      continue
    }
    const page = await response.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(page)
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)![1]!
    next = {
      url: new URL(action, next.url).href,
      form: new URLSearchParams({ prompt, login, password: 'any' }),
    }
  }
  throw new Error('The provider never sent the browser back.')
}

const signedInAs = async (login: string, back = '/app/candidates') => {
  const browser = web.browser()
  const started = await browser.get(`/auth/oidc/start?back=${encodeURIComponent(back)}`)
  const returned = await walkAtProvider(started.headers.get('location')!, login)
  const answered = await browser.get(returned.slice(baseUrl.length))
  return { browser, returned, to: answered.headers.get('location') }
}
const stage = async (browser: Awaited<ReturnType<typeof signedInAs>>['browser']) =>
  (await browser.get('/auth/state')).body.value.stage

it('signs in a colleague by verified mail, and links the account', async () => {
  const { browser, to } = await signedInAs('lars')
  expect(to).toBe('/app/candidates')
  expect(await stage(browser)).toBe('open')
  const linked = await sql<{
    user_id: string
  }>`select user_id from accounts.provider_identity where subject = 'lars'`.execute(test.database.read)
  expect(linked.rows).toEqual([{ user_id: people.lars.id }])
  known.lars = verified('renamed@elsewhere.example')
  expect((await signedInAs('lars')).to).toBe('/app/candidates')
})

it('still asks a recruiter for a second factor unless the provider checks one (R14)', async () => {
  const first = await signedInAs('maren')
  expect(first.to).toBe('/app/sign-in')
  expect(await stage(first.browser)).toBe('enrolment')
  await test.kernel.run(
    changeSettings,
    { settings: [{ key: 'security.providerChecksSecondFactor', value: true }] },
    { actor: cast.priya },
  )
  expect(await stage((await signedInAs('maren')).browser)).toBe('open')
})

it('turns away who has no account, or whose mail the provider did not verify', async () => {
  for (const login of ['stranger', 'unverified', 'newcomer']) {
    const { browser, to } = await signedInAs(login)
    expect(to, login).toBe('/app/sign-in?refused=unknown')
    expect(await stage(browser)).toBeNull()
  }
})

it('lets in who was invited, with the roles of the invitation', async () => {
  await test.kernel.run(
    inviteUsers(ports),
    { people: [{ name: 'Nadia Haddad', mail: 'nadia.haddad@northwind.example', roles: ['interviewer'] }] },
    { actor: cast.priya },
  )
  const { browser } = await signedInAs('newcomer')
  expect((await browser.get('/api/v1/accounts.me?input={}')).body.value.user).toMatchObject({
    name: 'Nadia Haddad',
    roles: ['interviewer'],
  })
})

it('refuses an answer without its journey, with another state, or a second time', async () => {
  const { browser, returned } = await signedInAs('lars')
  const path = returned.slice(baseUrl.length)
  expect((await browser.get(path)).headers.get('location')).toBe('/app/sign-in?refused=too-late')
  expect((await web.browser().get(path)).headers.get('location')).toBe('/app/sign-in?refused=too-late')
  const other = web.browser()
  await other.get('/auth/oidc/start')
  expect((await other.get(path)).headers.get('location')).toBe('/app/sign-in?refused=provider')
})

it('sends nobody to another site afterwards', async () => {
  expect((await signedInAs('lars', 'https://evil.example/')).to).toBe('/app/')
  expect((await signedInAs('lars', '/app//evil.example')).to).toBe('/app/')
})
