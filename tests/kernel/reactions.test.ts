import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineCommand } from '../../src/kernel/command.ts'
import { migrateDeliveries } from '../../src/kernel/deliveries.ts'
import { factKind } from '../../src/kernel/model/fact.ts'
import { systemOnly } from '../../src/kernel/model/permission.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { defineReaction } from '../../src/kernel/reaction.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { testKernel } from '../support/database.ts'

const rung = factKind<{ stroke: number }>()('bell.rung', 'A bell was rung.')

const ring = defineCommand({
  name: 'bell.ring',
  says: 'Rings a bell so often.',
  permission: systemOnly,
  input: z.object({ times: z.number() }),
  handle: async (tx, { times }) => {
    for (let stroke = 0; stroke < times; stroke++) tx.record(rung({}, { stroke }))
    return ok(null)
  },
})

it('hands a reaction that wants it every fact of a bulk together, and one by one where it does not', async () => {
  const hands: number[][] = []
  const single: number[] = []
  const heard = defineReaction({
    name: 'when-bell-rung-count',
    on: ['bell.rung'],
    handleMany: async (facts) => void hands.push(facts.map((fact) => fact.particulars.stroke as number)),
  })
  const followed = defineReaction({
    name: 'when-bell-rung-follow',
    on: ['bell.rung'],
    handle: async (fact) => void single.push(fact.particulars.stroke as number),
  })
  const room = defineRoom({ name: 'bell', commands: [ring], facts: [rung], reactions: [heard, followed] })
  const test = await testKernel([room])
  await migrateDeliveries(test.ownerConnection, [room])
  await test.kernel.as('test').run(ring, { times: 120 })
  await test.startDeliveries()
  await expect.poll(() => [hands.flat().length, single.length]).toEqual([120, 120])
  expect(hands).toHaveLength(1)
  expect(new Set(hands.flat()).size).toBe(120)
  await test.close()
})
