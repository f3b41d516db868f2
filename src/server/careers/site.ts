import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { paths } from '../../careers/paths.ts'
import type { VirusScanner } from '../../documents/virus-scanner.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Ports } from '../ports.ts'
import { baseUrlOf, type Settings } from '../settings.ts'
import { applyPages } from './apply.ts'
import { callsOf } from './calls.ts'
import { type CareersParts, frameOf } from './frame.ts'
import { type Framed, jobPages } from './jobs.ts'
import { linkPages } from './links.ts'
import { ownPages } from './own.ts'
import { unsubscribePages } from './unsubscribe.ts'

/**
 * The public pages of the organisation, mounted at `/` after everything else: careers, the application form, a
 * candidate's own page. Before there is an organisation every address leads to the first run in the app.
 */
export const careersSite = (
  kernel: Kernel,
  settings: Settings,
  plugs: {
    readonly ports: Pick<Ports, 'files' | 'textExtraction' | 'secrets'>
    readonly scanner: VirusScanner
    readonly log: Pick<Logger, 'error'>
  },
): Hono => {
  const calls = callsOf(kernel)
  const parts: CareersParts = {
    kernel,
    files: plugs.ports.files,
    scanner: plugs.scanner,
    textExtraction: plugs.ports.textExtraction,
    secrets: plugs.ports.secrets,
    baseUrl: baseUrlOf(settings),
    trustProxy: settings.TRUST_PROXY,
    log: plugs.log,
  }
  const site = new Hono<Framed>()
  site.use('*', async (c, next) => {
    const frame = await frameOf(c, calls, parts)
    if (!frame) return c.redirect('/app/', 302)
    c.set('frame', frame)
    await next()
    // What was posted, and where it leads, is nobody else's.
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store')
    return
  })
  site.get('/', (c) => c.redirect(paths.home(), 302))
  site.get('/careers/', (c) => c.redirect(paths.home(), 301))
  site.route('/', jobPages(calls))
  site.route('/', applyPages(calls, parts))
  site.route('/', unsubscribePages(kernel))
  site.route('/', linkPages(calls, parts))
  site.route(paths.mine(), ownPages(calls, parts))
  site.all('*', (c) => c.var.frame.notice({ kind: 'not-found' }, 404))
  site.onError((error, c) => {
    const { frame } = c.var
    if (!frame) throw error
    const reference = randomUUID()
    parts.log.error(
      { err: { type: error.name, message: error.message, stack: error.stack }, request: reference },
      'defect',
    )
    return frame.notice({ kind: 'our-fault', reference }, 500)
  })
  return site as unknown as Hono
}
