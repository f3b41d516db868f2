import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sentPage } from '../../careers/applying/sent.ts'
import { actOf, afterAct, type Draft, draftOf } from '../../careers/model/draft.ts'
import { problemsOf } from '../../careers/model/problems.ts'
import { savedForLaterPage } from '../../careers/my-page/links.ts'
import { paths } from '../../careers/paths.ts'
import { largestFile } from '../../documents/model/file.ts'
import { addressOf } from '../sign-in/client-address.ts'
import type { Calls } from './calls.ts'
import { draftKept, keptDraft } from './drafts.ts'
import { formResponse, freshDraft } from './form-page.ts'
import type { CareersParts } from './frame.ts'
import { closedResponse, type Framed } from './jobs.ts'
import { limiter } from './limits.ts'
import { type Live, postingOf } from './postings.ts'
import { readIntoDraft } from './reading.ts'
import { applicationOf, contained, problemsOfRefusal } from './sending.ts'
import { sealSent, unsealSent } from './sent.ts'
import { holdUploads, readPosted } from './uploads.ts'

/** A résumé and two other files at their largest, and the form around them. */
const largestForm = 3 * largestFile + 1_000_000

/** The application form, whole without script: every button posts the whole form and gets the page that follows. */
export const applyPages = (calls: Calls, parts: CareersParts): Hono<Framed> => {
  const site = new Hono<Framed>()
  const allowed = limiter(60, 10)

  site.get('/careers/jobs/:slug/apply', async (c) => {
    const posting = await livePosting(c, calls)
    if (posting instanceof Response) return posting
    const { frame } = c.var
    const token = c.req.query('draft')
    if (!token) return formResponse(posting, freshDraft(posting, frame), [], frame)
    const kept = await keptDraft(token, posting, calls)
    return kept
      ? formResponse(posting, kept.draft, kept.problems, frame)
      : frame.notice({ kind: 'not-found' }, 404)
  })

  site.post(
    '/careers/jobs/:slug/apply',
    bodyLimit({
      maxSize: largestForm,
      onError: (c) =>
        (c as Context<Framed>).var.frame.notice(
          { kind: 'too-large', mostMegabytes: largestFile / 1_000_000 },
          413,
        ),
    }),
    async (c) => {
      const { frame } = c.var
      const from = addressOf(c, parts.trustProxy) ?? undefined
      if (!allowed(from ?? 'unknown')) return frame.notice({ kind: 'too-many', retryInMinutes: 10 }, 429)
      const posting = await livePosting(c, calls)
      if (posting instanceof Response) return posting
      const posted = await readPosted(c)
      const { questions } = posting.form
      const held = await holdUploads(posted, questions, parts, calls)
      const ids = questions.map((one) => one.id)
      const act = actOf(posted.fields)
      const draft = afterAct(withRequest(draftOf(posted.fields, ids, held), posting, c), act)
      if (held.problems.length > 0) return formResponse(posting, draft, held.problems, frame)
      switch (act.kind) {
        case 'read': {
          if (!held.fresh)
            return formResponse(
              posting,
              draft,
              [{ field: 'resume', label: 'Résumé', says: 'choose a file' }],
              frame,
            )
          const read = await readIntoDraft(draft, held.fresh, parts, calls)
          return formResponse(posting, read.draft, [], frame, read.reading)
        }
        case 'later':
          return keepForLater(c, posting, draft, from, calls)
        case 'send':
          return send(c, posting, draft, from, { calls, parts })
        default:
          return formResponse(posting, draft, [], frame)
      }
    },
  )

  site.get('/careers/jobs/:slug/sent', async (c) => {
    const { frame } = c.var
    const sent = unsealSent(parts.secrets, c.req.query('s') ?? '')
    const found = await calls.ask('ats.posting', { slug: c.req.param('slug').slice(0, 200) })
    if (!sent || !found.ok) return frame.notice({ kind: 'not-found' }, 404)
    const live = found.value.state === 'live' ? found.value : undefined
    return frame.send(
      sentPage(
        {
          callName: sent.name,
          email: sent.email,
          job: { title: found.value.title, lang: found.value.language },
          sentAt: sent.sentAt,
          ...(sent.by ? { promise: { by: sent.by, who: sent.who } } : {}),
          office: frame.officeOf(live?.officeId ?? null),
          contains: sent.contains,
          next: live ? postingOf(live, frame).steps.slice(1) : [],
        },
        frame.site,
        frame.reader,
      ),
      'private',
    )
  })
  return site
}

