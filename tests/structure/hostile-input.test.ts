import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyCommand, AnyQuery, Room } from '../../src/kernel/room.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { insertCast } from '../support/cast.ts'
import { type TestKernel, testKernel, userActor } from '../support/database.ts'
import { sampleInput } from './sample-input.ts'

// R18, R29, R34 and the lists of others' failures: whatever stands in a field, an answer is a value or a refusal
// with words, never a defect. One field at a time, so that the others let the odd one through.
const odd: readonly string[] = [
  '\0',
  'a\0b',
  '\ud800',
  "'; drop table candidates.candidate; --",
  '%_\\',
  '{"$gt":""}',
  '[1,2]',
  '9999999999999999999999',
  '__proto__',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01',
  'desc nulls first',
  'Z̷a̷l̷g̷o̷ ﷽ 👩‍👩‍👧‍👦 \u202e\u2066',
  Buffer.from('["2026-01-01","not an id"]').toString('base64url'),
]

const rooms: readonly Room[] = buildRooms(unplugged)
const calls: (AnyCommand | AnyQuery)[] = rooms.flatMap((room) => [
  ...(room.commands ?? []),
  ...(room.queries ?? []),
])

let test: TestKernel
let all: ReturnType<typeof userActor>
beforeAll(async () => {
  test = await testKernel(rooms)
  const cast = await insertCast(test.database, rooms)
  const maren = cast.maren as { id: string; name: string }
  all = {
    ...userActor(rooms, { ...maren, roles: ['admin'] }),
    permissions: new Set(rooms.flatMap((room) => (room.permissions ?? []).map((right) => right.name))),
  } as never
})
afterAll(() => test.close())

/** The input again and again, each time with one of its strings replaced. */
const withOneOdd = function* (input: unknown): Generator<{ at: string; input: unknown }> {
  const paths: (string | number)[][] = []
  const walk = (node: unknown, path: (string | number)[]) => {
    if (typeof node === 'string') paths.push(path)
    else if (Array.isArray(node)) node.forEach((child, n) => void walk(child, [...path, n]))
    else if (node && typeof node === 'object')
      for (const [name, child] of Object.entries(node)) walk(child, [...path, name])
  }
  walk(input, [])
  for (const path of paths)
    for (const text of odd) {
      const copy = structuredClone({ root: input }) as Record<string, unknown>
      let node = copy as Record<string | number, unknown>
      const whole = ['root', ...path]
      for (const step of whole.slice(0, -1)) node = node[step] as typeof node
      node[whole.at(-1)!] = text
      yield { at: `${path.join('.')} = ${JSON.stringify(text)}`, input: copy.root }
    }
}

describe('whatever stands in a field, the answer is a value or a refusal:', () => {
  it.each(calls.map((call) => [call.name, call] as const))('%s', async (_, call) => {
    const { input } = sampleInput(call.input, () => '0192a000-0000-7000-8000-00000000dead', true)
    // The sample itself must pass the schema, or nothing below would reach the call.
    expect(call.input.safeParse(input).error?.issues ?? []).toEqual([])
    const defects: string[] = []
    for (const one of withOneOdd(input)) {
      if (!call.input.safeParse(one.input).success) continue
      try {
        if (call.kind === 'command') await test.kernel.run(call, one.input, { actor: all })
        else await test.kernel.ask(call, one.input, { actor: all })
      } catch (error) {
        // Got as far as the outside world, which is not there: nothing of the input stopped it.
        if (/no outside world is plugged in/.test((error as Error).message)) continue
        defects.push(`${one.at}: ${(error as Error).message}`)
      }
    }
    expect(defects).toEqual([])
  })
})
