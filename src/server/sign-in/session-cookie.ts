import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { absoluteDays, type Stage } from '../../accounts/model/session.ts'

export const sessionCookie = 'throughline_session'

/** The token in the request's session cookie. */
export const sessionTokenOf = (request: Request): string | undefined => {
  const cookies = request.headers.get('cookie')
  return cookies === null ? undefined : parse(cookies, sessionCookie)[sessionCookie]
}

/** Gives the browser a session's token, out of reach of scripts and of other sites' posts. */
export const keepSession = (
  c: Context,
  baseUrl: string,
  session: { readonly token: string; readonly stage: Stage },
): void =>
  setCookie(c, sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    ...(session.stage === 'open' ? { maxAge: absoluteDays * 86_400 } : {}),
  })
