import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Room } from '../../src/kernel/room.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'

// R18: a field that no schema names is refused wherever it stands, so that nobody slips a role or a decision in.
type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null

/** Where in a JSON Schema an object lets unnamed fields pass. */
const openObjects = (schema: Json, at = 'input'): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap((one, n) => openObjects(one, `${at}.${n}`))
  if (typeof schema !== 'object' || schema === null) return []
  const node = schema as { readonly [key: string]: Json }
  const here = node.type === 'object' && node.properties && node.additionalProperties !== false ? [at] : []
  const within = Object.entries(node).filter(([key]) => key !== 'default' && key !== 'enum')
  return [...here, ...within.flatMap(([key, child]) => openObjects(child, `${at}.${key}`))]
}

it('lets no field through that the input does not name, however deep', () => {
  const rooms: readonly Room[] = buildRooms(unplugged)
  const calls = rooms.flatMap((room) => [...(room.commands ?? []), ...(room.queries ?? [])])
  expect(calls.length).toBeGreaterThan(150)
  const open = calls.flatMap((call) =>
    openObjects(z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }) as Json).map(
      (at) => `${call.name} ${at.replaceAll('.properties.', '.').replaceAll('.items', '[]')}`,
    ),
  )
  expect(open).toEqual([])
})
