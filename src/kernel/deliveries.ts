import type { Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { factsById } from './facts.sql.ts'
import type { Database, Kernel } from './kernel.ts'
import type { Instant } from './model/time.ts'
import type { Reaction } from './reaction.ts'
import type { Room } from './room.ts'

/** One piece of work for after the commit. */
export interface Outgoing {
  readonly queue: string
  readonly content: object
  readonly after?: Instant | undefined
  readonly key?: string | undefined
}

/** Where a transaction puts its work for afterwards. */
export interface DeliveryQueue {
  add(trx: Transaction<unknown>, outgoing: readonly Outgoing[]): Promise<void>
}

/** The reactions to each kind of fact. */
export const reactionsByFact = (rooms: readonly Room[]): Map<string, Reaction[]> => {
  const map = new Map<string, Reaction[]>()
  for (const reaction of rooms.flatMap((room) => room.reactions ?? []))
    for (const name of reaction.on) map.set(name, [...(map.get(name) ?? []), reaction])
  return map
}

/** What follows from facts that were just written: the facts of a bulk come together to who takes many. */
export const reactionsTo = (
  facts: readonly { readonly name: string; readonly id: number }[],
  reactions: ReadonlyMap<string, readonly Reaction[]>,
): Outgoing[] => {
  const idsByReaction = new Map<Reaction, number[]>()
  for (const { name, id } of facts)
    for (const reaction of reactions.get(name) ?? []) {
      const ids = idsByReaction.get(reaction)
      if (ids) ids.push(id)
      else idsByReaction.set(reaction, [id])
    }
  return [...idsByReaction].flatMap(([{ name, handleMany }, ids]) =>
    inPieces(ids, handleMany ? mostTogether : 1).map((factIds) => ({
      queue: `reaction.${name}`,
      content: { factIds },
    })),
  )
}

const mostTogether = 500

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

const queueNames = (rooms: readonly Room[]): string[] =>
  rooms.flatMap((room) => [
    ...(room.reactions ?? []).map((reaction) => `reaction.${reaction.name}`),
    ...(room.deliveries ?? []).map((delivery) => `delivery.${delivery.name}`),
    ...(room.schedules ?? []).map((schedule) => `schedule.${schedule.name}`),
  ])

const schema = 'deliveries'

/** Notices wake workers for new work, but nothing rings when deferred work comes due: that is found by looking. */
const pollingOf = (seconds = 5) => ({
  pollingIntervalSeconds: seconds,
  notifyPollingIntervalSeconds: seconds,
  // A full hand means that more lies there: a bulk's facts are not looked for once in a while, twenty at a time.
  burstWhenBatchFull: true,
})

// Work in the hands of a process that died comes back when its heart was not heard for so long. Looking for such
// work costs one look at the table of jobs, so it is done by one process every so often.
const silentSeconds = 20
const lookSeconds = 15

const patience = {
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
  heartbeatSeconds: silentSeconds,
} as const

/** Creates or upgrades the queues' tables. Needs the owner's connection; run by the migrations. */
export const migrateDeliveries = async (ownerDatabase: object, rooms: readonly Room[]): Promise<void> => {
  const boss = new PgBoss({ ...ownerDatabase, schema, max: 1, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const name of queueNames(rooms)) {
    const queue = there.get(name)
    if (!queue) await boss.createQueue(name, { notify: true, ...patience })
    else if (queue.heartbeatSeconds !== silentSeconds) await boss.updateQueue(name, patience)
  }
  await boss.stop({ graceful: false })
}

/** Puts work into the queues inside the caller's transaction. Works without the queue being started here. */
export const createQueue = (database: object): DeliveryQueue & { boss: PgBoss } => {
  const boss = new PgBoss({
    ...database,
    schema,
    migrate: false,
    useListenNotify: true,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
    monitorVacuum: false,
    reindex: false,
  } as never)
  boss.on('error', () => undefined)
  return {
    boss,
    async add(trx, outgoing) {
      const db = fromKysely(trx)
      for (const [queue, works] of Map.groupBy(outgoing, (work) => work.queue))
        await boss.insert(
          queue,
          works.map((work) => ({
            data: work.content,
            ...(work.after ? { startAfter: new Date(work.after) } : {}),
            ...(work.key ? { singletonKey: work.key } : {}),
          })),
          { db },
        )
    },
  }
}

/** Takes part in the work: reactions, deliveries and schedules, until `stop`. Any number of processes may. */
export const startDeliveries = async (
  kernel: Kernel,
  database: Database,
  { boss }: { boss: PgBoss },
  failed: (queue: string, error: unknown) => void,
): Promise<void> => {
  const guarded = async (queue: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      failed(queue, error)
      throw error
    }
  }
  const polling = pollingOf()
  for (const room of kernel.rooms) {
    for (const reaction of room.reactions ?? []) {
      const queue = `reaction.${reaction.name}`
      await boss.work<{ factIds: number[] }>(
        queue,
        { ...polling, batchSize: 20, perJobResults: false } as never,
        (async (jobs: { data: { factIds: number[] } }[]) =>
          guarded(queue, async () => {
            const facts = (await factsById(jobs.flatMap((job) => job.data.factIds)).execute(database.read))
              .rows
            if (reaction.handleMany) await reaction.handleMany(facts, kernel.as(reaction.name))
            else for (const fact of facts) await reaction.handle(fact, kernel.as(reaction.name))
          })) as never,
      )
    }
    for (const delivery of room.deliveries ?? []) {
      const queue = `delivery.${delivery.name}`
      for (let worker = 0; worker < (delivery.parallel ?? 1); worker++)
        await boss.work<object>(
          queue,
          { ...pollingOf(delivery.pollSeconds), batchSize: delivery.batch ?? 1 },
          async (jobs) =>
            guarded(queue, () =>
              delivery.handle(
                jobs.map((job) => job.data),
                kernel.as(delivery.name),
              ),
            ),
        )
    }
    for (const schedule of room.schedules ?? []) {
      const queue = `schedule.${schedule.name}`
      await boss.schedule(queue, schedule.cron)
      await boss.work(queue, polling, async () =>
        guarded(queue, () => schedule.handle(kernel.as(schedule.name))),
      )
    }
  }
}
