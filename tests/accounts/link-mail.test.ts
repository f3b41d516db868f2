import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { accounts } from '../../src/accounts/room.ts'
import { openLinks } from '../../src/accounts/sign-in/open-links.ts'
import { requestPasswordReset } from '../../src/accounts/sign-in/request-password-reset.ts'
import { inviteUsers } from '../../src/accounts/users/invite-users.ts'
import { createSmtpMailer } from '../../src/adapters/smtp-mailer.ts'
import { staffMailerOver } from '../../src/adapters/staff-mailer.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { goodPassword, here, ports } from './house.ts'
import { site } from './site.ts'

let sink: Awaited<ReturnType<typeof startSmtpSink>>
let mailer: ReturnType<typeof createSmtpMailer>
let test: TestKernel
let cast: Cast
let web: ReturnType<typeof site>
beforeAll(async () => {
  sink = await startSmtpSink()
  mailer = createSmtpMailer({ url: sink.url, connections: 1 })
  const staffMailer = staffMailerOver(mailer, {
    baseUrl: 'https://hiring.northwind.example',
    domain: 'northwind.example',
  })
  const room = accounts({ ...ports, staffMailer })
  test = await testKernel([room])
  cast = await insertCast(test.database, [room])
  web = site(test)
  await test.startDeliveries()
})
afterAll(async () => {
  await web.close()
  await test.close()
  mailer.close()
  await sink.stop()
})

const mailTo = async (address: string) => {
  const raw = await vi.waitUntil(() => sink.received.find((mail) => mail.to.includes(address))?.raw, {
    timeout: 60_000,
    interval: 50,
  })
  return PostalMime.parse(raw)
}

it('mails an invitation whose link lets in, and stores the link nowhere', async () => {
  const person = {
    name: 'Nadia Haddad',
    mail: 'nadia.haddad@northwind.example',
    roles: ['employee' as const],
  }
  await test.kernel.run(inviteUsers(ports), { people: [person] }, { actor: cast.priya })
  const mail = await mailTo(person.mail)
  expect(mail.subject).toBe('Join Northwind Robotics on Throughline')
  const token = /https:\/\/hiring\.northwind\.example\/app\/accept-invitation#token=([\w-]{43})/.exec(
    mail.text!,
  )![1]!
  const stored = await sql<{ all: string }>`select string_agg(t::text, '') as all from (
    select to_jsonb(i) t from accounts.invitation i union all select to_jsonb(j) from deliveries.job j
    union all select to_jsonb(f) from kernel.fact f) x`.execute(test.database.read)
  expect(stored.rows[0]!.all).not.toContain(token)
  const joined = await web
    .browser()
    .post('/auth/accept-invitation', { token, name: person.name, password: goodPassword })
  expect(joined.status).toBe(200)
})

it('mails a reset to who is known, and nothing to who is not (R33)', async () => {
  const edge = test.kernel.as('sign-in')
  await edge.run(requestPasswordReset(ports), { mail: 'nobody@northwind.example', origin: here })
  await edge.run(requestPasswordReset(ports), { mail: people.maren.mail, origin: here })
  const mail = await mailTo(people.maren.mail)
  expect(mail.text).toContain('https://hiring.northwind.example/app/reset-password#token=')
  expect(sink.received.some((one) => one.to.includes('nobody@northwind.example'))).toBe(false)
})

it('shows open links to administrators only while there is no mail server', async () => {
  const asked = async (query: ReturnType<typeof openLinks>, actor = cast.priya) =>
    test.kernel.ask(query, {}, { actor })
  const withMailer = openLinks({
    ...ports,
    staffMailer: staffMailerOver(mailer, { baseUrl: 'https://x.example', domain: 'x.example' }),
  })
  expect(await asked(withMailer)).toMatchObject({ value: [] })
  expect(await asked(openLinks(ports))).toMatchObject({
    value: [{ kind: 'reset', to: { address: people.maren.mail }, subject: 'Set a new password' }],
  })
  expect(await asked(openLinks(ports), cast.maren)).toMatchObject({ refusal: { code: 'not-allowed' } })
})
