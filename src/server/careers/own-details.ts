import { type Context, Hono } from 'hono'
import { correctPage, erasePage } from '../../careers/my-page/your-say.ts'
import { paths } from '../../careers/paths.ts'
import { downloadHeaders } from '../files-site.ts'
import type { Calls } from './calls.ts'
import { type At, back, type Mine } from './own-frame.ts'
import { readPosted } from './uploads.ts'

/** What a candidate may do with everything stored about them: take it away, correct it, ask for its deletion. */
export const ownDetails = (calls: Calls): Hono<Mine> => {
  const site = new Hono<Mine>()

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

  return site
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
