import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { defineCommand } from '../../src/kernel/command.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { factKind } from '../../src/kernel/model/fact.ts'
import { anyone, permission, systemOnly } from '../../src/kernel/model/permission.ts'
import { ok, refuse } from '../../src/kernel/model/result.ts'
import { defineQuery } from '../../src/kernel/query.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type TestKernel, testKernel, userActor } from '../support/database.ts'

const remembered = factKind<{ length: number }>()('memory.kept', 'Something was written down.')
const keepRight = permission('memory.keep', 'Write things down', ['admin'])

const put = (key: string, value: string) =>
  sql`insert into kernel.memory (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
      on conflict (key) do update set value = excluded.value`

const keep = defineCommand({
  name: 'memory.keep',
  says: 'Writes something down.',
  permission: keepRight,
  input: z.object({ key: z.string(), value: z.string() }),
  handle: async (tx, { key, value }) => {
    await tx.change(put(key, value))
    if (value === 'no') return refuse('no', 'Not that.')
    tx.record(remembered({ subjectId: key }, { length: value.length }))
    return ok({ key })
  },
})

const forgetToSay = defineCommand({
  name: 'memory.forgetToSay',
  says: 'Writes without a fact: a defect.',
  permission: systemOnly,
  input: z.object({ key: z.string() }),
  handle: async (tx, { key }) => {
    await tx.change(put(key, 'x'))
    return ok(null)
  },
})

const value = defineQuery({
  name: 'memory.value',
  says: 'What was written down.',
  permission: anyone,
  input: z.object({ key: z.string() }),
  handle: async (tx, { key }) =>
    ok(await tx.row(sql<{ value: string }>`select value from kernel.memory where key = ${key}`)),
})

const writingQuery = defineQuery({
  name: 'memory.sneak',
  says: 'A query that writes: a defect.',
  permission: anyone,
  input: z.object({}),
  handle: async (tx) => ok(await tx.rows(put('sneak', 'x'))),
})

const room = defineRoom({
  name: 'memory',
  commands: [keep, forgetToSay],
  queries: [value, writingQuery],
  facts: [remembered],
  permissions: [keepRight],
})
const admin = userActor([room], { id: '0192a000-0000-7000-8000-000000000001', name: 'Ada', roles: ['admin'] })

let test: TestKernel
beforeAll(async () => {
  test = await testKernel([room])
})
afterAll(() => test.close())

const factCount = async () =>
  (await sql<{ n: number }>`select count(*) as n from kernel.fact`.execute(test.database.read)).rows[0]!.n

it('commits rows and facts together', async () => {
  const before = await factCount()
  expect(await test.kernel.run(keep, { key: 'a', value: 'hello' }, { actor: admin })).toEqual(
    ok({ key: 'a' }),
  )
  expect(await test.kernel.ask(value, { key: 'a' }, { actor: visitor })).toEqual(ok({ value: 'hello' }))
  expect(await factCount()).toBe(before + 1)
})

it('rolls a refused command back whole', async () => {
  const result = await test.kernel.run(keep, { key: 'b', value: 'no' }, { actor: admin })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'no' } })
  expect(await test.kernel.ask(value, { key: 'b' }, { actor: visitor })).toEqual(ok(undefined))
})

it('rolls back rows changed without a fact, as a defect', async () => {
  await expect(test.kernel.as('test').run(forgetToSay, { key: 'c' })).rejects.toThrow('recorded no fact')
  expect(await test.kernel.ask(value, { key: 'c' }, { actor: visitor })).toEqual(ok(undefined))
})

it('gives the first answer to a repeated request, and does it once', async () => {
  const before = await factCount()
  const first = await test.kernel.run(keep, { key: 'd', value: 'one' }, { actor: admin, requestId: 'r1' })
  const again = await test.kernel.run(keep, { key: 'd', value: 'one' }, { actor: admin, requestId: 'r1' })
  expect(again).toEqual(first)
  expect(await factCount()).toBe(before + 1)
})

it('runs a request once when its repeats arrive together', async () => {
  const before = await factCount()
  await Promise.all(
    Array.from({ length: 8 }, () =>
      test.kernel.run(keep, { key: 'e', value: 'one' }, { actor: admin, requestId: 'r2' }),
    ),
  )
  expect(await factCount()).toBe(before + 1)
})

it('refuses who lacks the right, and a visitor is asked to sign in', async () => {
  const interviewer = userActor([room], {
    id: '0192a000-0000-7000-8000-000000000002',
    name: 'Ines',
    roles: ['interviewer'],
  })
  expect(await test.kernel.run(keep, { key: 'f', value: 'x' }, { actor: interviewer })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await test.kernel.run(keep, { key: 'f', value: 'x' }, { actor: visitor })).toMatchObject({
    refusal: { code: 'sign-in-needed' },
  })
})

it('names the field of bad input', async () => {
  expect(await test.kernel.run(keep, { key: 1 }, { actor: admin })).toMatchObject({
    refusal: { code: 'bad-input', field: 'key' },
  })
})

it('cannot write from a query', async () => {
  await expect(test.kernel.ask(writingQuery, {}, { actor: admin })).rejects.toThrow('read-only')
})

it('refuses the application’s role to change or delete a fact', async () => {
  await expect(sql`update kernel.fact set name = 'x'`.execute(test.database.write)).rejects.toThrow(
    'permission denied',
  )
  await expect(sql`delete from kernel.fact`.execute(test.database.write)).rejects.toThrow('permission denied')
})

it('runs as a role that owns nothing and is no superuser', async () => {
  const row = (
    await sql<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>`
      select rolsuper, rolbypassrls, (select count(*) from pg_class c where c.relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`.execute(test.database.write)
  ).rows[0]
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 })
})
