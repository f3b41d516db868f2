import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'

/** The system's Chromium, or undefined where there is none. */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)

export const me = {
  user: { id: 'maren', name: 'Maren Osei', mail: 'maren@northwind.example', roles: ['recruiter'] },
  organisation: { name: 'Northwind Robotics', slug: 'northwind' },
  permissions: [],
  counts: { unreadNotifications: 0 },
}

/** Live updates that begin and end; the browser does not come back within a test. */
const quiet = 'retry: 3600000\nevent: ready\ndata: \n\n'

const counts = { home: 9, inbox: 4 }

export interface Opened {
  readonly base: string
  readonly browser: Browser
  readonly server: ViteDevServer
  close(): Promise<void>
}

/** The app as Vite serves it in development, and a browser; the API is answered by `open`. */
export const startApp = async (): Promise<Opened> => {
  const server = await createServer({
    server: { port: 0, host: '127.0.0.1', watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const base = server.resolvedUrls!.local[0]!
  return {
    base,
    browser,
    server,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** A page of the app in a scheme and size, with somebody signed in (or nobody). */
export const open = async (
  app: Opened,
  path: string,
  look: { scheme?: 'light' | 'dark'; phone?: boolean; signedIn?: boolean } = {},
): Promise<Page> => {
  const context = await app.browser.newContext({
    colorScheme: look.scheme ?? 'light',
    viewport: look.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  const page = await context.newPage()
  const json = (status: number, body: unknown) => ({
    status,
    contentType: 'application/json',
    body: JSON.stringify(body),
  })
  await page.route('**/api/v1/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/api/v1/'.length)
    if (name === 'live') return route.fulfill({ contentType: 'text/event-stream', body: quiet })
    if (name === 'accounts.me' && look.signedIn !== false)
      return route.fulfill(json(200, { ok: true, value: me }))
    if (name === 'views.sideBarCounts' && look.signedIn !== false)
      return route.fulfill(json(200, { ok: true, value: counts }))
    if (name === 'accounts.me')
      return route.fulfill(
        json(401, { ok: false, refusal: { code: 'sign-in-needed', says: 'Sign in first.' } }),
      )
    return route.fulfill(
      json(404, { ok: false, refusal: { code: 'not-found', says: 'There is no such call.' } }),
    )
  })
  await page.goto(new URL(path, app.base).href)
  return page
}
