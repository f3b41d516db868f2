import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsParts } from '../../src/web/screens/settings/settings-search.ts'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { dataFolder, type RunningProduct } from '../support/product.ts'

const here = chromiumPath() !== undefined
const name = 'every screen of the demo, wide and on a phone, light and dark'
// SCREENS=folder keeps a picture of each, to be looked at.
const pictures = process.env.SCREENS

const looks = (['light', 'dark'] as const).flatMap((scheme) => [
  { scheme, size: 'wide', viewport: { width: 1440, height: 900 } },
  { scheme, size: 'phone', viewport: { width: 390, height: 844 } },
])

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, { timeout: 1_200_000 }, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser
  let page: Page
  const wrong: string[] = []

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true })
    product = await folder.start()
    browser = await openBrowser()
    page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })).newPage()
    page.on('pageerror', (error) => wrong.push(`${page.url()} ${error.message}`))
    page.on('console', (line) => line.type() === 'error' && wrong.push(`${page.url()} ${line.text()}`))
    await page.request.post(`${product.url}/auth/demo`, {
      data: { token: await product.token(), seat: 'priya' },
      headers: { 'x-throughline': '1' },
      timeout: 280_000,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  const ask = async <Value>(call: string, input: object = {}): Promise<Value> => {
    const at = `${product.url}/api/v1/${call}?input=${encodeURIComponent(JSON.stringify(input))}`
    return (await (await page.request.get(at)).json()).value
  }
  /** Where the screens are, with somebody and something in them. */
  const places = {
    team: async (): Promise<string[]> => {
      const { jobs } = await ask<{ jobs: { id: string; title: string }[] }>('ats.jobs')
      const job = jobs.find(({ title }) => title === 'Motion Control Engineer')!.id
      const { rows } = await ask<{ rows: { id: string }[] }>('views.candidates', { words: 'position loops' })
      const { pools } = await ask<{ pools: { id: string; people: number }[] }>('views.pools')
      const pool = pools.find(({ people }) => people > 0)!.id
      const members = await ask<{ rows: { id: string }[] }>('views.candidates', {
        filters: { pools: [pool] },
      })
      const { sequences } = await ask<{ sequences: { id: string }[] }>('views.sequences')
      const sequence = sequences[0]!.id
      const { threads } = await ask<{ threads: { id: string }[] }>('messaging.inbox')
      return [
        '/',
        '/inbox',
        `/inbox?open=${threads[0]!.id}`,
        '/mailbox',
        '/candidates',
        '/candidates?q=%22position+loops%22+C%2B%2B',
        '/candidates/duplicates',
        `/candidates/${rows[0]!.id}`,
        '/import',
        '/pools',
        '/pools?archived=true',
        `/pools/${pool}`,
        `/pools/${pool}?open=${members.rows[0]!.id}`,
        `/candidates/${members.rows[0]!.id}`,
        '/outreach',
        '/outreach?archived=true',
        `/outreach/${sequence}`,
        `/outreach/${sequence}?tab=people`,
        '/jobs',
        `/jobs/${job}`,
        `/jobs/${job}?view=table`,
        `/jobs/${job}/set-up`,
        `/jobs/${job}/posting`,
        `/jobs/${job}/report`,
        `/review?job=${job}`,
        '/reports',
        ...settingsParts.map((part) => `/settings?part=${part}`),
      ].map((path) => `/app${path}`)
    },
    public: async () => ['/app/sign-in', '/app/forgotten-password', '/careers', '/careers/privacy'],
  }
  const faultsAt = async (path: string): Promise<string[]> => {
    const faults: string[] = []
    const answer = await page.goto(product.url + path)
    if (answer?.status() !== 200) faults.push(`${path}: ${answer?.status()}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await page.waitForTimeout(1000)
    for (const { scheme, size, viewport } of looks) {
      const look = `${path} (${size}, ${scheme})`
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.setViewportSize(viewport)
      await page.waitForTimeout(350)
      if (pictures)
        await page.screenshot({
          path: join(pictures, `${path.replaceAll(/[^a-z]+/gi, '-').slice(1, 60)}-${size}-${scheme}.png`),
        })
      for (const fault of await axeFaults(page)) faults.push(`${look}: ${fault}`)
      const beyond = await page.evaluate(
        () => document.scrollingElement!.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) faults.push(`${look}: ${beyond} pixels wider than the window`)
      for (const lost of await page.evaluate(outOfReach))
        faults.push(`${look}: cannot be scrolled to: ${lost}`)
    }
    return faults
  }

  test.each(['team', 'public'] as const)(
    'has no fault that axe finds and fits its window (%s)',
    async (whose) => {
      const faults: string[] = []
      for (const path of await places[whose]()) faults.push(...(await faultsAt(path)))
      expect(faults).toEqual([])
    },
  )

  test('says nothing wrong to the console', () => {
    expect([...new Set(wrong)]).toEqual([])
  })
})

/** What can be pressed and no scrolling brings into the window. Runs inside the page. */
const outOfReach = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('button, a[href]:not([href^="#"]), h2')]
    .filter(
      (one) =>
        !one.closest('[inert], [aria-hidden=true], nav') &&
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.getBoundingClientRect().width > 1,
    )
    .filter((one) => {
      one.scrollIntoView({ block: 'center', inline: 'center' })
      const { top, bottom, left, right } = one.getBoundingClientRect()
      return one.isConnected && (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth)
    })
    .map((one) => one.outerHTML.slice(0, 160))
