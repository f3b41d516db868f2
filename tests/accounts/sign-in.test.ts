import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { changeSettings } from '../../src/accounts/organisation/settings.ts'
import { accounts } from '../../src/accounts/room.ts'
import { confirmSecondFactor } from '../../src/accounts/second-factor/confirm-second-factor.ts'
import { offerSecondFactor } from '../../src/accounts/second-factor/offer-second-factor.ts'
import { codeAt } from '../../src/accounts/second-factor/one-time-code.ts'
import { passSecondFactor } from '../../src/accounts/second-factor/pass-second-factor.ts'
import { changePassword } from '../../src/accounts/sign-in/change-password.ts'
import { endSessions } from '../../src/accounts/sign-in/end-sessions.ts'
import { sessionHolder } from '../../src/accounts/sign-in/holder.ts'
import { issueLink } from '../../src/accounts/sign-in/issue-link.ts'
import { requestPasswordReset } from '../../src/accounts/sign-in/request-password-reset.ts'
import { resetPassword } from '../../src/accounts/sign-in/reset-password.ts'
import { sessions } from '../../src/accounts/sign-in/sessions.ts'
import { signIn } from '../../src/accounts/sign-in/sign-in.ts'
import { signOut } from '../../src/accounts/sign-in/sign-out.ts'
import { disableUsers } from '../../src/accounts/users/disable-users.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel, testNow } from '../support/database.ts'
import { goodPassword, here, ports } from './house.ts'

const room = accounts(ports)
let test: TestKernel
let cast: Cast
const edge = () => test.kernel.as('sign-in')

beforeAll(async () => {
  test = await testKernel([room])
  cast = await insertCast(test.database, [room])
  const hash = await ports.passwords.hash(goodPassword)
  await sql`update accounts.user_account set password_hash = ${hash}`.execute(test.database.write)
})
afterAll(() => test.close())
beforeEach(() => test.setNow(testNow))

const signedIn = async (mail: string, password = goodPassword, origin = here) => {
  const result = await edge().run(signIn(ports), { mail, password, origin })
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}
const started = async (mail: string, password = goodPassword) => {
  const value = await signedIn(mail, password)
  if (value.outcome !== 'started') throw new Error(value.outcome)
  return value
}
const holder = async (token: string) => {
  const result = await edge().ask(sessionHolder(ports), { token })
  return result.ok ? result.value : undefined
}
const done = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { says: string } },
): Value => {
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}

it('gives the same answer for an unknown mail, a wrong password and a disabled account', async () => {
  expect(await signedIn('nobody@northwind.example')).toEqual({ outcome: 'wrong' })
  expect(await signedIn(people.lars.mail, 'wrong password entirely')).toEqual({ outcome: 'wrong' })
})

it('signs an employee in without a second factor, and the mail is read without case', async () => {
  const { stage, token } = await started(people.lars.mail.toUpperCase())
  expect(stage).toBe('open')
  expect(await holder(token)).toMatchObject({ userId: people.lars.id, roles: ['employee'], stage: 'open' })
  expect(await holder(`${token}x`)).toBeNull()
})

it('gives a recruiter without a second factor only a session to set one up (R14)', async () => {
  const first = await started(people.maren.mail)
  expect(first.stage).toBe('enrolment')
  const offer = done(await edge().run(offerSecondFactor(ports), { token: first.token }))
  expect(offer.address).toContain('otpauth://totp/Northwind%20Robotics')
  const wrong = await edge().run(confirmSecondFactor(ports), {
    token: first.token,
    code: '000000',
    origin: here,
  })
  expect(wrong).toMatchObject({ value: { outcome: 'wrong' } })
  const confirmed = done(
    await edge().run(confirmSecondFactor(ports), {
      token: first.token,
      code: codeAt(offer.secret, testNow),
      origin: here,
    }),
  )
  if (confirmed.outcome !== 'started') throw new Error(confirmed.outcome)
  expect(confirmed.recoveryCodes).toHaveLength(10)
  expect(await holder(first.token)).toBeNull()
  expect(await holder(confirmed.token)).toMatchObject({ stage: 'open' })

  const again = await started(people.maren.mail)
  expect(again.stage).toBe('second-factor')
  const pass = async (token: string, code: string) =>
    done(await edge().run(passSecondFactor(ports), { token, code, origin: here }))
  expect(await pass(again.token, codeAt(offer.secret, testNow))).toEqual({ outcome: 'wrong' })

  const later = minutesAfter(testNow, 2)
  test.setNow(later)
  const passed = await pass(again.token, codeAt(offer.secret, later))
  if (passed.outcome !== 'started') throw new Error(passed.outcome)
  expect(passed.stage).toBe('open')
  expect(await holder(again.token)).toBeNull()

  const withCode = await started(people.maren.mail)
  const code = confirmed.recoveryCodes[0]!.toLowerCase()
  expect(await pass(withCode.token, code)).toMatchObject({ outcome: 'started', recoveryCodesLeft: 9 })
  const withUsed = await started(people.maren.mail)
  expect(await pass(withUsed.token, code)).toEqual({ outcome: 'wrong' })
})

