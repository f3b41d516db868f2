import type { OpenIdProvider } from '../../src/adapters/oidc.ts'
import { createHttp } from '../../src/server/http.ts'
import { createLive } from '../../src/server/live.ts'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { createCallerOf } from '../../src/server/sign-in/caller-of.ts'
import { signInSite } from '../../src/server/sign-in/sign-in.ts'
import type { TestKernel } from '../support/database.ts'
import { ports } from './house.ts'

/** The product's HTTP edge with the sign-in site, and browsers with a cookie jar each. */
export const site = (
  { kernel, connection }: TestKernel,
  { provider, baseUrl = 'http://localhost:3000' }: { provider?: OpenIdProvider; baseUrl?: string } = {},
) => {
  const live = createLive(connection)
  const callerOf = createCallerOf(kernel, ports)
  const app = createHttp({
    kernel,
    live,
    log: createLog('silent'),
    metrics: createMetrics(),
    baseUrl,
    callerOf,
    ready: async () => true,
    sites: [
      { at: '/auth', site: signInSite({ kernel, ports, callerOf, baseUrl, trustProxy: true, provider }) },
    ],
  })
  let browsers = 0
  const browser = () => {
    const address = `192.0.2.${++browsers}`
    const jar = new Map<string, string>()
    const bodies: string[] = []
    const fetch = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const response = await app.request(new URL(path, baseUrl).href, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-forwarded-for': address,
          'user-agent': 'Test browser',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        if (value === '' || /max-age=0/i.test(line)) jar.delete(name!)
        else jar.set(name!, value!)
      }
      const text = await response.text()
      bodies.push(text)
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
    }
    return { get: (path: string) => fetch(path), post: fetch, jar, bodies }
  }
  return { app, browser, close: () => live.close() }
}
