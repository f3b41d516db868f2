import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { OpenDatabase } from '../adapters/database.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { visitor } from '../kernel/model/actor.ts'
import { appSite } from './app-site.ts'
import type { Caller } from './http.ts'
import type { Ports } from './ports.ts'
import type { Settings } from './settings.ts'

/** The outside world, chosen by the settings: which file store, which mailer, which mailbox. */
export interface Plugs {
  readonly ports: Ports
  /** Hands the kernel to edges that call back into it. */
  connect(kernel: Kernel, database: OpenDatabase): void
  /** Starts what listens outside (a mailbox); answers how to stop it. */
  startWork(kernel: Kernel, database: OpenDatabase): Promise<() => Promise<unknown>>
  close(): Promise<void>
}

export const plugIn = async (_settings: Settings, _log: Logger): Promise<Plugs> => ({
  ports: {},
  connect: () => undefined,
  startWork: async () => async () => undefined,
  close: async () => undefined,
})

export const callerOf =
  (_kernel: Kernel, _settings: Settings) =>
  async (_request: Request): Promise<Caller> => ({ actor: visitor, by: 'nothing' })

/** Everything that is served beside the API, the most particular address first. */
export const sitesOf = (
  _kernel: Kernel,
  _settings: Settings,
  _plugs: Plugs,
): { at: string; site: Hono }[] => {
  const home = new Hono()
  home.get('/', (c) => c.redirect('/app/'))
  return [
    { at: '/app', site: appSite('dist/web') },
    { at: '/', site: home },
  ]
}