/** The posting if one can apply for it, else the page that says why not. */
const livePosting = async (c: Context<Framed>, calls: Calls): Promise<Live | Response> => {
  const found = await calls.ask('ats.posting', { slug: (c.req.param('slug') ?? '').slice(0, 200) })
  if (!found.ok) return c.var.frame.notice({ kind: 'not-found' }, 404)
  return found.value.state === 'live' ? found.value : closedResponse(c, calls, found.value)
}

/** A form that was posted without its random id gets one, so that the next post of it is known again. */
const withRequest = (draft: Draft, posting: Live, c: Context<Framed>): Draft =>
  draft.request && draft.zone
    ? draft
    : {
        ...draft,
        request: draft.request || freshDraft(posting, c.var.frame).request,
        zone: draft.zone || freshDraft(posting, c.var.frame).zone,
      }

const keepForLater = async (
  c: Context<Framed>,
  posting: Live,
  draft: Draft,
  from: string | undefined,
  calls: Calls,
): Promise<Response> => {
  const { frame } = c.var
  const problems = problemsOf(draft, posting.form, []).filter((one) => one.field === 'email')
  if (problems.length > 0) return formResponse(posting, draft, problems, frame)
  const kept = await draftKept(draft, posting, from, calls)
  if (kept.ok)
    return frame.send(
      savedForLaterPage(
        { email: draft.email, days: kept.value, slug: posting.slug },
        frame.site,
        frame.reader,
      ),
      'private',
    )
  return kept.refusal.code === 'too-many'
    ? frame.notice({ kind: 'too-many', retryInMinutes: 60 }, 429)
    : formResponse(posting, draft, problemsOfRefusal(kept.refusal, posting), frame)
}

const send = async (
  c: Context<Framed>,
  posting: Live,
  draft: Draft,
  from: string | undefined,
  { calls, parts }: { calls: Calls; parts: CareersParts },
): Promise<Response> => {
  const { frame } = c.var
  const problems = problemsOf(draft, posting.form, posting.form.questions)
  if (problems.length > 0) return formResponse(posting, draft, problems, frame)
  const { input, repeats } = applicationOf(draft, posting, from, frame.reader.lang)
  // The same form sent twice is one application; sent again with other words it is a new request (R32).
  const requestId = `${draft.request}:${createHash('sha256').update(repeats).digest('base64url')}`
  const done = await calls.run('ats.apply', input, { requestId })
  if (!done.ok)
    switch (done.refusal.code) {
      case 'too-many':
        return frame.notice({ kind: 'too-many', retryInMinutes: 10 }, 429)
      case 'gone':
      case 'not-found': {
        const now = await livePosting(c, calls)
        return now instanceof Response ? now : frame.notice({ kind: 'not-found' }, 404)
      }
      default:
        return formResponse(posting, draft, problemsOfRefusal(done.refusal, posting), frame)
    }
  const sealed = sealSent(parts.secrets, {
    name: draft.name,
    email: draft.email,
    sentAt: done.value.sentAt,
    by: done.value.promisedFor,
    who: (await nameOf(done.value.readBy, calls)) ?? frame.face.organisation.name,
    contains: contained(draft),
  })
  return c.redirect(paths.sent(posting.slug, sealed), 303)
}

const nameOf = async (userId: string | null, calls: Calls): Promise<string | undefined> => {
  if (!userId) return undefined
  const all = await calls.ask('accounts.users', {}, { kind: 'system', name: 'careers' })
  return all.ok ? all.value.find((user) => user.id === userId)?.name : undefined
}
