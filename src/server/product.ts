import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { type OpenDatabase, openDatabase, sessionName } from '../adapters/database.ts'
import { createQueue, startDeliveries } from '../kernel/deliveries.ts'
import { createKernel, type Kernel } from '../kernel/kernel.ts'
import { createHttp } from './http.ts'
import { createLive } from './live.ts'
import { createLog } from './log.ts'
import { rememberAddresses } from './mail-plugs.ts'
import { createMetrics } from './metrics.ts'
import { isAtThisVersion } from './migrate.ts'
import { callerOf, plugIn, sitesOf } from './plugs.ts'
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts'
import { buildRooms } from './rooms.ts'
import { baseUrlOf, type Settings } from './settings.ts'

export interface Product {
  readonly kernel: Kernel
  readonly database: OpenDatabase
  readonly prepared: PreparedDatabase
  readonly log: Logger
  /** Where it serves, when it does. */
  readonly url?: string
  stop(): Promise<void>
}

/**
 * Puts the product together and starts the parts asked for. Any number of processes may run on one
 * database; each takes its share of web requests or deliveries.
 * Throws with a sentence for the person at the terminal when it cannot start.
 */
export const startProduct = async (
  settings: Settings,
  parts: { readonly web: boolean; readonly work: boolean; readonly say?: (line: string) => void },
): Promise<Product> => {
  const say = parts.say ?? (() => undefined)
  const log = createLog(settings.LOG_LEVEL)
  const metrics = createMetrics()
  const plugs = await plugIn(settings, log)
  const rooms = buildRooms(plugs.ports)
  const prepared = await prepareDatabase(settings, rooms, say)
  const database = openDatabase(prepared.connection, 12)
  const queue = createQueue({ ...prepared.connection, application_name: sessionName })
  await queue.boss.start()
  const stopping = new AbortController()
  const kernel = createKernel({ database, rooms, queue, stopping: stopping.signal })
  plugs.connect(kernel, database)
  await rememberAddresses(settings, database)
  const closers: (() => Promise<unknown>)[] = []
  const stopRest = async () => {
    await queue.boss.stop({ graceful: true, timeout: 6000 })
    await plugs.close()
    await database.close()
    await prepared.embedded?.stop()
  }

  let url: string | undefined
  if (parts.web) {
    const live = createLive(prepared.connection)
    const baseUrl = baseUrlOf(settings)
    const server = createServer()
    const app = createHttp({
      kernel,
      live,
      log,
      metrics,
      baseUrl,
      callerOf: callerOf(kernel, plugs.ports),
      ready: () => isAtThisVersion(database.pool).catch(() => false),
      sites: sitesOf(kernel, settings, plugs, { database, prepared }),
    })
    server.on('request', getRequestListener(app.fetch))
    server.listen(settings.PORT, settings.HOST)
    await listening(server, settings).catch(async (error) => {
      await live.close()
      await stopRest()
      throw error
    })
    url = `http://localhost:${(server.address() as AddressInfo).port}`
    closers.push(async () => {
      server.close()
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 2000).unref()
      await live.close()
    })
  }
  if (parts.work) {
    await startDeliveries(kernel, database, queue, (name, error) => {
      metrics.failures.inc({ queue: name })
      log.warn(
        { queue: name, err: { message: (error as Error).message, stack: (error as Error).stack } },
        'delivery failed, will be tried again',
      )
    })
    closers.push(await plugs.startWork(kernel, database))
  }

  return {
    kernel,
    database,
    prepared,
    log,
    ...(url ? { url } : {}),
    stop: async () => {
      stopping.abort()
      for (const close of closers) await close()
      await stopRest()
    },
  }
}

const listening = (server: ReturnType<typeof createServer>, settings: Settings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${settings.PORT} is taken by another program. Set PORT to a free one, for example PORT=3001 npm start.`,
            )
          : error.code === 'EACCES'
            ? new Error(
                `Port ${settings.PORT} needs rights that this account lacks. Set PORT to one above 1023.`,
              )
            : error,
      ),
    )
  })
