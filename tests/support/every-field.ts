import type { AnyCommand, Room } from '../../src/kernel/room.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { sampleInput } from '../structure/sample-input.ts'

type Path = readonly (string | number)[]

/** What a property takes in place of the sample's value; `undefined` leaves it out. */
export type Fitting = (call: string, property: string, attempt: number) => { value: unknown } | undefined

/** Every command that somebody signed in may call over HTTP. */
export const callableCommands = (): AnyCommand[] =>
  (buildRooms(unplugged) as readonly Room[])
    .flatMap((room) => room.commands ?? [])
    .filter(({ permission }) => !['system', 'public', 'own-record'].includes(permission.name))

/** An input of a command, with the places in it that take any words. */
export const withFreeWords = (
  call: AnyCommand,
  idFor: (property: string) => string,
  fitting: Fitting,
  attempt: number,
) => {
  const { input } = sampleInput(call.input, idFor, true)
  const free: Path[] = []
  const walk = (node: unknown, path: Path, property: string, isFitted = false): unknown => {
    const fit = isFitted ? undefined : fitting(call.name, property, attempt)
    if (fit) return walk(fit.value, path, property, true)
    if (Array.isArray(node)) return node.map((child, at) => walk(child, [...path, at], property, isFitted))
    if (node && typeof node === 'object')
      return Object.fromEntries(
        Object.entries(node)
          .map(([name, child]) => [name, walk(child, [...path, name], name)] as const)
          .filter(([, child]) => child !== undefined),
      )
    if (typeof node === 'string' && (/^x+$/.test(node) || node.startsWith('https:'))) free.push(path)
    return node
  }
  return { input: walk(input, [], ''), free }
}

/** The input with a text at some of its places. */
export const withWordsAt = (input: unknown, places: readonly Path[], words: string): unknown => {
  const copy = structuredClone({ root: input }) as Record<string | number, unknown>
  for (const place of places) {
    const steps = ['root', ...place]
    const last = steps.pop()!
    const node = steps.reduce<Record<string | number, unknown>>((at, step) => at[step] as typeof at, copy)
    // A property's own, whatever it is called.
    Object.defineProperty(node, last, { value: words, enumerable: true, configurable: true, writable: true })
  }
  return copy.root
}
