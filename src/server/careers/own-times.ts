import { type Context, Hono } from 'hono'
import { choicePage } from '../../careers/my-page/interviews.ts'
import type { Calls } from './calls.ts'
import { back, type Mine, mineAt } from './own-frame.ts'
import { readerOfOwn } from './own-view.ts'
import { readPosted } from './uploads.ts'

/** The pages on which a candidate chooses the time of an interview. */
export const ownTimes = (calls: Calls): Hono<Mine> => {
  const site = new Hono<Mine>()

  const shown = async (c: Context<Mine>, zone: string | undefined, problem?: string) => {
    const one = mineAt(c)
    const { frame, own, me } = c.var
    const interviewId = c.req.param('id') ?? ''
    const asked = one ? await calls.ask('ats.ownTimes', { interviewId: interviewId as never }, me) : undefined
    if (!one || !asked?.ok || asked.value.applicationId !== one.applicationId)
      return frame.notice({ kind: 'not-found' }, 404)
    const reader = readerOfOwn(own, frame)
    const { jobTitle, minutes, startsAt, slots } = asked.value
    return frame.send(
      choicePage(
        {
          ref: one.applicationId,
          interviewId,
          job: jobTitle,
          minutes,
          startsAt,
          times: slots.map((slot) => slot.startsAt),
          now: new Date().toISOString(),
          ...(problem ? { problem } : {}),
        },
        frame.site,
        { ...reader, zone: zone && isZone(zone) ? zone : reader.zone },
      ),
      'private',
      problem ? 422 : 200,
    )
  }

  site.get('/:ref/interviews/:id', (c) => shown(c, c.req.query('zone')))
  site.post('/:ref/interviews/:id', async (c) => {
    const one = mineAt(c)
    if (!one) return c.var.frame.notice({ kind: 'not-found' }, 404)
    const { fields } = await readPosted(c)
    const zone = fields.zone?.[0] ?? ''
    const done = await calls.run(
      'ats.chooseTime',
      {
        interviewId: c.req.param('id') as never,
        startsAt: fields.startsAt?.[0] ?? '',
        zone: isZone(zone) ? zone : readerOfOwn(c.var.own, c.var.frame).zone,
      },
      { actor: c.var.me },
    )
    return done.ok ? back(c, 'time-chosen', one.applicationId) : shown(c, zone, done.refusal.says)
  })
  return site
}

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