it('stores neither session tokens, links nor second factors in clear', async () => {
  const { token } = await started(people.lars.mail)
  const rows = await sql<{ all: string }>`
    select coalesce(string_agg(t::text, ' '), '') as all from (
      select to_jsonb(s) t from accounts.session s union all select to_jsonb(u) from accounts.user_account u
      union all select to_jsonb(f) from kernel.fact f union all select to_jsonb(r) from kernel.request r) x`.execute(
    test.database.read,
  )
  expect(rows.rows[0]!.all).not.toContain(token)
  expect(rows.rows[0]!.all).toContain(ports.secrets.hash(token))
})

it('limits wrong tries per account and address, lets others and elsewhere in, and the owner after the window (R15)', async () => {
  const answers = []
  for (let i = 0; i < 20; i++) answers.push((await signedIn(people.jonas.mail, `wrong ${i}`)).outcome)
  expect(answers.slice(0, 10)).toEqual(Array(10).fill('wrong'))
  expect(answers.slice(10)).toEqual(Array(10).fill('too-many'))
  expect(await signedIn(people.jonas.mail)).toEqual({ outcome: 'too-many', retryAfterSeconds: 900 })
  expect(await signedIn(people.lars.mail)).toMatchObject({ outcome: 'started' })
  const elsewhere = { address: '198.51.100.4', agent: null }
  expect(await signedIn(people.jonas.mail, goodPassword, elsewhere)).toMatchObject({ outcome: 'started' })
  test.setNow(minutesAfter(testNow, 15.1))
  expect(await signedIn(people.jonas.mail)).toMatchObject({ outcome: 'started' })
})

it('counts tries that arrive together one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      signedIn(people.ifeoma.mail, 'wrong', { address: '203.0.113.9', agent: null }),
    ),
  )
  expect(answers.filter((one) => one.outcome === 'wrong')).toHaveLength(10)
})

it('limits codes by the account however often the first step is done again', async () => {
  const { token } = await started(people.priya.mail)
  const offer = done(await edge().run(offerSecondFactor(ports), { token }))
  done(
    await edge().run(confirmSecondFactor(ports), {
      token,
      code: codeAt(offer.secret, testNow),
      origin: here,
    }),
  )
  test.setNow(minutesAfter(testNow, 5))
  const outcomes = []
  for (let i = 0; i < 7; i++) {
    const next = await started(people.priya.mail)
    const pass = await edge().run(passSecondFactor(ports), {
      token: next.token,
      code: '123456',
      origin: here,
    })
    outcomes.push(done(pass).outcome)
  }
  expect(outcomes).toEqual([...Array(5).fill('wrong'), 'too-many', 'too-many'])
})

it('ends a session at sign-out, after 12 idle hours and after 14 days however busy (R16)', async () => {
  const one = await started(people.lars.mail)
  done(await edge().run(signOut(ports), { token: one.token }))
  expect(await holder(one.token)).toBeNull()

  const idle = await started(people.lars.mail)
  test.setNow(minutesAfter(testNow, 12 * 60 - 1))
  expect(await holder(idle.token)).not.toBeNull()
  test.setNow(minutesAfter(testNow, 12 * 60 + 1))
  expect(await holder(idle.token)).toBeNull()

  await sql`update accounts.session set last_seen_at = ${minutesAfter(testNow, 14 * 24 * 60)}`.execute(
    test.database.write,
  )
  test.setNow(minutesAfter(testNow, 14 * 24 * 60 - 1))
  expect(await holder(idle.token)).not.toBeNull()
  test.setNow(minutesAfter(testNow, 14 * 24 * 60 + 1))
  expect(await holder(idle.token)).toBeNull()
})

