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
const endings =
  /^(Sign out|Leave and set up mine|End$|End )|(Recruiter|Sourcer|Hiring manager|Interviewer|Head of people)$/u

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, { timeout: 900_000 }, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser

  beforeAll(async () => {
    product = await folder.start()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  /** What a seat with fewer rights pressed is not pressed again by one with more. */
  const known = new Set<string>()

  const opened = async (width = 1440, height = 900) => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width, height },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    return { page, watched: await watchPage(page), close: () => context.close() }
  }
  type Opened = Awaited<ReturnType<typeof opened>>

  const seated = async (seat: string, width?: number, height?: number) => {
    const at = await opened(width, height)
    const { request } = at.page
    const sat = await request.post(`${product.url}/auth/demo`, {
      data: { token: await product.token(), seat },
      headers: { 'x-throughline': '1' },
      timeout: 280_000,
    })
    expect(sat.status()).toBe(200)
    const ask = async <Value>(call: string, input: object = {}): Promise<Value | undefined> => {
      const asked = `${product.url}/api/v1/${call}?input=${encodeURIComponent(JSON.stringify(input))}`
      return (await (await request.get(asked)).json()).value
    }
    return { ...at, ask }
  }

  /** The screens that somebody sees; what they may not open, their frame does not lead to. */
  const screensOf = async ({ ask }: Pick<Awaited<ReturnType<typeof seated>>, 'ask'>): Promise<string[]> => {
    const me = (await ask<{ permissions: string[] }>('accounts.me'))!
    const may = (permission: string) => me.permissions.includes(permission)
    const { jobs } = (await ask<{ jobs: { id: string; title: string }[] }>('ats.jobs')) ?? { jobs: [] }
    const job = (jobs.find(({ title }) => title === 'Motion Control Engineer') ?? jobs[0])?.id
    const candidate = (await ask<{ rows: { id: string }[] }>('views.candidates', { words: 'position loops' }))
      ?.rows[0]
    const pool = (await ask<{ pools: { id: string; people: number }[] }>('views.pools'))?.pools.find(
      ({ people }) => people > 0,
    )?.id
    const sequence = (await ask<{ sequences: { id: string }[] }>('views.sequences'))?.sequences[0]?.id
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
      ...when(may('crm.seePools'), '/pools', ...when(pool, `/pools/${pool}`)),
      ...when(
        may('crm.seeSequences'),
        '/outreach',
        ...when(sequence, `/outreach/${sequence}`, `/outreach/${sequence}?tab=people`),
      ),
      ...when(may('ats.seeJobs'), '/jobs'),
      ...when(job, `/jobs/${job}`, `/jobs/${job}?view=table`),
      ...when(job && may('ats.review'), `/review?job=${job}`),
      ...when(job && may('ats.seeFunnel'), `/jobs/${job}/report`, '/reports'),
      ...when(job && may('ats.manageJobs'), `/jobs/${job}/set-up`, `/jobs/${job}/posting`),
      ...settingsParts.map((part) => `/settings?part=${part}`),
    ].map((path) => `/app${path}`)
  }

  /** Presses what these screens show, in as many pages at once as are given. */
  const pressAll = async (
    who: string,
    lanes: readonly Opened[],
    screens: readonly string[],
    known: Set<string>,
  ) => {
    const waiting = screens.filter((path) => !only || path.startsWith(only))
    const faults: string[] = []
    let count = 0
    const lane = async ({ page, watched, close }: Opened) => {
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
            [`${who} ${path}: ${Date.now() - begun} ms`, ...pressed.map(({ way }) => way)].join('\n    '),
            ...wrong.map((one) => `\n  !! ${one}`),
          )
      }
      await close()
    }
    await Promise.all(lanes.map(lane))
    if (says) console.log(`${who}: ${count} pressed, ${faults.length} faults`)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    if (!only) expect(count).toBeGreaterThan(0)
  }

  test.each(['lars', 'ifeoma', 'tomas', 'maren', 'priya'])('from the seat of %s', async (seat) => {
    const first = await seated(seat)
    await pressAll(seat, [first, await seated(seat)], await screensOf(first), known)
  })

  test('on a phone', async () => {
    const first = await seated('maren', 390, 844)
    await pressAll('phone', [first, await seated('maren', 390, 844)], await screensOf(first), new Set())
  })

  test('on a list that waits for its columns, and on one that was brought in', async () => {
    const at = await seated('maren')
    const brought = async (name: string, mail: string) => {
      await at.page.goto(`${product.url}/app/import`)
      const chooser = at.page.waitForEvent('filechooser')
      await at.page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chooser).setFiles({
        name: `${name}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from(`Name,Mail\n${name} Brought,${mail}\n`),
      })
      await at.page.getByRole('button', { name: 'Check every row' }).waitFor()
      return new URL(at.page.url()).pathname
    }
    const waiting = await brought('Wanda', 'wanda@press.example')
    const done = await brought('Dora', 'dora@press.example')
    await at.page.getByRole('button', { name: 'Check every row' }).click()
    await at.page.getByRole('button', { name: /Bring in/ }).click()
    await at.page.getByRole('button', { name: /back/i }).first().waitFor()
    await pressAll('import', [at], [waiting, done], known)
  })

  test('before one is signed in, and as a visitor or an applicant', async () => {
    const { ask, page: asking, close } = await seated('priya')
    const post = (path: string, data: object) =>
      asking.request.post(product.url + path, { data, headers: { 'x-throughline': '1' } })
    const people = [{ name: 'Nils New', mail: 'nils@northwind.example', roles: ['interviewer'] }]
    await post('/api/v1/accounts.inviteUsers', { people })
    const [forgetful] = (await ask<{ mail: string; roles: string[] }[]>('accounts.users'))!
    await post('/auth/reset-request', { mail: forgetful!.mail })
    const keys = (await ask<{ path: string }[]>('accounts.openLinks'))!.map(({ path }) => path)
    expect(keys).toHaveLength(2)
    const links: string[] = []
    let before: string | null | undefined
    do {
      const found = await ask<{ mails: { id: string }[]; next: string | null }>('messaging.mailbox', {
        limit: 200,
        ...(before ? { before } : {}),
      })
      for (const { id } of links.length < 2 ? found!.mails : []) {
        const { text } = (await ask<{ text: string }>('messaging.mailboxMail', { id }))!
        const link = /\/careers\/me\/open\/\S+/.exec(text)?.[0]
        if (link && links.length < 2) links.push(link)
      }
      before = links.length < 2 ? found!.next : null
    } while (before)
    const { postings } = (await ask<{ postings: { slug: string }[] }>('ats.openPostings'))!
    await close()
    const applicant = await opened()
    await applicant.page.goto(product.url + links[0])
    await applicant.page.getByRole('button').first().click()
    const withdraw = await applicant.page
      .getByRole('link', { name: /withdraw/i })
      .first()
      .getAttribute('href')
    const visitor = await opened(390, 844)
    const job = `/careers/jobs/${postings[0]!.slug}`
    const pages = ['/careers', job, `${job}/apply`, '/careers/privacy', '/careers/accessibility']
    const doors = [
      'sign-in',
      'forgotten-password',
      'reset-password?token=none',
      'accept-invitation?token=none',
    ]
    const known = new Set<string>()
    await pressAll(
      'visitor',
      [visitor],
      [...pages, ...keys, ...doors.map((door) => `/app/${door}`), '/careers/me/link', links[1]!],
      known,
    )
    const own = ['/correct', '/erase', ''].map((part) => `/careers/me${part}`)
    await pressAll('applicant', [applicant], [withdraw!, ...own], known)
  })
})
