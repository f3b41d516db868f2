import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { sql } from '../../src/kernel/sql.ts'
import { makeDemo } from '../../src/server/demo/make-demo.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-demo-'))
const rooms = buildRooms(unplugged)
let test: TestKernel
beforeAll(async () => {
  test = await testKernel(rooms)
  await makeDemo({ database: test.database as never, rooms, files: diskFiles(folder), now: test.now() })
}, 300_000)
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true })
})

const count = async (statement: ReturnType<typeof sql<{ n: number }>>) =>
  (await statement.execute(test.database.read)).rows[0]!.n

it('is a company of about six hundred people and nine jobs in all states', async () => {
  expect(await count(sql`select count(*) as n from candidates.candidate`)).toBeGreaterThan(560)
  const states = (
    await sql<{ state: string }>`select distinct state from ats.job order by state`.execute(
      test.database.read,
    )
  ).rows
  expect(states.map((row) => row.state)).toEqual(['closed', 'draft', 'on-hold', 'open'])
})

it('has applications in every state, with résumés that were read', async () => {
  const states = (
    await sql<{ state: string }>`select distinct state from ats.application order by state`.execute(
      test.database.read,
    )
  ).rows
  expect(states.map((row) => row.state)).toEqual(
    expect.arrayContaining(['active', 'hired', 'rejected', 'withdrawn']),
  )
  expect(
    await count(sql`select count(*) as n from documents.file where kind = 'resume' and state = 'read'`),
  ).toBeGreaterThan(300)
})

it('sends nothing: every mail is told as sent, or still waits', async () => {
  const states = (
    await sql<{
      state: string
    }>`select distinct state from messaging.message where direction = 'out'`.execute(test.database.read)
  ).rows
  expect(states.map((row) => row.state).sort()).toEqual(expect.arrayContaining(['sent']))
  expect(states.map((row) => row.state)).not.toContain('failed')
  expect(
    await count(sql`select count(*) as n from messaging.message where direction = 'in'`),
  ).toBeGreaterThan(10)
})

it('writes to people in sequences, who stand at every step and state', async () => {
  const { rows } = await sql<{ state: string; because: string | null; step: number }>`
    select state, stopped_because as because, next_step as step from crm.enrolment`.execute(
    test.database.read,
  )
  expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual([
    'active',
    'finished',
    'paused',
    'stopped',
    'waiting-for-line',
  ])
  expect(rows.filter(({ because }) => because === 'reply').length).toBeGreaterThan(4)
  expect(new Set(rows.map(({ step }) => step)).size).toBeGreaterThanOrEqual(4)
})

it('has promised people their word on many days, two of them gone by, and nobody waits long', async () => {
  const promises = (
    await sql<{ day: string; late: boolean; quiet: number }>`
      select to_char(a.promised_for, 'YYYY-MM-DD') as day, a.promised_for < ${test.now()} as late,
        extract(day from ${test.now()}::timestamptz - coalesce(a.last_word_at, a.applied_at))::int as quiet
      from ats.application a join ats.stage s on s.id = a.stage_id join ats.job j on j.id = a.job_id
      where a.state = 'active' and a.held_until is null and s.kind <> 'applied'`.execute(test.database.read)
  ).rows
  const days = Map.groupBy(promises, (one) => one.day)
  expect(promises.length).toBeGreaterThan(30)
  expect(days.size).toBeGreaterThanOrEqual(10)
  expect(Math.max(...[...days.values()].map((one) => one.length))).toBeLessThan(promises.length / 5)
  expect([...days.keys()].filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([])
  expect(promises.filter((one) => one.late)).toHaveLength(2)
  expect(promises.filter((one) => one.quiet > 14)).toEqual([])
})

it('brings those who were put aside back on different days', async () => {
  const { n, days } = (
    await sql<{ n: number; days: number }>`select count(*)::int as n, count(distinct held_until)::int as days
      from ats.application where state = 'active' and held_until is not null`.execute(test.database.read)
  ).rows[0]!
  expect(n).toBeGreaterThan(8)
  expect(days).toBeGreaterThan(6)
})

it('has hired some and stands before an offer with others', async () => {
  const kinds = (
    await sql<{ kind: string; n: number }>`select s.kind, count(*)::int as n from ats.application a
      join ats.stage s on s.id = a.stage_id where a.state in ('active', 'hired') and s.kind in ('offer', 'hired')
      group by s.kind`.execute(test.database.read)
  ).rows
  expect(kinds.find((one) => one.kind === 'hired')?.n).toBeGreaterThanOrEqual(4)
  expect(kinds.find((one) => one.kind === 'offer')?.n).toBeGreaterThanOrEqual(3)
})

it('keeps people in three pools, one of them private, in all their stages; some ready, some let be', async () => {
  const pools = (
    await sql<{ access: string; people: number; stages: number; empty: number }>`
      select p.access, (select count(*)::int from crm.pool_member m where m.pool_id = p.id) as people,
        count(*)::int as stages, (count(*) filter (where not exists (
          select from crm.pool_member m where m.stage_id = s.id)))::int as empty
      from crm.pool p join crm.pool_stage s on s.pool_id = p.id group by p.id order by p.created_at`.execute(
      test.database.read,
    )
  ).rows
  expect(pools.map(({ access }) => access)).toEqual(['team', 'team', 'private'])
  expect(pools.every(({ people }) => people > 5)).toBe(true)
  expect(pools.map(({ empty }) => empty)).toEqual([0, 0, 0])
  expect(
    await count(sql`select count(*) as n from crm.prospect where snoozed_until > ${test.now()}`),
  ).toBeGreaterThan(4)
  expect(
    await count(sql`select count(*) as n from crm.prospect where ready_from <= ${test.now()}`),
  ).toBeGreaterThan(8)
  expect(
    await count(sql`select count(*) as n from candidates.candidate c join crm.pool_member m
    on m.candidate_id = c.id where c.last_outbound_at is not null`),
  ).toBeGreaterThan(20)
})
