import { expect, it } from 'vitest'
import type { Room } from '../../src/kernel/room.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { sources } from './sources.ts'
import { rows } from './walls.ts'

const rooms: readonly Room[] = buildRooms(unplugged)
const files = sources()

/** Names given to `defineX({ name: …` in the sources, written there or as a constant, with their files. */
const defined = (definer: string) =>
  files
    .filter(({ path }) => !path.startsWith('src/kernel/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(new RegExp(`\\b${definer}(?:<[^(]*>)?\\(\\{\\s*name: ([^,]+),`, 'g'))].map(
        (match) => ({
          path,
          name: match[1]!.startsWith("'") ? match[1]!.slice(1, -1) : constants.get(match[1]!),
        }),
      ),
    )

const constants = new Map(
  files.flatMap(({ text }) =>
    [...text.matchAll(/^(?:export )?const (\w+) = '([^']+)'/gm)].map(
      (match) => [match[1]!, match[2]!] as const,
    ),
  ),
)

it.each([
  ['defineCommand', rooms.flatMap((room) => room.commands ?? [])],
  ['defineQuery', rooms.flatMap((room) => room.queries ?? [])],
  ['defineReaction', rooms.flatMap((room) => room.reactions ?? [])],
  ['defineDelivery', rooms.flatMap((room) => room.deliveries ?? [])],
  ['defineSchedule', rooms.flatMap((room) => room.schedules ?? [])],
] as const)('every %s stands in the manifest of its room', (definer, wired) => {
  const names = new Set(wired.map((one) => one.name))
  expect(defined(definer).filter(({ name }) => name === undefined || !names.has(name))).toEqual([])
})

it('every fact kind stands in the manifest of its room, once', () => {
  const listed = rooms.flatMap((room) => (room.facts ?? []).map((kind) => kind.factName))
  expect(listed.filter((name, position) => listed.indexOf(name) !== position)).toEqual([])
  const declared = files.flatMap(({ text }) =>
    [...text.matchAll(/factKind[\s\S]{0,200}?\)\(\s*'([a-z.-]+)'/g)].map((match) => match[1]!),
  )
  expect(declared.filter((name) => !listed.includes(name))).toEqual([])
})

it('every call is named after its room', () => {
  for (const room of rooms)
    for (const call of [...(room.commands ?? []), ...(room.queries ?? [])])
      expect(call.name).toMatch(
        new RegExp(`^${room.name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}\\.[a-z][A-Za-z]+$`),
      )
})

it('every right that a call needs is listed with its default roles', () => {
  const listed = new Set(rooms.flatMap((room) => (room.permissions ?? []).map((right) => right.name)))
  const missing = rooms
    .flatMap((room) => [...(room.commands ?? []), ...(room.queries ?? [])])
    .filter(
      (call) =>
        !call.permission.open && call.permission.name !== 'system' && !listed.has(call.permission.name),
    )
    .map((call) => `${call.name} needs ${call.permission.name}`)
  expect(missing).toEqual([])
})

it('a room’s statements touch its own tables only; views and exchange may read all', () => {
  const schemas = rows.flat().map((room) => room.replaceAll('-', '_'))
  const found = files
    .filter(({ path }) => path.endsWith('.sql.ts') && rows.flat().includes(path.split('/')[1]!))
    .filter(({ path }) => !/^src\/(views|exchange|kernel)\//.test(path))
    .flatMap(({ path, text }) => {
      const own = path.split('/')[1]!.replaceAll('-', '_')
      return [...text.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\.[a-z_]+/g)]
        .map((match) => match[1]!)
        .filter((schema) => schemas.includes(schema) && schema !== own)
        .map((schema) => `${path}: ${schema}`)
    })
  expect(found).toEqual([])
})

it('views write nothing', () => {
  const writing = files
    .filter(({ path }) => path.startsWith('src/views/'))
    .filter(
      ({ text }) =>
        /\b(insert into|update [a-z_]+\.|delete from)\b/.test(text) || text.includes('defineCommand'),
    )
    .map(({ path }) => path)
  expect(writing).toEqual([])
})

it('no file hides behind an empty name', () => {
  const banned = /(^|\/)(index|utils?|helpers?|services?|types|misc|common|managers?)(\.tsx?$|\/)/
  expect(files.filter(({ path }) => banned.test(path)).map(({ path }) => path)).toEqual([])
})

it('doors re-export and no more, within thirty lines', () => {
  for (const { path, text } of files.filter((file) => file.path.endsWith('/door.ts'))) {
    expect(text.split('\n').length, path).toBeLessThanOrEqual(31)
    expect(
      text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/export (type )?\{[\s\S]*?\} from '[^']+'/g, '')
        .trim(),
      path,
    ).toBe('')
  }
})
