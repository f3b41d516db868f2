import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { newLinkPage } from '../careers/my-page/links.ts'
import { myApplicationPage, type Said, sayings } from '../careers/my-page/my-application.ts'
import { correctPage, erasePage, withdrawPage } from '../careers/my-page/your-say.ts'
import { paths } from '../careers/paths.ts'
import { largestFile } from '../documents/model/file.ts'
import type { Actor } from '../kernel/model/actor.ts'
import { type Calls, ourselves } from './careers-calls.ts'
import type { CareersParts } from './careers-frame.ts'
import type { Framed } from './careers-jobs.ts'
import { mineOf, type Own, readerOfOwn } from './careers-own-view.ts'
import { candidateOf } from './careers-session.ts'
import { readPosted } from './careers-uploads.ts'
import { downloadHeaders } from './files-site.ts'
import { sameOrigin } from './same-origin.ts'
import { storeUploads } from './uploads.ts'

type Mine = Framed & { Variables: { me: Extract<Actor, { kind: 'candidate' }>; own: Own } }

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

  site.get('/download', async (c) => {
    const all = await calls.ask('ats.ownDownload', {}, c.var.me)
    if (!all.ok) return c.var.frame.notice({ kind: 'not-found' }, 404)
    return c.body(JSON.stringify(all.value, null, 2), 200, {
      ...downloadHeaders({ name: 'my-application-data.json', mediaType: 'application/json' }),
      'Content-Type': 'application/json; charset=utf-8',
    })
  })

  site.get('/erase', (c) => erase(c))
  site.post('/erase', async (c) => {
    const { fields } = await readPosted(c)
    if (fields.sure?.[0] !== 'yes') return erase(c, true)
    await calls.run('ats.askForErasure', {}, { actor: c.var.me })
    return back(c, 'erasure-asked')
  })

  site.get('/correct', async (c) => correct(c, await valuesOf(c, calls)))
  site.post('/correct', async (c) => {
    const { fields } = await readPosted(c)
    const before = await valuesOf(c, calls)
    const given = (name: string) => (fields[name]?.[0] ?? '').trim()
    const after = { name: given('name'), email: given('email'), phone: given('phone'), town: given('town') }
    const changed = Object.fromEntries(
      Object.entries(after).filter(
        ([field, value]) => value !== '' && value !== before[field as keyof typeof before],
      ),
    )
    const more = given('else')
    if (Object.keys(changed).length > 0) {
      const done = await calls.run('ats.correctOwnDetails', changed, { actor: c.var.me })
      if (!done.ok) {
        const { field = 'name', says } = done.refusal
        return correct(c, after, [{ field, label: labels[field] ?? 'Your details', says }])
      }
    }
    const newest = c.var.own.applications[0]
    if (more && newest)
      await calls.run(
        'ats.writeOwnMessage',
        { applicationId: newest.applicationId, text: more.slice(0, 20_000) },
        { actor: c.var.me },
      )
    return back(c, Object.keys(changed).length > 0 ? 'corrected' : more ? 'message-sent' : undefined)
  })

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

  site.get('/:ref/documents/:id', async (c) => {
    const file = c.var.own.files.find((each) => each.id === c.req.param('id'))
    const stored =
      mineAt(c) && file && file.state !== 'quarantined'
        ? await calls.ask('documents.storedFile', { id: file.id }, ourselves)
        : undefined
    const bytes = stored?.ok ? await parts.files.get(stored.value.storageKey) : undefined
    if (!file || !bytes) return c.var.frame.notice({ kind: 'not-found' }, 404)
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: downloadHeaders(file) })
  })
  site.post(
    '/:ref/documents',
    bodyLimit({
      maxSize: largestFile + 1_000_000,
      onError: (c) =>
        (c as Context<Framed>).var.frame.notice(
          { kind: 'too-large', mostMegabytes: largestFile / 1_000_000 },
          413,
        ),
    }),
    async (c) => {
      const one = mineAt(c)
      const { frame, me } = c.var
      const file = (await readPosted(c)).files.file
      if (!one) return frame.notice({ kind: 'not-found' }, 404)
      if (!file) return c.redirect(`${paths.myApplication(one.applicationId)}#documents`, 303)
      const stored = await storeUploads(parts, me, [
        { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind: 'resume' },
      ])
      const [upload] = stored.ok ? stored.value : []
      if (!upload) return frame.notice({ kind: 'too-large', mostMegabytes: largestFile / 1_000_000 }, 413)
      if (upload.quarantined) return frame.notice({ kind: 'malware' }, 422)
      await calls.run(
        'ats.addOwnDocument',
        { applicationId: one.applicationId, upload: upload.token },
        { actor: me },
      )
      return back(c, 'document-added', one.applicationId)
    },
  )
  return site
}

type At = Context<Mine>

const mineAt = (c: Context) =>
  (c as At).var.own.applications.find((one) => one.applicationId === c.req.param('ref'))

const back = (c: Context, said: Said | undefined, ref?: string): Response => {
  const to = ref ?? (c as At).var.own.applications[0]?.applicationId
  return c.redirect(`${to ? paths.myApplication(to) : paths.mine()}${said ? `?said=${said}` : ''}`, 303)
}

const labels: Readonly<Record<string, string>> = {
  name: 'Your name',
  email: 'E-mail',
  phone: 'Telephone',
  town: 'Town',
}

interface Values {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly town: string
}

/** What stands in the record now, leading address and number first. */
const valuesOf = async (c: Context, calls: Calls): Promise<Values> => {
  const { me, own } = (c as At).var
  const all = await calls.ask('ats.ownDownload', {}, me)
  const record = all.ok ? all.value.record : null
  const points = record?.contactPoints ?? []
  return {
    name: own.person?.name ?? '',
    email: own.person?.mail ?? '',
    phone:
      (
        points.find((one) => one.kind === 'phone' && one.primary) ??
        points.find((one) => one.kind === 'phone')
      )?.value ?? '',
    town: record?.candidate.location ?? '',
  }
}

const correct = (
  c: Context,
  values: Values,
  problems: { field: string; label: string; says: string }[] = [],
): Response => {
  const { frame } = (c as At).var
  return frame.send(
    correctPage({ backTo: paths.mine(), values, problems }, frame.site, frame.reader),
    'private',
    problems.length > 0 ? 422 : 200,
  )
}

const erase = (c: Context, wrong = false): Response => {
  const { frame, own } = (c as At).var
  const erased = [
    'Your name and how to reach you',
    ...own.applications.map((one) => `Your application: ${one.job.title}, with its answers`),
    ...(own.files.length > 0 ? [`Your files (${own.files.length}), and what was read from them`] : []),
    ...(own.messages.length > 0 ? [`Messages and mails (${own.messages.length})`] : []),
  ]
  return frame.send(
    erasePage({ backTo: paths.mine(), erased, wrong }, frame.site, frame.reader),
    'private',
    wrong ? 422 : 200,
  )
}
