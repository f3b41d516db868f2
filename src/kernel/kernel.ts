import type { Kysely, Transaction } from 'kysely'
import type { Command } from './command.ts'
import { type DeliveryQueue, type Outgoing, reactionsByFact, reactionsTo } from './deliveries.ts'
import { insertFacts, notifyFacts } from './facts.sql.ts'
import { type Actor, holds, system } from './model/actor.ts'
import type { Fact } from './model/fact.ts'
import { type Refusal, type Result, refuse } from './model/result.ts'
import { storable } from './model/storable.ts'
import { type Instant, instant } from './model/time.ts'
import type { Query } from './query.ts'
import type { Running } from './reaction.ts'
import { answerTo, claimRequest, saveAnswer } from './requests.sql.ts'
import type { AnyCommand, AnyQuery, Room } from './room.ts'
import type { Statement } from './sql.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** The database as the kernel sees it: one pool that writes, one whose sessions are read-only. */
export interface Database {
  readonly write: Kysely<unknown>
  readonly read: Kysely<unknown>
}

export interface Kernel {
  readonly rooms: readonly Room[]
  readonly clock: () => Instant
  /** Runs a command in one transaction as `actor`. `requestId` makes a repeat give the first answer. */
  run<Input, Output>(
    command: Command<string, Input, Output>,
    input: unknown,
    by: { readonly actor: Actor; readonly requestId?: string | undefined },
  ): Promise<Result<Output>>
  /** Asks a query on the read-only pool. */
  ask<Input, Output>(
    query: Query<string, Input, Output>,
    input: unknown,
    by: { readonly actor: Actor },
  ): Promise<Result<Output>>
  /** Both, as the product itself: for reactions, deliveries, schedules and the command line. */
  as(name: string): Running
  commandNamed(name: string): AnyCommand | undefined
  queryNamed(name: string): AnyQuery | undefined
}

/** Thrown by the runner for a defect of ours, such as rows changed without a fact. */
export class Defect extends Error {}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const createKernel = (parts: {
  readonly database: Database
  readonly rooms: readonly Room[]
  readonly queue: DeliveryQueue
  readonly clock?: () => Instant
  readonly stopping?: AbortSignal
}): Kernel => {
  const clock = parts.clock ?? (() => instant(Date.now()))
  const stopping = parts.stopping ?? new AbortController().signal
  const commands = byName(parts.rooms.flatMap((room) => room.commands ?? []))
  const queries = byName(parts.rooms.flatMap((room) => room.queries ?? []))
  const reactions = reactionsByFact(parts.rooms)

  const kernel: Kernel = {
    rooms: parts.rooms,
    clock,
    commandNamed: (name) => commands.get(name),
    queryNamed: (name) => queries.get(name),

    async run(command, input, { actor, requestId }) {
      if (!holds(actor, command.permission)) return notAllowed(actor, command.permission.says)
      const parsed = command.input.safeParse(storable(input))
      if (!parsed.success) return badInput(parsed.error.issues)
      try {
        return await retryingConflicts(() =>
          parts.database.write.transaction().execute(async (trx) => {
            const now = clock()
            const request =
              requestId === undefined
                ? undefined
                : { id: requestId, actor: actorKey(actor), command: command.name, at: now }
            if (request) {
              const first = (await claimRequest(request).execute(trx)).rows.length > 0
              if (!first)
                return { ok: true, value: (await answerTo(request).execute(trx)).rows[0]?.answer as never }
            }
            const facts: Fact[] = []
            const outgoing: Outgoing[] = []
            const { tx, changed } = writeTx(trx, actor, now, facts, outgoing)
            const result = await command.handle(tx, parsed.data)
            if (!result.ok) throw new Refused(result.refusal)
            if (facts.length === 0 && changed() > 0)
              throw new Defect(`${command.name} changed rows and recorded no fact`)
            if (facts.length > 0) {
              const numbers = (
                await insertFacts(facts, { actor, at: now, command: command.name }).execute(trx)
              ).rows
              const numbered = facts.map(({ name }, position) => ({ name, id: numbers[position]!.id }))
              outgoing.push(...reactionsTo(numbered, reactions))
              await notifyFacts(facts).execute(trx)
            }
            if (outgoing.length > 0) await parts.queue.add(trx, outgoing)
            if (request) await saveAnswer(request, result.value).execute(trx)
            return result
          }),
        )
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal }
        if (isMissingReference(error))
          return refuse(
            'not-found',
            'Something that this refers to is not there (any more). Load the page again.',
          )
        throw error
      }
    },

    async ask(query, input, { actor }) {
      if (!holds(actor, query.permission)) return notAllowed(actor, query.permission.says)
      const parsed = query.input.safeParse(storable(input))
      if (!parsed.success) return badInput(parsed.error.issues)
      return query.handle(readTx(parts.database.read, actor, clock()), parsed.data)
    },

    as: (name) => ({
      run: (command, input, requestId) => kernel.run(command, input, { actor: system(name), requestId }),
      ask: (query, input) => kernel.ask(query, input, { actor: system(name) }),
      stopping,
    }),
  }
  return kernel
}

