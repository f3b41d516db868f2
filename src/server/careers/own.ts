import { Hono } from 'hono'
import { newLinkPage } from '../../careers/my-page/links.ts'
import { myApplicationPage, sayings } from '../../careers/my-page/my-application.ts'
import { withdrawPage } from '../../careers/my-page/your-say.ts'
import { paths } from '../../careers/paths.ts'
import { sameOrigin } from '../sign-in/same-origin.ts'
import { type Calls, ourselves } from './calls.ts'
import type { CareersParts } from './frame.ts'
import { ownDetails } from './own-details.ts'
import { ownDocuments } from './own-documents.ts'
import { back, type Mine, mineAt } from './own-frame.ts'
import { ownTimes } from './own-times.ts'
import { mineOf, readerOfOwn } from './own-view.ts'
import { candidateOf } from './session.ts'
import { readPosted } from './uploads.ts'

/** A candidate's own pages, for whoever opened their mailed link on this device; always from the record as it is now. */
export const ownPages = (calls: Calls, parts: CareersParts): Hono<Mine> => {
  const site = new Hono<Mine>()

  site.use('*', async (c, next) => {
    const { frame } = c.var
    const me = await candidateOf(c, parts.baseUrl, calls)
    if (!me)
      return frame.send(
        newLinkPage({ because: 'signed-out', email: '', problems: [] }, frame.site, frame.reader),
        'private',
        403,
      )
    if (c.req.method !== 'GET' && !sameOrigin(c.req.raw, parts.baseUrl))
      return frame.notice({ kind: 'stale-form' }, 403)
    const own = await calls.ask('ats.ownApplications', {}, me)
    if (!own.ok) return frame.notice({ kind: 'not-found' }, 404)
    c.set('me', me)
    c.set('own', own.value)
    return next()
  })

  site.get('/', (c) => {
    const newest = c.var.own.applications[0]
    return newest
      ? c.redirect(paths.myApplication(newest.applicationId), 303)
      : c.var.frame.notice({ kind: 'not-found' }, 404)
  })

  site.route('/', ownDetails(calls))

  site.get('/:ref', (c) => {
    const one = mineAt(c)
    const { frame, own } = c.var
    if (!one) return frame.notice({ kind: 'not-found' }, 404)
    const said = sayings.find((each) => each === c.req.query('said'))
    return frame.send(
      myApplicationPage(mineOf(own, one, frame, said), frame.site, readerOfOwn(own, frame)),
      'private',
    )
  })

  site.post('/:ref/messages', async (c) => {
    const one = mineAt(c)
    if (!one) return c.var.frame.notice({ kind: 'not-found' }, 404)
    const text = ((await readPosted(c)).fields.text?.[0] ?? '').trim().slice(0, 20_000)
    if (!text) return c.redirect(`${paths.myApplication(one.applicationId)}#messages`, 303)
    await calls.run('ats.writeOwnMessage', { applicationId: one.applicationId, text }, { actor: c.var.me })
    return back(c, 'message-sent', one.applicationId)
  })

  site.get('/:ref/withdraw', async (c) => {
    const one = mineAt(c)
    const { frame } = c.var
    if (!one?.may.withdraw) return frame.notice({ kind: 'not-found' }, 404)
    const reasons = await calls.ask('ats.reasons', {}, ourselves)
    return frame.send(
      withdrawPage(
        {
          ref: one.applicationId,
          job: one.job.title,
          reasons: (reasons.ok ? reasons.value.reasons : [])
            .filter(
              (reason) => reason.side === 'them' && !reason.retired && reason.code !== 'withdrew-unsaid',
            )
            .map((reason) => ({ id: reason.code, label: reason.says })),
        },
        frame.site,
        frame.reader,
      ),
      'private',
    )
  })
  site.post('/:ref/withdraw', async (c) => {
    const one = mineAt(c)
    if (!one) return c.var.frame.notice({ kind: 'not-found' }, 404)
    const { fields } = await readPosted(c)
    const reason = fields.reason?.[0]
    const note = (fields.note?.[0] ?? '').trim().slice(0, 4000)
    const done = await calls.run(
      'ats.withdrawOwnApplication',
      {
        applicationId: one.applicationId,
        ...(reason ? { reasonCode: reason.slice(0, 60) } : {}),
        ...(note ? { note } : {}),
      },
      { actor: c.var.me },
    )
    return back(c, done.ok ? 'withdrawn' : undefined, one.applicationId)
  })
  site.post('/:ref/withdraw/undo', async (c) => {
    const one = mineAt(c)
    if (!one) return c.var.frame.notice({ kind: 'not-found' }, 404)
    const done = await calls.run(
      'ats.undoOwnWithdrawal',
      { applicationId: one.applicationId },
      { actor: c.var.me },
    )
    return back(c, done.ok ? 'withdrawal-undone' : undefined, one.applicationId)
  })

  site.route('/', ownDocuments(calls, parts))
  site.route('/', ownTimes(calls))
  return site
}
