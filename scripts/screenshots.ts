/**
 * Pictures of every screen, from the demo: node scripts/screenshots.ts URL TOKEN FOLDER
 * (start the product on an empty data folder first; URL and TOKEN are what it prints).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../tests/support/browser.ts'
import { type Screen, screensOf } from './screens.ts'

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

const { threads } = await api<{ threads: { id: string }[] }>('messaging.inbox')
const { pools } = await api<{ pools: { id: string; people: number }[] }>('views.pools')
const pool = pools.toSorted((one, other) => other.people - one.people)[0]!.id
const members = await api<{ rows: { id: string }[] }>('views.candidates', { filters: { pools: [pool] } })
const { sequences } = await api<{ sequences: { id: string; people: number }[] }>('views.sequences')
const sequence = sequences.toSorted((one, other) => other.people - one.people)[0]!.id
const inIt = await api<{ people: { candidateId: string }[] }>('views.enrolledPeople', {
  sequenceId: sequence,
  states: ['waiting-for-line'],
})
const screens = screensOf({
  job: motion.id,
  person: rows[0]!.id,
  thread: threads[0]!.id,
  pool,
  member: members.rows[0]!.id,
  sequence,
  enrolled: inIt.people[0]!.candidateId,
})
const wanted = (name: string) => !only || only.split(',').includes(name)

const shoot = async (name: string, { at, opens }: Screen) => {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(url + at)
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
    await page.waitForTimeout(300)
    await opens?.(page).catch((error: Error) =>
      troubles.push(`${name} ${size}: ${error.message.split('\n')[0]}`),
    )
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(350)
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
    }
  }
}

const bySeat = Map.groupBy(
  Object.entries(screens).filter(([name]) => wanted(name)),
  ([, { seat = 'maren' }]) => seat,
)
for (const [seat, shown] of bySeat) {
  await context.clearCookies()
  if (seat) await sit(seat)
  for (const [name, screen] of shown) await shoot(name, screen)
}
if (wanted('own-page')) {
  await sit('priya')
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
    await shoot('own-page', { at: '/careers/me' })
    break
  }
}
console.log([...new Set(troubles)].join('\n') || 'No errors in the console.')
await browser.close()
