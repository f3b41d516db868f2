import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Actor } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { Calls } from './calls.ts'

/** Secure pages get the prefix that binds the cookie to this host and to HTTPS (RFC 6265bis, 4.1.3.2). */
const nameFor = (baseUrl: string): string =>
  baseUrl.startsWith('https:') ? '__Secure-throughline_candidate' : 'throughline_candidate'

/** Seconds that a device stays signed in after a mailed link was opened. */
const maxAge = 24 * 60 * 60

export const keepCandidate = (c: Context, baseUrl: string, session: string): void =>
  setCookie(c, nameFor(baseUrl), session, {
    path: '/careers',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    maxAge,
  })

export const forgetCandidate = (c: Context, baseUrl: string): void => {
  deleteCookie(c, nameFor(baseUrl), { path: '/careers', secure: baseUrl.startsWith('https:') })
}

export const candidateToken = (c: Context, baseUrl: string): string | undefined =>
  getCookie(c, nameFor(baseUrl))

/** The candidate whose page is open on this device. */
export const candidateOf = async (
  c: Context,
  baseUrl: string,
  calls: Calls,
): Promise<Extract<Actor, { kind: 'candidate' }> | undefined> => {
  const session = candidateToken(c, baseUrl)
  if (!session || session.length < 20 || session.length > 100) return undefined
  const found = await calls.ask('ats.candidateSession', { session })
  return found.ok ? { kind: 'candidate', id: found.value.candidateId as CandidateId } : undefined
}
