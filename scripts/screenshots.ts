/**
 * Pictures of every screen, from the demo: node scripts/screenshots.ts URL TOKEN FOLDER
 * (start the product on an empty data folder first; URL and TOKEN are what it prints).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../tests/support/browser.ts'

const [url = '', token = '', folder = 'docs/screenshots', only] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const browser = await openBrowser()
const context = await browser.newContext({
  viewport: sizes.wide,
  locale: 'en-GB',
  timezoneId: 'Europe/Amsterdam',
})
const page = await context.newPage()
const troubles: string[] = []
page.on('console', (line) => line.type() === 'error' && troubles.push(`${page.url()} ${line.text()}`))
page.on('pageerror', (error) => troubles.push(`${page.url()} ${error.message}`))

const api = async <Value>(call: string, input: object = {}): Promise<Value> =>
  (
    await (
      await page.request.get(`${url}/api/v1/${call}?input=${encodeURIComponent(JSON.stringify(input))}`)
    ).json()
  ).value
const sit = (seat: string) =>
  page.request.post(`${url}/auth/demo`, {
    data: { token, seat },
    headers: { 'x-throughline': '1' },
    timeout: 300_000,
  })

await sit('maren')
const { jobs } = await api<{ jobs: { id: string; title: string; state: string }[] }>('ats.jobs')
const motion = jobs.find((job) => job.title === 'Motion Control Engineer')!
const { rows } = await api<{ rows: { id: string }[] }>('views.candidates', { words: 'position loops C++' })

const screens: Record<string, string> = {
  home: '/app/',
  inbox: '/app/inbox',
  candidates: '/app/candidates',
  'candidates-search': '/app/candidates?q=%22position+loops%22+C%2B%2B',
  person: `/app/candidates/${rows[0]?.id}`,
  import: '/app/import',
  jobs: '/app/jobs',
  pipeline: `/app/jobs/${motion.id}`,
  review: `/app/review?job=${motion.id}`,
  'job-setup': `/app/jobs/${motion.id}/set-up`,
  posting: `/app/jobs/${motion.id}/posting`,
  reports: '/app/reports',
  settings: '/app/settings',
  careers: '/careers',
}

const shoot = async (name: string, to: string, pages: Page = page) => {
  for (const scheme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(sizes)) {
      await pages.emulateMedia({ colorScheme: scheme })
      await pages.setViewportSize(viewport)
      await pages.goto(url + to)
      await pages.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
      await pages.waitForTimeout(400)
      await pages.screenshot({ path: join(folder, `${name}-${size}-${scheme}.png`) })
    }
}

for (const [name, to] of Object.entries(screens))
  if (!only || only.split(',').includes(name)) await shoot(name, to)
// Every mail to every person is for an administrator's eyes.
await sit('priya')
if (!only || only.split(',').includes('mailbox')) await shoot('mailbox', '/app/mailbox')
if (!only || only.split(',').includes('own-page')) {
  const mails: { id: string }[] = []
  let before: string | null | undefined
  do {
    const found = await api<{ mails: { id: string }[]; next: string | null }>('messaging.mailbox', {
      limit: 200,
      ...(before ? { before } : {}),
    })
    mails.push(...found.mails)
    before = found.next
  } while (before && mails.length < 1000)
  for (const { id } of mails) {
    const { text } = await api<{ text: string }>('messaging.mailboxMail', { id })
    const link = /https?:\/\/\S+\/careers\/me\/open\/\S+/.exec(text)?.[0]
    if (!link) continue
    await page.goto(url + new URL(link).pathname)
    await page.getByRole('button').first().click()
    await shoot('own-page', '/careers/me')
    break
  }
}
console.log([...new Set(troubles)].join('\n') || 'No errors in the console.')
await browser.close()
