import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { type Connection, connect } from '../../src/adapters/database.ts'
import type { DeliveryQueue } from '../../src/kernel/deliveries.ts'
import { createKernel, type Kernel } from '../../src/kernel/kernel.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import type { Ports } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { createCallerOf } from '../../src/server/sign-in/caller-of.ts'

/** One statement as the product sent it. */
interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** What a request says to the database: groups in order, each sent at once. */
export type Script = readonly (readonly Statement[])[]

export interface Stage {
  readonly kernel: Kernel
  readonly rooms: ReturnType<typeof buildRooms>
  /** Who the session's cookie belongs to: asked of the database, as each request does. */
  actor(): Promise<Actor>
}

/** What a rehearsal needs of the product. `queue` was started. */
export interface StageParts {
  readonly connection: Connection
  readonly ports: Ports
  readonly queue: DeliveryQueue
  readonly cookie: string
}

/**
 * Runs the product's own code on one connection inside a transaction that is rolled back, and keeps what it
 * said to the database. Transactions within become savepoints; the script has them as transactions.
 */
export const rehearse = async (
  parts: StageParts,
  act: (stage: Stage) => Promise<unknown>,
): Promise<Script> => {
  const one = await connect({ ...parts.connection })
  const script: Statement[][] = []
  let open = 0
  let before: Promise<unknown> = Promise.resolve()
  const query = async (text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
    if (open === 0) script.push([])
    script.at(-1)!.push({ text, values })
    open++
    const answer = before.then(() => one.query(inner[text] ?? text, values))
    before = answer.catch(() => undefined)
    try {
      return await answer
    } finally {
      open--
    }
  }
  const held = { query, release: () => undefined }
  const pool = { connect: async () => held, end: async () => undefined } as unknown as pg.Pool
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const rooms = buildRooms(parts.ports)
  const kernel = createKernel({
    database: { write: database, read: database },
    rooms,
    queue: parts.queue,
  })
  const callerOf = createCallerOf(kernel, parts.ports)
  const request = new Request('http://localhost/', { headers: { cookie: parts.cookie } })
  try {
    await one.query('begin')
    await act({ kernel, rooms, actor: async () => (await callerOf(request)).actor })
  } finally {
    await one.query('rollback')
    await one.end()
  }
  return script
}

const inner: Readonly<Record<string, string>> = {
  begin: 'savepoint inner_one',
  commit: 'release savepoint inner_one',
  rollback: 'rollback to savepoint inner_one',
}

/** Says a script to the database with the bare driver: reads prepared once a connection, writes not, as the product does. */
export const player = async (connection: Connection) => {
  const lanes: pg.Client[] = [await connect({ ...connection })]
  return {
    play: async (script: Script): Promise<void> => {
      let isWriting = false
      for (const group of script) {
        if (group[0]!.text === 'begin') isWriting = true
        while (lanes.length < group.length) lanes.push(await connect({ ...connection }))
        await Promise.all(
          group.map(({ text, values }, lane) =>
            isWriting ? lanes[lane]!.query(text, values) : lanes[lane]!.query(named(text, values)),
          ),
        )
        if (group[0]!.text === 'commit') isWriting = false
      }
    },
    close: () => Promise.all(lanes.map((lane) => lane.end())),
  }
}

const names = new Map<string, string>()

const named = (text: string, values: unknown[]) => {
  const name = names.get(text) ?? `bench_${names.size}`
  names.set(text, name)
  return { name, text, values }
}
