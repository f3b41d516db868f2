import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie } from 'hono/cookie'
import { atSignIn } from '../../accounts/model/permissions.ts'
import type { Stage } from '../../accounts/model/session.ts'
import { isSetUp } from '../../accounts/organisation/is-set-up.ts'
import { setUpOrganisation } from '../../accounts/organisation/set-up-organisation.ts'
import { createApiToken } from '../../accounts/own/api-tokens.ts'
import type { AccountsPorts } from '../../accounts/ports.ts'
import { confirmSecondFactor } from '../../accounts/second-factor/confirm-second-factor.ts'
import { offerSecondFactor } from '../../accounts/second-factor/offer-second-factor.ts'
import { passSecondFactor } from '../../accounts/second-factor/pass-second-factor.ts'
import { giveNewRecoveryCodes } from '../../accounts/second-factor/renew-recovery-codes.ts'
import { invitationOf, joinByInvitation } from '../../accounts/sign-in/accept-invitation.ts'
import { changePassword } from '../../accounts/sign-in/change-password.ts'
import { requestPasswordReset } from '../../accounts/sign-in/request-password-reset.ts'
import { resetPassword } from '../../accounts/sign-in/reset-password.ts'
import { signIn } from '../../accounts/sign-in/sign-in.ts'
import { signOut } from '../../accounts/sign-in/sign-out.ts'
import type { OpenIdProvider } from '../../adapters/oidc.ts'
import type { Command } from '../../kernel/command.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Actor, system } from '../../kernel/model/actor.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { answer } from '../http.ts'
import type { SignedInCaller } from './caller-of.ts'
import { addressOf } from './client-address.ts'
import { sameOrigin } from './same-origin.ts'
import { keepSession, sessionCookie, sessionTokenOf } from './session-cookie.ts'
import { providerSite } from './sign-in-by-provider.ts'

export interface SignInParts {
  readonly kernel: Kernel
  readonly ports: AccountsPorts
  readonly callerOf: (request: Request) => Promise<SignedInCaller>
  readonly baseUrl: string
  readonly trustProxy: boolean
  /** The OpenID Connect provider, where one is configured. */
  readonly provider?: OpenIdProvider | undefined
}

type Body = Readonly<Record<string, unknown>>
interface Outcome {
  readonly outcome: string
  readonly retryAfterSeconds?: number
  readonly token?: string
  readonly stage?: Stage
  readonly sessionId?: string
}

/**
 * The sign-in edge at `/auth`: the only place where passwords, codes and tokens come in, and where a session's
 * token goes out: into a cookie, never into a body. No rules: each route runs one command of accounts.
 */
