import { type Context, Hono } from 'hono'
import { atomFeed } from '../../careers/feeds/atom.ts'
import { indeedFeed } from '../../careers/feeds/indeed.ts'
import { robots, sitemap } from '../../careers/feeds/sitemap.ts'
import { siteIcon, themeSheet } from '../../careers/model/theme.ts'
import { paths } from '../../careers/paths.ts'
import { closedJobPage } from '../../careers/postings/closed.ts'
import { careersHome } from '../../careers/postings/home.ts'
import { jobPage } from '../../careers/postings/job.ts'
import { accessibilityPage } from '../../careers/site/accessibility.ts'
import { assetNamed } from '../../careers/site/assets.ts'
import { privacyPage } from '../../careers/site/privacy.ts'
import type { Calls } from './calls.ts'
import type { Frame } from './frame.ts'
import { countedOf, listedOf, postingOf, teamOf } from './postings.ts'
import { storedAboutApplicants } from './privacy.ts'

export type Framed = { Variables: { frame: Frame } }

/** What anybody can read: the jobs, the feeds, privacy and accessibility, and what the pages are dressed with. */
export const jobPages = (calls: Calls): Hono<Framed> => {
  const site = new Hono<Framed>()

  site.get(paths.home(), async (c) => {
    const { site: shown, reader, face, send } = c.var.frame
    const search = {
      words: (c.req.query('q') ?? '').slice(0, 200),
      team: (c.req.query('team') ?? '').slice(0, 120),
      place: (c.req.query('place') ?? '').slice(0, 120),
    }
    const country = /^[A-Z]{2}$/.test(search.place) ? search.place : undefined
    const found = await calls.ask('ats.openPostings', {
      words: search.words,
      ...(search.team ? { team: search.team } : {}),
      ...(country ? { country } : search.place ? { city: search.place } : {}),
    })
    if (!found.ok) throw new Error(found.refusal.says)
    const { open, postings, teams, places } = found.value
    const groups = Map.groupBy(postings, teamOf)
    return send(
      careersHome(
        {
          heading: `Work at ${face.organisation.name}`,
          ...(face.intro ? { lead: face.intro } : {}),
          search,
          teams: teams.map((one) => ({ ...one, label: one.id })),
          places: places.map((one) => ({ ...one, label: one.id })),
          open,
          found: [...groups].map(([team, ofTeam]) => ({
            team,
            postings: ofTeam.map((one) => listedOf(one, c.var.frame)),
          })),
        },
        shown,
        reader,
      ),
      'public',
    )
  })

  site.get('/careers/jobs/:slug', async (c) => {
    const { site: shown, reader, send, notice } = c.var.frame
    const found = await calls.ask('ats.posting', { slug: c.req.param('slug').slice(0, 200) })
    if (!found.ok) return notice({ kind: 'not-found' }, 404)
    if (found.value.state === 'closed') return closedResponse(c, calls, found.value)
    const counted = countedOf(found.value)
    return send(
      jobPage(
        { posting: postingOf(found.value, c.var.frame), ...(counted ? { counted } : {}) },
        shown,
        reader,
      ),
      'public',
    )
  })

  site.get(paths.atom(), (c) => feed(c, calls, 'application/atom+xml', atomFeed))
  site.get(paths.indeed(), (c) => feed(c, calls, 'application/xml', indeedFeed))
  site.get(paths.sitemap(), (c) => feed(c, calls, 'application/xml', sitemap))
  site.get(paths.robots(), (c) => c.text(robots(c.var.frame.site), 200, briefly))

  site.get(paths.asset(':name'), async (c) => {
    const { theme, face } = c.var.frame
    const name = c.req.param('name') ?? ''
    const kept = {
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }
    if (name === 'theme.css')
      return c.body(themeSheet(theme), 200, { ...kept, 'content-type': 'text/css; charset=utf-8' })
    if (name === 'icon.svg')
      return c.body(siteIcon(theme, face.organisation.name), 200, {
        ...kept,
        'content-type': 'image/svg+xml',
        'content-security-policy': "default-src 'none'",
      })
    const asset = await assetNamed(name)
    return asset
      ? c.body(asset.body, 200, { ...kept, 'content-type': asset.type })
      : c.var.frame.notice({ kind: 'not-found' }, 404)
  })

  site.get(paths.privacy(), ({ var: { frame } }) =>
    frame.send(privacyPage(storedAboutApplicants, frame.site, frame.reader), 'public'),
  )
  site.get(paths.accessibility(), ({ var: { frame } }) =>
    frame.send(
      accessibilityPage({ knownBarriers: [], checkedOn: '2026-11-22' }, frame.site, frame.reader),
      'public',
    ),
  )
  return site
}

/** A closed job is gone (410): no markup, no way to apply, the ways on. */
export const closedResponse = async (
  c: Context<Framed>,
  calls: Calls,
  closed: { title: string; closedAt: string | null; language: string },
): Promise<Response> => {
  const { site, reader, send } = c.var.frame
  const open = await calls.ask('ats.openPostings', {})
  return send(
    closedJobPage(
      {
        title: closed.title,
        closedAt: closed.closedAt ?? '',
        lang: closed.language,
        openJobs: open.ok ? open.value.open : 0,
      },
      site,
      reader,
    ),
    'public',
    410,
  )
}

const briefly = { 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' }

const feed = async (
  c: Context<Framed>,
  calls: Calls,
  type: string,
  draw: (postings: ReturnType<typeof postingOf>[], changedAt: string, site: Frame['site']) => string,
): Promise<Response> => {
  const found = await calls.ask('ats.openPostings', {})
  if (!found.ok) throw new Error(found.refusal.says)
  const postings = found.value.postings.map((one) => postingOf(one, c.var.frame))
  const changedAt = postings.map((one) => one.changedAt).reduce((a, b) => (a > b ? a : b), '')
  return c.body(draw(postings, changedAt || new Date().toISOString(), c.var.frame.site), 200, {
    ...briefly,
    'content-type': `${type}; charset=utf-8`,
  })
}