const readTx = (on: Kysely<unknown>, actor: Actor, now: Instant): ReadTx => ({
  actor,
  now,
  rows: async <Row>(statement: Statement<Row>) => (await statement.execute(on)).rows as Row[],
  row: async <Row>(statement: Statement<Row>) => (await statement.execute(on)).rows[0] as Row | undefined,
})

const writeTx = (
  trx: Transaction<unknown>,
  actor: Actor,
  now: Instant,
  facts: Fact[],
  outgoing: Outgoing[],
): { tx: WriteTx; changed: () => number } => {
  let changed = 0
  const execute = async <Row>(statement: Statement<Row>) => {
    const result = await statement.execute(trx)
    changed += Number(result.numAffectedRows ?? 0)
    return result
  }
  return {
    changed: () => changed,
    tx: {
      actor,
      now,
      rows: async (statement) => (await execute(statement)).rows as never,
      row: async (statement) => (await execute(statement)).rows[0] as never,
      change: async (statement) => Number((await execute(statement)).numAffectedRows ?? 0),
      tidy: async (statement) => void (await statement.execute(trx)),
      record: (...more) => void facts.push(...more),
      deliver: (name, content, options = {}) =>
        void outgoing.push({ queue: `delivery.${name}`, content, after: options.after, key: options.key }),
    },
  }
}

const notAllowed = (actor: Actor, says: string): Result<never> =>
  actor.kind === 'visitor'
    ? refuse('sign-in-needed', 'Sign in first.')
    : refuse('not-allowed', `You don't have the right “${says}”. An administrator can grant it.`)

const badInput = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Result<never> => {
  const first = issues[0]
  const field = first?.path.map(String).join('.') || undefined
  return refuse(
    'bad-input',
    field ? `${field}: ${first?.message}` : (first?.message ?? 'The input is not valid.'),
    {
      field,
      details: issues.map((issue) => ({ field: issue.path.map(String).join('.'), says: issue.message })),
    },
  )
}

/** Serialization failures and deadlocks are nobody's fault: the whole transaction is tried again. */
const retryingConflicts = async <T>(attempt: () => Promise<T>, triesLeft = 4): Promise<T> => {
  try {
    return await attempt()
  } catch (error) {
    const code = (error as { code?: string }).code
    if (triesLeft > 0 && (code === '40001' || code === '40P01'))
      return retryingConflicts(attempt, triesLeft - 1)
    throw error
  }
}

/** A foreign key found nothing: the caller named a row that is not there, which is no defect of ours. */
const isMissingReference = (error: unknown): boolean => (error as { code?: string }).code === '23503'

const actorKey = (actor: Actor): string => ('id' in actor ? `${actor.kind}:${actor.id}` : actor.kind)

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): Map<string, Named> => {
  const map = new Map<string, Named>()
  for (const one of all) {
    if (map.has(one.name)) throw new Defect(`${one.name} is defined twice`)
    map.set(one.name, one)
  }
  return map
}
