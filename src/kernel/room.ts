import type { Command } from './command.ts'
import type { FactKind } from './model/fact.ts'
import type { Permission } from './model/permission.ts'
import type { Query } from './query.ts'
import type { Delivery, Reaction, Schedule } from './reaction.ts'

// biome-ignore lint/suspicious/noExplicitAny: rooms hold commands of every input
export type AnyCommand = Command<string, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyQuery = Query<string, any, any>

/** The manifest of a room: everything the product does, listed once. */
export interface Room {
  readonly name: string
  readonly commands?: readonly AnyCommand[]
  readonly queries?: readonly AnyQuery[]
  // biome-ignore lint/suspicious/noExplicitAny: facts of every kind
  readonly facts?: readonly FactKind<string, any>[]
  readonly permissions?: readonly Permission[]
  readonly reactions?: readonly Reaction[]
  // biome-ignore lint/suspicious/noExplicitAny: deliveries of every content
  readonly deliveries?: readonly Delivery<any>[]
  readonly schedules?: readonly Schedule[]
}

/** Keeps the literal types, so that the API's type follows from the rooms. */
export const defineRoom = <const R extends Room>(room: R): R => room

type CommandOf<R> = R extends { readonly commands: readonly (infer C)[] } ? C : never
type QueryOf<R> = R extends { readonly queries: readonly (infer Q)[] } ? Q : never

interface Call {
  readonly name: string
  readonly takes: unknown
  // biome-ignore lint/suspicious/noExplicitAny: matched structurally
  readonly handle: (tx: any, input: any) => Promise<any>
}

type OutputOf<C extends Call> =
  Awaited<ReturnType<C['handle']>> extends infer A
    ? A extends { ok: true; value: infer V }
      ? V
      : never
    : never

/** The API's type, for the web app: `Api['commands']['room.verbNoun']['output']`. */
export interface ApiOf<Rooms extends readonly Room[]> {
  readonly commands: {
    [C in Extract<CommandOf<Rooms[number]>, Call> as C['name']]: { input: C['takes']; output: OutputOf<C> }
  }
  readonly queries: {
    [Q in Extract<QueryOf<Rooms[number]>, Call> as Q['name']]: { input: Q['takes']; output: OutputOf<Q> }
  }
}
