import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetAnswers } from '../../src/accounts/own/forget-answers.ts'
import { daysAfter } from '../../src/kernel/model/time.ts'
import { claimRequest } from '../../src/kernel/requests.sql.ts'
import { sql } from '../../src/kernel/sql.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

let test: TestKernel
beforeAll(async () => {
  test = await testKernel(buildRooms(unplugged))
})
afterAll(() => test.close())

it('forgets the answers to requests three days later, and none before', async () => {
  const now = test.now()
  for (const days of [-4, -2])
    await claimRequest({ id: `r${days}`, actor: 'a', command: 'c', at: daysAfter(now, days) }).execute(
      test.database.write,
    )
  await test.kernel.as('night').run(forgetAnswers, {})
  const left = await sql<{ id: string }>`select id from kernel.request`.execute(test.database.read)
  expect(left.rows.map((row) => row.id)).toEqual(['r-2'])
})