export const signInSite = (parts: SignInParts): Hono => {
  const { kernel, ports } = parts
  const site = new Hono()
  const tokenOf = (c: Context) => sessionTokenOf(c.req.raw) ?? ''
  const edge: Actor = system('sign-in')

  site.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  site.use(bodyLimit({ maxSize: 64 * 1024 }))

  site.get('/state', async (c) => {
    const caller = await parts.callerOf(c.req.raw)
    const setUp = await kernel.ask(isSetUp, {}, { actor: edge })
    return answer(
      c,
      ok({
        stage: caller.stage ?? null,
        sessionId: caller.sessionId ?? null,
        isSetUp: setUp.ok && setUp.value,
        hasProvider: parts.provider !== undefined,
      }),
    )
  })

  /** Runs a command with the body and what only the edge knows; the body may not bring that itself. */
  const act = <Input, Output>(
    path: string,
    command: Command<string, Input, Output>,
    known: (c: Context) => Body,
    respond: (c: Context, value: Output) => Response,
    actor: (c: Context) => Promise<Actor> | Actor = () => edge,
  ) =>
    site.post(path, async (c) => {
      const body = await bodyOf(c, parts.baseUrl)
      if (!body.ok) return answer(c, body)
      const own = known(c)
      const forged = Object.keys(own).find((key) => key in body.value)
      if (forged !== undefined)
        return answer(c, refuse('bad-input', `${forged} is not yours to say.`, { field: forged }))
      const result = await kernel.run(command, { ...body.value, ...own }, { actor: await actor(c) })
      return result.ok ? respond(c, result.value) : answer(c, result)
    })

  const origin = (c: Context) => ({
    origin: { address: addressOf(c, parts.trustProxy), agent: c.req.header('user-agent') ?? null },
  })
  const tokenAndOrigin = (c: Context) => ({ token: tokenOf(c), ...origin(c) })
  const plainly = (c: Context, value: unknown) => answer(c, ok(value))
  const started = (wrong: Result<never>) => (c: Context, value: Outcome) =>
    respondTo(c, parts.baseUrl, value, wrong)

  act('/first-run', setUpOrganisation(ports), origin, started(wrongFirstRun))
  act('/sign-in', signIn(ports), origin, started(wrongPassword))
  act('/second-factor', passSecondFactor(ports), tokenAndOrigin, started(wrongCode))
  act('/second-factor/offer', offerSecondFactor(ports), (c) => ({ token: tokenOf(c) }), plainly)
  act('/second-factor/confirm', confirmSecondFactor(ports), tokenAndOrigin, started(wrongCode))
  act('/second-factor/recovery-codes', giveNewRecoveryCodes(ports), (c) => ({ token: tokenOf(c) }), plainly)
  act(
    '/sign-out',
    signOut(ports),
    (c) => ({ token: tokenOf(c) }),
    (c) => {
      deleteCookie(c, sessionCookie, { path: '/' })
      return answer(c, ok(null))
    },
  )
  act('/change-password', changePassword(ports), tokenAndOrigin, started(wrongPassword))
  act('/reset-request', requestPasswordReset(ports), origin, started(wrongLink))
  act('/reset', resetPassword(ports), origin, started(wrongLink))
  act('/accept-invitation', joinByInvitation(ports), origin, started(wrongLink))
  act(
    '/api-tokens',
    createApiToken(ports),
    () => ({}),
    plainly,
    async (c) => {
      const { actor } = await parts.callerOf(c.req.raw)
      return actor.kind === 'user'
        ? { ...actor, permissions: new Set([...actor.permissions, atSignIn.name]) }
        : actor
    },
  )

  site.post('/invitation', async (c) => {
    const body = await bodyOf(c, parts.baseUrl)
    return answer(c, body.ok ? await kernel.ask(invitationOf(ports), body.value, { actor: edge }) : body)
  })

  if (parts.provider) site.route('/oidc', providerSite({ ...parts, provider: parts.provider }))
  return site
}

const respondTo = (c: Context, baseUrl: string, value: Outcome, wrong: Result<never>): Response => {
  const { outcome, retryAfterSeconds, token, sessionId, ...shown } = value
  if (outcome === 'too-many') {
    c.header('Retry-After', String(retryAfterSeconds))
    return answer(
      c,
      refuse('too-many', `Too many tries. Try again in ${minutes(retryAfterSeconds ?? 60)}.`, {
        details: { retryAfterSeconds },
      }),
    )
  }
  if (outcome === 'wrong') return c.json(wrong, 401)
  if (outcome === 'no-session')
    return answer(c, refuse('sign-in-needed', 'That took too long. Sign in again.'))
  if (token !== undefined && value.stage !== undefined) keepSession(c, baseUrl, { token, stage: value.stage })
  return answer(c, ok(shown))
}

const minutes = (seconds: number) => (seconds <= 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`)

const wrongPassword = refuse('wrong-sign-in', 'Mail or password is not right.')
const wrongCode = refuse(
  'wrong-code',
  'That code is not right, or was used. Wait for the next one and try again.',
)
const wrongLink = refuse('wrong-link', 'That link is used, replaced or expired. Ask for a new one.')
const wrongFirstRun = refuse('wrong-link', 'That is not the address printed in the terminal last.')

const bodyOf = async (c: Context, baseUrl: string): Promise<Result<Body>> => {
  if (!sameOrigin(c.req.raw, baseUrl))
    return refuse('foreign-origin', 'This request came from another site and was not done.')
  if (!c.req.header('content-type')?.startsWith('application/json'))
    return refuse('not-json', 'Send the input as application/json.')
  const body: unknown = await c.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? ok(body as Body)
    : refuse('bad-input', 'The input is not a JSON object.')
}
