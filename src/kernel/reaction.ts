import type { Command } from './command.ts'
import type { RecordedFact } from './model/fact.ts'
import type { Result } from './model/result.ts'
import type { Query } from './query.ts'

/** Runs a command or a query as the product itself. The same request id done twice is done once. */
export interface Running {
  run<Input, Output>(
    command: Command<string, Input, Output>,
    input: Input,
    requestId?: string,
  ): Promise<Result<Output>>
  ask<Input, Output>(query: Query<string, Input, Output>, input: Input): Promise<Result<Output>>
  /** Says when this process is asked to stop: long work ends at its next safe place, the rest waits for another. */
  readonly stopping: AbortSignal
}

/**
 * What follows from a fact, after its commit. Delivered at least once, retried with growing pauses:
 * handling the same fact twice must equal handling it once.
 */
export interface Reaction {
  readonly kind: 'reaction'
  readonly name: string
  readonly on: readonly string[]
  readonly handle: (fact: RecordedFact, running: Running) => Promise<void>
  /** Where given, facts come together as they were written or pile up, instead of one by one to `handle`. */
  readonly handleMany?: (facts: readonly RecordedFact[], running: Running) => Promise<void>
}

/** Work that a command asked for with `tx.deliver(name, content)`, done after the commit, at least once. */
export interface Delivery<Content extends object = object> {
  readonly kind: 'delivery'
  readonly name: string
  /** How many are taken at once; `handle` gets them as a list. */
  readonly batch?: number
  /** How many of this kind one process does at a time. */
  readonly parallel?: number
  /** How soon after its time work that waits for a moment is found, in seconds; 5 where nothing is said. */
  readonly pollSeconds?: number
  readonly handle: (contents: readonly Content[], running: Running) => Promise<void>
}

/** Work done by the clock, once per tick however many processes there are. `cron` is in UTC. */
export interface Schedule {
  readonly kind: 'schedule'
  readonly name: string
  readonly cron: string
  readonly handle: (running: Running) => Promise<void>
}

type OneByOne = Pick<Reaction, 'handle'>
type Together = Required<Pick<Reaction, 'handleMany'>>

export const defineReaction = (
  definition: Pick<Reaction, 'name' | 'on'> & (OneByOne | Together),
): Reaction => ({
  kind: 'reaction',
  ...('handle' in definition
    ? definition
    : { ...definition, handle: (fact, running) => definition.handleMany([fact], running) }),
})

export const defineDelivery = <Content extends object>(
  definition: Omit<Delivery<Content>, 'kind'>,
): Delivery<Content> => ({ kind: 'delivery', ...definition })

export const defineSchedule = (definition: Omit<Schedule, 'kind'>): Schedule => ({
  kind: 'schedule',
  ...definition,
})
