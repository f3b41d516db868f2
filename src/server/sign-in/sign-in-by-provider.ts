import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AccountsPorts } from '../../accounts/ports.ts'
import { signInByProvider } from '../../accounts/sign-in/sign-in-by-provider.ts'
import type { OpenIdJourney, OpenIdProvider } from '../../adapters/oidc.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { system } from '../../kernel/model/actor.ts'
import { addressOf } from './client-address.ts'
import { keepSession } from './session-cookie.ts'

const journeyCookie = 'throughline_journey'
const journeySeconds = 600

interface Journey extends OpenIdJourney {
  readonly until: number
  readonly back: string
}

/** `/auth/oidc/start` leaves for the provider, `/auth/oidc/callback` comes back. */
export const providerSite = (parts: {
  readonly kernel: Kernel
  readonly ports: AccountsPorts
  readonly provider: OpenIdProvider
  readonly baseUrl: string
  readonly trustProxy: boolean
}): Hono => {
  const { kernel, provider, baseUrl, ports } = parts
  const callback = new URL('/auth/oidc/callback', baseUrl).href
  const site = new Hono()
  const cookie = {
    path: '/auth/oidc',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
  } as const

  site.get('/start', async (c) => {
    const { address, journey } = await provider.start(callback)
    const until = Date.parse(kernel.clock()) + journeySeconds * 1000
    const kept: Journey = { ...journey, until, back: insideOf(c.req.query('back')) }
    setCookie(c, journeyCookie, ports.secrets.seal(JSON.stringify(kept)), {
      ...cookie,
      maxAge: journeySeconds,
    })
    return c.redirect(address)
  })

  site.get('/callback', async (c) => {
    const journey = journeyOf(c)
    deleteCookie(c, journeyCookie, cookie)
    if (!journey) return c.redirect('/app/sign-in?refused=too-late')
    // The address as the provider saw it: behind a proxy the request itself carries another host.
    const answered = new URL(callback)
    answered.search = new URL(c.req.url).search
    const claims = await provider.finish(answered, journey).catch(() => undefined)
    if (!claims) return c.redirect('/app/sign-in?refused=provider')
    const origin = { address: addressOf(c, parts.trustProxy), agent: c.req.header('user-agent') ?? null }
    const result = await kernel.run(signInByProvider(ports), { claims, origin }, { actor: system('sign-in') })
    if (!result.ok || result.value.outcome !== 'started') return c.redirect('/app/sign-in?refused=unknown')
    keepSession(c, baseUrl, result.value)
    return c.redirect(result.value.stage === 'open' ? journey.back : '/app/sign-in')
  })

  const journeyOf = (c: Context): Journey | undefined => {
    const text = ports.secrets.unseal(getCookie(c, journeyCookie) ?? '')
    const journey = text === undefined ? undefined : (JSON.parse(text) as Journey)
    return journey && journey.until > Date.parse(kernel.clock()) ? journey : undefined
  }
  return site
}

/** Only pages of the app: an address elsewhere would make us a way for phishers to redirect. */
const insideOf = (back: string | undefined): string =>
  back !== undefined && /^\/app\/[\w/?=&%.,:-]*$/.test(back) && !back.includes('//') ? back : '/app/'
