import { type Context, Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { takeSeat } from '../accounts/organisation/take-seat.ts'
import type { OpenDatabase } from '../adapters/database.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { type Result, refuse } from '../kernel/model/result.ts'
import { people } from './demo/cast.ts'
import { emptyEverything } from './demo/demo-state.sql.ts'
import { tellStory } from './demo/tell-story.ts'
import { answer } from './http.ts'
import type { Plugs } from './plugs.ts'
import type { PreparedDatabase } from './prepare-database.ts'
import { createCallerOf } from './sign-in/caller-of.ts'
import { addressOf } from './sign-in/client-address.ts'
import { firstRunState, isFirstRunToken, newFirstRunToken } from './sign-in/first-run.ts'
import { sameOrigin } from './sign-in/same-origin.ts'
import { keepSession, sessionCookie } from './sign-in/session-cookie.ts'

/**
 * Into the demo, from seat to seat, and out of it. The way in needs the token that was printed in the
 * terminal; inside, whoever has a seat may take another one or leave, which empties the installation.
 */
export const demoSite = (parts: {
  readonly kernel: Kernel
  readonly database: OpenDatabase
  readonly prepared: PreparedDatabase
  readonly plugs: Plugs
  readonly baseUrl: string
  readonly trustProxy: boolean
}): Hono => {
  const { kernel, database, plugs } = parts
  const callerOf = createCallerOf(kernel, plugs.ports)
  const site = new Hono()
  let making: Promise<void> | undefined

  const sit = async (c: Context, seat: string | undefined): Promise<Response> => {
    const person = people[seat as keyof typeof people]
    if (!person) return answer(c, refuse('not-found', 'There is no such seat.'))
    const origin = { address: addressOf(c, parts.trustProxy), agent: c.req.header('user-agent') ?? null }
    const seated = await kernel.as('demo').run(takeSeat(plugs.ports), { userId: person.id, origin })
    if (!seated.ok) return answer(c, seated)
    keepSession(c, parts.baseUrl, seated.value)
    return answer(c, { ok: true, value: { stage: seated.value.stage } })
  }

  const inside = async (c: Context): Promise<Result<null>> => {
    if (!sameOrigin(c.req.raw, parts.baseUrl))
      return refuse('foreign-origin', 'This request came from another site and was not done.')
    if ((await callerOf(c.req.raw)).actor.kind !== 'user')
      return refuse('sign-in-needed', 'Take a seat first.')
    if ((await firstRunState(database)) !== 'demo') return refuse('not-allowed', 'This is not the demo.')
    return { ok: true, value: null }
  }

  site.post('/demo', async (c) => {
    if (!sameOrigin(c.req.raw, parts.baseUrl))
      return answer(c, refuse('foreign-origin', 'This request came from another site and was not done.'))
    const { token, seat } = (await c.req.json().catch(() => ({}))) as { token?: string; seat?: string }
    if (!(await isFirstRunToken(database, token ?? '')))
      return answer(c, refuse('not-allowed', 'That is not the address printed in the terminal last.'))
    const state = await firstRunState(database)
    if (state === 'own') return answer(c, refuse('gone', 'This installation is set up. Sign in instead.'))
    if (state === 'empty') {
      making ??= tellStory({ kernel, prepared: parts.prepared, files: plugs.ports.files })
      await making
        .catch(async (error) => {
          await emptyEverything(parts.prepared.owner)
          await newFirstRunToken(database)
          throw error
        })
        .finally(() => {
          making = undefined
        })
    }
    return sit(c, seat)
  })

  site.post('/demo-seat', async (c) => {
    const may = await inside(c)
    if (!may.ok) return answer(c, may)
    return sit(c, ((await c.req.json().catch(() => ({}))) as { seat?: string }).seat)
  })

  site.post('/leave-demo', async (c) => {
    const may = await inside(c)
    if (!may.ok) return answer(c, may)
    const keys = await emptyEverything(parts.prepared.owner)
    for (const key of keys) await plugs.ports.files.remove(key)
    deleteCookie(c, sessionCookie, { path: '/' })
    return answer(c, { ok: true, value: { to: `/app/first-run?token=${await newFirstRunToken(database)}` } })
  })
  return site
}
