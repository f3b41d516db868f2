import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect, openDatabase } from '../../src/adapters/database.ts'
import { createQueue, startDeliveries } from '../../src/kernel/deliveries.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import { type Instant, instant } from '../../src/kernel/model/time.ts'
import type { Room } from '../../src/kernel/room.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How the superuser, the owner and the application reach a database of the test cluster. */
    cluster: { superuser: string; app: string; template: string }
  }
}

/** Saturday noon, UTC: the moment of every test unless it moves the clock. */
export const testNow = instant('2026-11-21T12:00:00.000Z')

/**
 * A migrated database of one's own, cloned in about 100 ms, with a kernel on it.
 * Call `close()` at the end; `startDeliveries` only where a test is about what follows from facts.
 */
export const testKernel = async (rooms: readonly Room[]) => {
  const cluster = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  const superuser = await connect({ connectionString: cluster.superuser })
  await superuser.query(`create database ${name} template ${cluster.template}`)
  const at = (connectionString: string) => ({
    connectionString: connectionString.replace('/postgres?', `/${name}?`),
  })
  const connection = at(cluster.app)
  const database = openDatabase(connection, 4)
  const queue = createQueue(connection)
  await queue.boss.start()
  let now: Instant = testNow
  const stopping = new AbortController()
  let isWorking = false
  const kernel = createKernel({ database, rooms, queue, clock: () => now, stopping: stopping.signal })
  return {
    kernel,
    database,
    connection,
    ownerConnection: at(cluster.superuser),
    /** Moves the clock; tests never wait. */
    setNow: (moment: Instant | string) => {
      now = instant(moment)
    },
    now: () => now,
    startDeliveries: (
      failed: (queue: string, error: unknown) => void = (_, error) => console.error(error),
    ) => {
      isWorking = true
      return startDeliveries(kernel, database, queue, failed)
    },
    close: async () => {
      // Work that is in hand asks the database until it is done: as the product does, it is waited for.
      stopping.abort()
      await queue.boss.stop({ graceful: isWorking, timeout: 6000, close: true })
      await database.close()
      await superuser.query(`drop database ${name} with (force)`)
      await superuser.end()
    },
  }
}

export type TestKernel = Awaited<ReturnType<typeof testKernel>>

/** A user actor holding every permission of the rooms that the roles have by default. */
export const userActor = (
  rooms: readonly Room[],
  user: { id: string; name: string; roles: readonly string[] },
): Actor => ({
  kind: 'user',
  id: user.id as never,
  name: user.name,
  roles: user.roles,
  permissions: new Set(
    rooms
      .flatMap((room) => room.permissions ?? [])
      .filter((right) => right.roles.some((role) => user.roles.includes(role)))
      .map((right) => right.name),
  ),
})
