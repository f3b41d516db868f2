import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import type { Problem } from '../../careers/model/problems.ts'
import { linkMailedPage, newLinkPage, openLinkPage } from '../../careers/my-page/links.ts'
import { paths } from '../../careers/paths.ts'
import { addressOf } from '../sign-in/client-address.ts'
import { sameOrigin } from '../sign-in/same-origin.ts'
import type { Calls } from './calls.ts'
import type { CareersParts } from './frame.ts'
import type { Framed } from './jobs.ts'
import { candidateToken, forgetCandidate, keepCandidate } from './session.ts'
import { readPosted } from './uploads.ts'

/** Longer than either answer takes, so that the clock doesn't tell a known address from an unknown one (R33). */
const answersAfterMs = 400

/** The ways to one's own page: the mailed link, a new link, and leaving. */
export const linkPages = (calls: Calls, parts: CareersParts): Hono<Framed> => {
  const site = new Hono<Framed>()

  site.get('/careers/me/open/:token', (c) =>
    c.var.frame.send(
      openLinkPage(c.req.param('token') ?? '', c.var.frame.site, c.var.frame.reader),
      'private',
    ),
  )
  site.post('/careers/me/open/:token', async (c) => {
    const { frame } = c.var
    if (!sameOrigin(c.req.raw, parts.baseUrl)) return frame.notice({ kind: 'stale-form' }, 403)
    const token = c.req.param('token') ?? ''
    const opened = await calls.run('ats.openCandidateLink', { token })
    if (!opened.ok) return askForLink(c, 'expired', '', [], 410)
    keepCandidate(c, parts.baseUrl, opened.value.session)
    const { applicationId } = opened.value
    return c.redirect(applicationId ? paths.myApplication(applicationId) : paths.mine(), 303)
  })

  site.get(paths.newLink(), (c) => askForLink(c, 'asked', '', [], 200))
  site.post(paths.newLink(), async (c) => {
    const { frame } = c.var
    const email = ((await readPosted(c)).fields.email?.[0] ?? '').trim().slice(0, 254)
    const from = addressOf(c, parts.trustProxy)
    const [asked] = await Promise.all([
      calls.run('ats.mailNewLink', { email, ...(from ? { from } : {}) }),
      sleep(answersAfterMs),
    ])
    if (asked.ok)
      return frame.send(linkMailedPage(email, asked.value.validDays, frame.site, frame.reader), 'private')
    return asked.refusal.code === 'too-many'
      ? frame.notice({ kind: 'too-many', retryInMinutes: 60 }, 429)
      : askForLink(c, 'asked', email, [{ field: 'email', label: 'E-mail', says: wholeAddress }], 422)
  })

  site.post(paths.leave(), async (c) => {
    if (!sameOrigin(c.req.raw, parts.baseUrl)) return c.var.frame.notice({ kind: 'stale-form' }, 403)
    const session = candidateToken(c, parts.baseUrl)
    if (session && session.length >= 20 && session.length <= 100)
      await calls.run('ats.closeCandidateSession', { session })
    forgetCandidate(c, parts.baseUrl)
    return c.redirect(paths.home(), 303)
  })
  return site
}

const wholeAddress = 'write the whole address, such as name@example.com'

const askForLink = (
  c: Context<Framed>,
  because: 'expired' | 'asked',
  email: string,
  problems: readonly Problem[],
  status: 200 | 410 | 422,
): Response => {
  const { site, reader, send } = c.var.frame
  return send(newLinkPage({ because, email, problems }, site, reader), 'private', status)
}