it('lists living sessions and ends one’s own, never a stranger’s', async () => {
  const mine = await started(people.zsofia.mail)
  const listed = done(await test.kernel.ask(sessions, {}, { actor: cast.zsofia }))
  expect(listed).toMatchObject([{ id: mine.sessionId, address: here.address, agent: here.agent }])
  expect(await test.kernel.ask(sessions, { userId: people.zsofia.id }, { actor: cast.lars })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const input = { sessionIds: [mine.sessionId] }
  expect(await test.kernel.run(endSessions, input, { actor: cast.lars })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await holder(mine.token)).not.toBeNull()
  done(await test.kernel.run(endSessions, input, { actor: cast.zsofia }))
  expect(await holder(mine.token)).toBeNull()
})

it('ends every session when the password changes, and goes on under a new token', async () => {
  const one = await started(people.ayse.mail)
  const other = await started(people.ayse.mail)
  const change = (token: string, current: string, password: string) =>
    edge().run(changePassword(ports), { token, current, password, origin: here })
  expect(await change(one.token, 'wrong', 'copper lanterns drift north')).toMatchObject({
    value: { outcome: 'wrong' },
  })
  expect(await change(one.token, goodPassword, 'short')).toMatchObject({ refusal: { code: 'weak-password' } })
  const changed = done(await change(one.token, goodPassword, 'copper lanterns drift north'))
  if (changed.outcome !== 'started') throw new Error(changed.outcome)
  expect(await holder(one.token)).toBeNull()
  expect(await holder(other.token)).toBeNull()
  expect(await holder(changed.token)).toMatchObject({ stage: 'open' })
  expect(await signedIn(people.ayse.mail)).toEqual({ outcome: 'wrong' })
})

it('resets by a mailed link once, ends sessions, signs nobody in, and still asks for the second factor (R14)', async () => {
  const mail = people.maren.mail
  test.setNow(minutesAfter(testNow, 60))
  const before = await started(mail)
  expect(before.stage).toBe('second-factor')
  expect(done(await edge().run(requestPasswordReset(ports), { mail, origin: here }))).toEqual({
    outcome: 'asked',
  })
  const [fact] = (
    await sql<{ id: string }>`select subject_id as id from kernel.fact where name = 'password-reset.requested'
      and (particulars->>'known')::boolean order by id desc`.execute(test.database.read)
  ).rows
  const link = done(await edge().run(issueLink(ports), { kind: 'reset', id: fact!.id }))
  expect(done(await edge().run(issueLink(ports), { kind: 'reset', id: fact!.id }))).toEqual(link)
  expect(link.to).toEqual({ address: mail, name: people.maren.name })
  const token = link.path.split('#token=')[1]!
  const reset = (password: string) => edge().run(resetPassword(ports), { token, password, origin: here })
  expect(await reset('maren osei 2026 recruits')).toMatchObject({ refusal: { code: 'weak-password' } })
  expect(done(await reset('violet harbours hum at dusk'))).toEqual({ outcome: 'changed' })
  expect(done(await reset('violet harbours hum at dawn'))).toEqual({ outcome: 'wrong' })
  expect(await holder(before.token)).toBeNull()
  expect((await started(mail, 'violet harbours hum at dusk')).stage).toBe('second-factor')
  expect(await edge().run(issueLink(ports), { kind: 'reset', id: fact!.id })).toMatchObject({
    refusal: { code: 'gone' },
  })
})

it('answers a reset for an unknown mail alike and writes as many rows (R33)', async () => {
  const count = async () =>
    (
      await sql<{
        n: number
      }>`select (select count(*) from accounts.password_reset) + (select count(*) from kernel.fact)
      + (select count(*) from accounts.attempt) as n`.execute(test.database.read)
    ).rows[0]!.n
  const cost = async (mail: string) => {
    const before = await count()
    expect(done(await edge().run(requestPasswordReset(ports), { mail, origin: here }))).toEqual({
      outcome: 'asked',
    })
    return (await count()) - before
  }
  expect(await cost('nobody@northwind.example')).toBe(await cost(people.lars.mail))
})

it('ends all sessions of a disabled user at once', async () => {
  const { token } = await started(people.tomas.mail)
  done(await test.kernel.run(disableUsers, { userIds: [people.tomas.id] }, { actor: cast.priya }))
  expect(await holder(token)).toBeNull()
  expect(await signedIn(people.tomas.mail)).toEqual({ outcome: 'wrong' })
})

it('asks for a second factor from the roles that the setting names', async () => {
  done(
    await test.kernel.run(
      changeSettings,
      { settings: [{ key: 'security.requireSecondFactor', value: ['employee'] }] },
      { actor: cast.priya },
    ),
  )
  expect((await started(people.lars.mail)).stage).toBe('enrolment')
})

it('runs nothing that takes or gives a secret for a user or a visitor', async () => {
  for (const actor of [cast.priya, { kind: 'visitor' } as const])
    expect(await test.kernel.run(signIn(ports), {}, { actor })).toMatchObject({ ok: false })
  expect(
    await test.kernel.run(
      signIn(ports),
      { mail: people.lars.mail, password: goodPassword, origin: here },
      { actor: cast.priya },
    ),
  ).toMatchObject({ refusal: { code: 'not-allowed' } })
})
