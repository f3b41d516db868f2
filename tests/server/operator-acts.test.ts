import { expect, it } from 'vitest'
import { connect } from '../../src/adapters/database.ts'
import { saveMemory } from '../../src/kernel/memory.sql.ts'
import { sql } from '../../src/kernel/sql.ts'
import { demoToldKey } from '../../src/server/demo/demo-state.sql.ts'
import { isAtThisVersion } from '../../src/server/migrate.ts'
import { resetSecondFactor, seed } from '../../src/server/operator-acts.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { insertCast, people } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

const rooms = buildRooms(unplugged)

it('takes the second factor and the sessions from who lost everything, and says so in the audit', async () => {
  const test = await testKernel(rooms)
  await insertCast(test.database, rooms)
  await sql`update accounts.user_account set second_factor_at = now() where id = ${people.priya.id}`.execute(
    test.database.write,
  )
  await expect(resetSecondFactor(test.kernel, 'nobody@northwind.example')).rejects.toThrow('Nobody here')
  expect(await resetSecondFactor(test.kernel, people.priya.mail.toUpperCase())).toContain(people.priya.name)
  const user = await sql<{ at: string | null }>`
    select second_factor_at as at from accounts.user_account where id = ${people.priya.id}`.execute(
    test.database.read,
  )
  expect(user.rows).toEqual([{ at: null }])
  const facts = await sql<{ actor: string }>`
    select actor_id as actor from kernel.fact where name = 'second-factor.removed'`.execute(
    test.database.read,
  )
  expect(facts.rows).toEqual([{ actor: 'cli' }])
  await test.close()
})

it('puts the demo into an empty installation only, once', async () => {
  const test = await testKernel(rooms)
  let made = 0
  const makeIt = async () => {
    made++
    await insertCast(test.database, rooms)
    await sql`update accounts.organisation set is_demo = true`.execute(test.database.write)
    await saveMemory(demoToldKey, test.now()).execute(test.database.write)
  }
  expect(await seed(test.database, makeIt)).toContain('The demo is there.')
  expect(await seed(test.database, makeIt)).toContain('already')
  await sql`update accounts.organisation set is_demo = false`.execute(test.database.write)
  await expect(seed(test.database, makeIt)).rejects.toThrow('An organisation is set up here')
  expect(made).toBe(1)
  await test.close()
})

it('is ready only while the database is at the version of the code', async () => {
  const test = await testKernel(rooms)
  const owner = await connect(test.ownerConnection)
  expect(await isAtThisVersion(test.database.pool)).toBe(true)
  await owner.query(`insert into migrations.applied (name) values ('9999_of_tomorrow.sql')`)
  expect(await isAtThisVersion(test.database.pool)).toBe(false)
  await owner.query(`delete from migrations.applied where name like '9999%' or name like '0001%'`)
  expect(await isAtThisVersion(test.database.pool)).toBe(false)
  await owner.end()
  await test.close()
})
