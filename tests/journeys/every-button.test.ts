import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsParts } from '../../src/web/screens/settings/settings-search.ts'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { pressEverything } from '../support/press-everything.ts'
import { dataFolder, type RunningProduct } from '../support/product.ts'
import { watchPage } from '../support/watch-page.ts'

const here = chromiumPath() !== undefined
const name = 'every button of every screen does something, and says so'
// PRESSES=1 prints all that was pressed; ONLY=/app/jobs presses one screen.
const says = process.env.PRESSES !== undefined
const only = process.env.ONLY
// A count and not a time, so that a quick machine presses the same; what is left waits for a run with a larger one.
const most = Number(process.env.MOST ?? 4)

/** Ends the session or takes another seat: forms-frame and forms-account press these. */
const endings = /^(Sign out|Leave and set up mine|End$|End )|(Recruiter|Sourcer|Hiring manager|Interviewer|Head of people)$/u

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, { timeout: 900_000 }, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser

  beforeAll(async () => {
    product = await folder.start()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  /** What a seat with fewer rights pressed is not pressed again by one with more. */
  const known = new Set<string>()

  const seated = async (seat: string) => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const watched = await watchPage(page)
    const sat = await page.request.post(`${product.url}/auth/demo`, {
      data: { token: await product.token(), seat },
      headers: { 'x-throughline': '1' },
      timeout: 200_000,
    })
    expect(sat.status()).toBe(200)
    const ask = async <Value>(call: string, input: object = {}): Promise<Value | undefined> => {
      const at = `${product.url}/api/v1/${call}?input=${encodeURIComponent(JSON.stringify(input))}`
      return (await (await page.request.get(at)).json()).value
    }
    return { page, watched, ask, close: () => context.close() }
  }

  /** The screens that somebody sees; what they may not open, their frame does not lead to. */
  const screensOf = async ({ ask }: Awaited<ReturnType<typeof seated>>): Promise<string[]> => {
    const me = (await ask<{ permissions: string[] }>('accounts.me'))!
    const may = (permission: string) => me.permissions.includes(permission)
    const { jobs } = (await ask<{ jobs: { id: string; title: string }[] }>('ats.jobs')) ?? { jobs: [] }
    const job = (jobs.find(({ title }) => title === 'Motion Control Engineer') ?? jobs[0])?.id
    const candidate = (await ask<{ rows: { id: string }[] }>('views.candidates', { words: 'position loops' }))
      ?.rows[0]
    const thread = (await ask<{ threads: { id: string }[] }>('messaging.inbox'))?.threads[0]
    const when = (allowed: unknown, ...paths: string[]) => (allowed ? paths : [])
    return [
      '/',
      ...when(may('messaging.see'), '/inbox', ...when(thread, `/inbox?open=${thread?.id}`)),
      ...when(may('messaging.seeAll'), '/mailbox'),
      ...when(may('candidates.see'), '/candidates', '/candidates?q=%22position+loops%22'),
      ...when(may('candidates.merge'), '/candidates/duplicates'),
      ...when(candidate, `/candidates/${candidate?.id}`),
      ...when(may('exchange.importPeople'), '/import'),
      ...when(may('ats.seeJobs'), '/jobs'),
      ...when(job, `/jobs/${job}`, `/jobs/${job}?view=table`),
      ...when(job && may('ats.review'), `/review?job=${job}`),
      ...when(job && may('ats.seeFunnel'), `/jobs/${job}/report`, '/reports'),
      ...when(job && may('ats.manageJobs'), `/jobs/${job}/set-up`, `/jobs/${job}/posting`),
      ...settingsParts.map((part) => `/settings?part=${part}`),
    ].map((path) => `/app${path}`)
  }

  test.each(['lars', 'ifeoma', 'tomas', 'maren', 'priya'])('from the seat of %s', async (seat) => {
    const first = await seated(seat)
    const waiting = (await screensOf(first)).filter((path) => !only || path.startsWith(only))
    const faults: string[] = []
    let count = 0
    const lane = async ({ page, watched, close }: Awaited<ReturnType<typeof seated>>) => {
      for (let path = waiting.shift(); path; path = waiting.shift()) {
        const begun = Date.now()
        const pressed = await pressEverything(page, watched, {
          base: product.url,
          path,
          known,
          most,
          not: endings,
        })
        count += pressed.length
        const wrong = pressed.flatMap(({ way, faults: all }) => all.map((one) => `${path}: ${way}: ${one}`))
        faults.push(...wrong)
        if (says)
          console.log(
            [`${seat} ${path}: ${Date.now() - begun} ms`, ...pressed.map(({ way }) => way)].join('\n    '),
            ...wrong.map((one) => `\n  !! ${one}`),
          )
      }
      await close()
    }
    await Promise.all([lane(first), lane(await seated(seat))])
    if (says) console.log(`${seat}: ${count} pressed, ${faults.length} faults`)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    expect(count).toBeGreaterThan(0)
  })
})
