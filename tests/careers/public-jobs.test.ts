import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeJob } from '../../src/ats/jobs/change-state.ts'
import { type PublicSite, publicSite } from '../support/public-site.ts'

let at: PublicSite
let slug: string
beforeAll(async () => {
  at = await publicSite()
  slug = (await at.newJob()).slug
})
afterAll(() => at.closeAll())

const page = async (path: string) => (await at.get(path)).text()

describe('the careers site, from the record', () => {
  test('leads from the root to the jobs, and finds them by words, team and place', async () => {
    expect((await at.get('/')).headers.get('location')).toBe('/careers')
    expect(await page('/careers')).toContain(`/careers/jobs/${slug}`)
    expect(await page('/careers?q=servo&place=Rotterdam')).toContain(`/careers/jobs/${slug}`)
    expect(await page('/careers?q=plumber')).not.toContain(`/careers/jobs/${slug}`)
    expect(await page('/careers?team=Nobody')).not.toContain(`/careers/jobs/${slug}`)
  })

  test('shows a job with its passages, pay and markup that says the same', async () => {
    const shown = await page(`/careers/jobs/${slug}`)
    expect(shown).toContain('<h2 id="text-1-h">What you will do</h2>')
    expect(shown).toContain('<strong>move</strong>')
    expect(shown).toContain('€62,000')
    const markup = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(shown)![1]!)
    expect(markup).toMatchObject({
      '@type': 'JobPosting',
      title: 'Motion Control Engineer',
      employmentType: ['FULL_TIME'],
      jobLocation: [{ address: { addressLocality: 'Rotterdam', addressCountry: 'NL' } }],
      baseSalary: { currency: 'EUR', value: { minValue: 62000, maxValue: 78000, unitText: 'YEAR' } },
    })
  })

  test('cleans what was written in a posting', async () => {
    const job = await at.newJob({}, { body: 'Fine <script>alert(1)</script> <b onclick="x()">text</b>' })
    const shown = await page(`/careers/jobs/${job.slug}`)
    expect(shown).toContain('Fine')
    expect(shown).not.toMatch(/<script>alert|onclick/)
  })

  test('is gone from page, feeds and sitemap as soon as the job is closed (R90)', async () => {
    const job = await at.newJob()
    for (const feed of ['/careers/jobs.atom', '/careers/jobs.xml', '/careers/sitemap.xml'])
      expect(await page(feed)).toContain(job.slug)
    const closed = await at.kernel.run(
      closeJob,
      { jobId: job.jobId, reason: 'cancelled' },
      { actor: at.cast.maren },
    )
    expect(closed).toMatchObject({ ok: true })
    const gone = await at.get(`/careers/jobs/${job.slug}`)
    expect(gone.status).toBe(410)
    expect(await gone.text()).not.toContain('ld+json')
    expect((await at.get(`/careers/jobs/${job.slug}/apply`)).status).toBe(410)
    for (const feed of ['/careers', '/careers/jobs.atom', '/careers/jobs.xml', '/careers/sitemap.xml'])
      expect(await page(feed)).not.toContain(job.slug)
  })

  test('is gone after the last day to apply, by the clock', async () => {
    const job = await at.newJob({}, { applyUntil: '2026-11-22' })
    expect(await page(`/careers/jobs/${job.slug}`)).toContain('"validThrough":"2026-11-22T22:59:59.000Z"')
    const before = at.now()
    at.setNow('2026-11-23T00:30:00.000Z')
    expect((await at.get(`/careers/jobs/${job.slug}`)).status).toBe(410)
    at.setNow(before)
  })

  test('answers 404 for what is not there, as a page', async () => {
    const none = await at.get('/careers/jobs/none')
    expect(none.status).toBe(404)
    expect(await none.text()).toContain('There is no such page')
    expect((await at.get('/nowhere')).status).toBe(404)
  })

  test('serves the sheet, the theme of the organisation, its icon and the typeface', async () => {
    for (const [name, type] of [
      ['careers.css', 'text/css'],
      ['theme.css', 'text/css'],
      ['icon.svg', 'image/svg+xml'],
      ['inter-latin.woff2', 'font/woff2'],
    ] as const) {
      const asset = await at.get(`/careers/assets/${name}`)
      expect([asset.status, asset.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
      expect(asset.headers.get('cache-control')).toContain('immutable')
    }
    expect(await page('/careers/assets/theme.css')).toContain('--brand:#0f5b73')
    expect((await at.get('/careers/assets/../../package.json')).status).toBe(404)
  })

  test.each(['/careers', '/careers/privacy', '/careers/accessibility', '/careers/me', '/careers/me/link'])(
    '%s runs no script, sits in no frame and says so through the whole server (R36)',
    async (path) => {
      const answer = await at.get(path)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('content-security-policy')).not.toContain('script-src')
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('strict-transport-security')).toContain('max-age')
      const isPrivate = path.startsWith('/careers/me')
      expect(answer.headers.get('cache-control')).toBe(isPrivate ? 'no-store' : 'public, max-age=60')
    },
  )

  test('keeps robots to the jobs', async () => {
    expect(await page('/robots.txt')).toMatch(/Disallow: \/careers\/me[\s\S]*Sitemap: http/)
  })
})

test('an installation without an organisation leads to its first run', async () => {
  const empty = await publicSite({ empty: true })
  for (const path of ['/', '/careers', '/careers/me']) {
    const answer = await empty.get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/'])
  }
  await empty.closeAll()
})
