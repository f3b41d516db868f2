import { afterAll, beforeAll, expect, it } from 'vitest'
import { candidates } from '../../src/candidates/room.ts'
import type { Command } from '../../src/kernel/command.ts'
import { permission } from '../../src/kernel/model/permission.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { candidate } from '../../src/views/candidate.ts'
import { views } from '../../src/views/room.ts'
import { type Cast, insertCast, offices } from '../support/cast.ts'
import { type TestKernel, testKernel, testNow } from '../support/database.ts'

// The right of ats that the page asks for; a recruiter holds it there as here.
const jobs = defineRoom({
  name: 'jobs',
  permissions: [permission('ats.seeAllJobs', 'See every job', ['recruiter'])],
} as const)
const rooms = [candidates, jobs, views]
let test: TestKernel
let cast: Cast
let person: string
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const { candidates } = await run<{ candidates: { candidateId: string }[] }>('candidates.addCandidates', {
    candidates: [{ name: 'Katarzyna Zielińska', emails: ['k@example.pl'], title: 'Welder' }],
  })
  person = candidates[0]!.candidateId
})
afterAll(() => test.close())

const run = async <Output>(name: string, input: unknown): Promise<Output> => {
  const command = test.kernel.commandNamed(name) as Command<string, unknown, Output>
  const result = await test.kernel.run(command, input, { actor: cast.maren })
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.says}`)
  return result.value
}
const page = async (by: keyof Cast = 'maren') => {
  const result = await test.kernel.ask(candidate, { candidateId: person }, { actor: cast[by] })
  return result.ok ? result.value : result.refusal
}
const job = (number: number) => `0192a000-0000-7000-80b0-00000000000${number}`
const apply = async (number: number, { confidential = false } = {}) => {
  const write = test.database.write
  await sql`insert into ats.job (id, title, code, state, confidential, office_id, created_at, updated_at)
    values (${job(number)}, ${`Job ${number}`}, ${`J${number}`}, 'open', ${confidential}, ${offices.gdansk.id}, now(), now())`.execute(
    write,
  )
  await sql`insert into ats.stage (id, job_id, position, name, kind) values (${job(number)}, ${job(number)}, 0, 'Applied', 'applied')`.execute(
    write,
  )
  await sql`insert into ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source, promised_for)
    values (${job(number)}, ${person}, ${job(number)}, ${job(number)}, '2026-11-20', '2026-11-20', '2026-11-20', 'careers', ${`2026-11-2${number}`})`.execute(
    write,
  )
}

it('says that the organisation may write to nobody before its postal address is known', async () => {
  expect(await page()).toMatchObject({ contact: { allowed: false, code: 'no-postal-address' } })
  await sql`update accounts.organisation set postal_address = 'ul. Nowa 1, Gdańsk', mail_from = 'jobs@example.pl'`.execute(
    test.database.write,
  )
  expect(await page()).toMatchObject({ contact: { allowed: true } })
})

it('says that the domain is not ready or that mails were reported, as the composer would', async () => {
  const write = test.database.write
  const check = (ok: boolean) =>
    sql`insert into messaging.domain_check (domain, checked_at, findings)
      values ('example.pl', now(), ${JSON.stringify([{ what: 'spf', ok, says: 'No SPF record.' }])}::jsonb)
      on conflict (domain) do update set findings = excluded.findings`.execute(write)
  await check(false)
  expect(await page()).toMatchObject({
    contact: { code: 'domain-not-ready', says: expect.stringContaining('No SPF record.') },
  })
  await check(true)
  const complained = (address: string) =>
    sql`insert into messaging.suppression (id, address, kind, because, at) values (gen_random_uuid(), ${address}, 'complaint', 'arf', now())`.execute(
      write,
    )
  await complained('a@example.com')
  await complained('b@example.com')
  expect(await page()).toMatchObject({ contact: { allowed: true } })
  await complained('c@example.com')
  expect(await page()).toMatchObject({ contact: { code: 'too-many-complaints' } })
  await sql`delete from messaging.suppression`.execute(write)
})

it('says how we stand, what is next and that we may write, of someone just added', async () =>
  expect(await page()).toMatchObject({
    name: 'Katarzyna Zielińska',
    relationship: { state: 'known', half: 'crm', nextStep: 'reach-out' },
    contact: { purpose: 'outreach', allowed: true },
    contactPoints: [{ kind: 'email', value: 'k@example.pl', isPrimary: true, cameFrom: 'user' }],
    provenance: [{ field: 'name' }, { field: 'title', value: 'Welder' }],
    applications: [],
  }))

it('shows the consent that stands, with the event that proves it', async () => {
  await run('candidates.recordConsents', {
    consents: [
      {
        candidateId: person,
        purpose: 'talent-pool',
        event: 'given',
        textShown: 'Keep me in mind',
        channel: 'form',
        proof: 'fair form 12',
      },
    ],
  })
  const shown = await page()
  expect(shown).toMatchObject({ relationship: { state: 'engaged' } })
  expect(
    'consents' in shown && shown.consents.find(({ purpose }) => purpose === 'talent-pool'),
  ).toMatchObject({ state: 'given' })
  const unproven = await test.kernel.run(
    test.kernel.commandNamed('candidates.recordConsents') as Command<string, unknown, unknown>,
    { consents: [{ candidateId: person, purpose: 'newsletter', event: 'given', channel: 'verbal' }] },
    { actor: cast.maren },
  )
  expect(unproven).toMatchObject({ refusal: { code: 'proof-missing' } })
})

it('says no, and why, while they asked not to be contacted', async () => {
  await run('candidates.holdContact', { candidateIds: [person], reason: 'Asked by telephone' })
  expect(await page()).toMatchObject({
    relationship: { state: 'do-not-contact', allows: [] },
    contact: { allowed: false, code: 'do-not-contact', override: 'never' },
    doNotContactReason: 'Asked by telephone',
  })
  await run('candidates.resumeContact', { candidateIds: [person], reason: 'Asked again' })
})

it('waits after a rejection as long as the organisation’s settings say', async () => {
  await apply(7)
  await sql`update ats.application set state = 'rejected', closed_at = ${minutesAfter(testNow, -60 * 24 * 30)} where candidate_id = ${person}`.execute(
    test.database.write,
  )
  expect(await page()).toMatchObject({
    contact: { code: 'rejected-recently', says: expect.stringContaining('90 days') },
  })
  const wait = (days: number) =>
    sql`insert into accounts.setting (key, value, changed_at) values ('mail.coolOffDays', ${String(days)}::jsonb, now())
      on conflict (key) do update set value = excluded.value`.execute(test.database.write)
  await wait(31)
  expect(await page()).toMatchObject({ contact: { code: 'rejected-recently' } })
  await wait(29)
  expect(await page()).toMatchObject({ contact: { allowed: true } })
  await sql`delete from ats.application where candidate_id = ${person}`.execute(test.database.write)
})

it('counts an application the reader may not see for what may be written, without showing it', async () => {
  await apply(8, { confidential: true })
  expect(await page()).toMatchObject({
    relationship: { state: 'applicant' },
    contact: { purpose: 'process', allowed: true },
    applications: [],
    nextPromise: undefined,
  })
})

it('shows the applications one may see, with the next promised day', async () => {
  await apply(9)
  expect(await page()).toMatchObject({
    applications: [{ jobTitle: 'Job 9', stage: 'Applied', state: 'active' }],
    nextPromise: '2026-11-29T00:00:00.000Z',
  })
})

it('is not there for who was not brought in', async () =>
  expect(await page('tomas')).toMatchObject({ code: 'not-found' }))
