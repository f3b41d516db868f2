import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined

interface Job {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly confidential: boolean
  readonly pay: { readonly min: number; readonly max: number; readonly currency: string } | null
  readonly outcomes: readonly { readonly says: string; readonly months?: number }[]
  readonly attributes: readonly {
    readonly says: string
    readonly must: boolean
    readonly words: readonly string[]
  }[]
  readonly stages: readonly { readonly name: string; readonly kind: string }[]
  readonly team: readonly { readonly name: string; readonly role: string; readonly leads: boolean }[]
  readonly openings: readonly { readonly state: string; readonly reason: string }[]
}

describe.skipIf(!here)(here ? 'the forms of the jobs' : `the forms of the jobs (${noChromium})`, () => {
  let northwind: Northwind
  let url: string
  let admin: SignedIn
  let page: Page
  let wrong: readonly string[]
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page, url, wrong } = northwind)
  })
  afterAll(() => northwind?.close())

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  const choose = async (name: string, option: string, at = 0) => {
    await page.getByRole('combobox', { name, exact: true }).nth(at).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  const jobOf = (jobId: string) => admin.ask<Job>('ats.job', { jobId })
  const jobTitled = async (title: string) =>
    (await admin.ask<{ jobs: Job[] }>('ats.jobs')).jobs.find((job) => job.title === title)
  const setUp = async (jobId: string) => {
    await page.goto(`${url}/app/jobs/${jobId}/set-up`)
    await page.getByRole('region', { name: 'Stages' }).waitFor()
  }
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  const keep = async (name: string) => {
    await button(`Save ${name}`).click()
    await button(`Save ${name}`).waitFor({ state: 'detached' })
  }
  const live = async (slug: string) => fetch(`${url}/careers/jobs/${slug}`)
  const act = async (item: string) => {
    await page.getByRole('button', { name: /^(Draft|Open|On hold|Closed)…$/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const saved = () => page.getByText(/^Saved /).waitFor()

  test('a new job with a currency chosen before the sums is kept as a draft with that pay', async () => {
    await page.goto(`${url}/app/jobs`)
    await button('New job').first().click()
    await field('Title').fill('Field Service Engineer')
    await choose('Currency', 'PLN')
    await field('Pay from').fill('9000')
    await field('to').fill('12000')
    await choose('per', 'month')
    await button('Keep as a draft').click()
    await page.waitForURL(/set-up/)
    const job = await jobTitled('Field Service Engineer')
    expect(job?.state).toBe('draft')
    expect((await jobOf(job!.id)).pay).toEqual({ min: 9000, max: 12000, currency: 'PLN', period: 'month' })
  })

  test('a new job is published at once, or refused with the reason and nothing lost', async () => {
    await page.goto(`${url}/app/jobs?new=true`)
    await field('Title').fill('Weld Cell Technician')
    await field('Text').fill('# What you will do\n\nWeld.')
    await field('Pay from').fill('50000')
    await field('to').fill('40000')
    await button('Publish').click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    expect(await field('Title').inputValue()).toBe('Weld Cell Technician')
    expect(await jobTitled('Weld Cell Technician')).toBeUndefined()
    await field('to').fill('60000')
    await button('Publish').click()
    await page.waitForURL(/posting/)
    const slug = (await page.getByRole('link', { name: 'See it live' }).getAttribute('href'))!
    expect(await (await fetch(`${url}${slug}`)).text()).toContain('Weld.')
  })

  test('jobs are found by their words and narrowed by their state, in an address that can be shared', async () => {
    await page.goto(`${url}/app/jobs`)
    const rows = page.getByRole('main').getByRole('listitem')
    await page.getByRole('link', { name: 'Weld Cell Technician' }).waitFor()
    await page.getByRole('button', { name: /^Draft/ }).click()
    await page.getByRole('link', { name: 'Weld Cell Technician' }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('link', { name: 'Field Service Engineer' }).waitFor()
    expect(await rows.filter({ hasText: 'Weld Cell' }).count()).toBe(0)
    await page.goto(`${url}/app/jobs`)
    await page.getByPlaceholder('Titles, codes, departments').fill('weld')
    await page.getByRole('link', { name: 'Field Service Engineer' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Weld Cell Technician' }).waitFor()
    await page.getByPlaceholder('Titles, codes, departments').fill('zzz')
    await button('Show all jobs').click()
    await page.getByRole('link', { name: 'Field Service Engineer' }).waitFor()
  })

  test('outcomes and criteria are added, moved and removed, and a blank one leaves no change behind', async () => {
    const { jobId } = await publishedJob(admin, 'Robot Cell Lead')
    await setUp(jobId)
    await button('Outcome').click()
    await page.getByLabel('Outcome 1', { exact: true }).fill('The cell runs unattended')
    await page.getByLabel('Months for outcome 1').fill('12')
    await button('Outcome').click()
    await page.getByLabel('Outcome 2', { exact: true }).fill('Scrap is halved')
    await button('Move outcome 2 up').click()
    await button('Outcome').click()
    await keep('outcomes')
    expect((await jobOf(jobId)).outcomes.map((one) => [one.says, one.months])).toEqual([
      ['Scrap is halved', undefined],
      ['The cell runs unattended', 12],
    ])
    await button('Criterion').click()
    await field('Criterion 1').fill('Has led a line')
    await part('Criteria').getByLabel('Words that show it').pressSequentially('lead,foreman,')
    await part('Criteria').getByText('Good to have').click()
    await button('Criterion').click()
    await field('Criterion 2').fill('Speaks Dutch')
    await keep('criteria')
    expect((await jobOf(jobId)).attributes.map((one) => [one.says, one.must, one.words])).toEqual([
      ['Has led a line', false, ['lead', 'foreman']],
      ['Speaks Dutch', true, []],
    ])
    await button('Remove criterion 2').click()
    await keep('criteria')
    await page.reload()
    await field('Criterion 1').waitFor()
    expect(await field('Criterion 2').count()).toBe(0)
  })

  test('stages are added once, renamed, moved and removed; where people stand a stage stays', async () => {
    const { jobId } = await publishedJob(admin, 'Gripper Engineer')
    await peopleInProcess(admin, jobId, 1)
    await setUp(jobId)
    const before = (await jobOf(jobId)).stages.map((one) => one.name)
    const names = part('Stages').getByRole('textbox', { name: 'Team calls it' })
    await button('Stage').click()
    await names.nth(before.length - 1).fill('Trial day')
    await keep('stages')
    expect((await jobOf(jobId)).stages.map((one) => one.name)).toEqual([
      ...before.slice(0, -1),
      'Trial day',
      before.at(-1),
    ])
    await button('Move Trial day up').click()
    await names.nth(1).fill('First look')
    await keep('stages')
    const moved = (await jobOf(jobId)).stages.map((one) => one.name)
    expect(moved[1]).toBe('First look')
    expect(moved.indexOf('Trial day')).toBe(before.length - 2)
    await button('Remove Trial day').click()
    await keep('stages')
    expect((await jobOf(jobId)).stages).toHaveLength(before.length)
    const stands = page.getByText('1 stand or ended here, so it stays.')
    await part('Stages').locator(stands).waitFor()
    expect(
      await part('Stages')
        .getByRole('listitem')
        .filter({ has: stands })
        .getByLabel(/^Remove/)
        .isDisabled(),
    ).toBe(true)
  })

  test('the plan is changed or put back, and a confidential job can’t be posted', async () => {
    const made = await admin.run<{ jobId: string }>('ats.createJob', {
      title: 'Plant Director',
      country: 'NL',
    })
    await setUp(made.jobId)
    await field('Department').fill('Operations')
    await button('Put back').click()
    expect(await field('Department').inputValue()).toBe('')
    await part('The job')
      .getByRole('checkbox', { name: /^Confidential/ })
      .check()
    await field('Department').fill('Board')
    await keep('the job')
    await act('Open the job')
    await button('Open…').waitFor()
    expect(await jobOf(made.jobId)).toMatchObject({ confidential: true, department: 'Board' })
    await page.goto(`${url}/app/jobs`)
    await page.getByRole('listitem').filter({ hasText: 'Plant Director' }).getByText('confidential').waitFor()
    await page.goto(`${url}/app/jobs/${made.jobId}/posting`)
    await button('Write the posting').click()
    await field('Text').fill('Lead the plant.')
    await field('Pay from').fill('100000')
    await field('to').fill('120000')
    await saved()
    await page.getByRole('button', { name: /^Publish version/ }).click()
    await page
      .getByRole('alert')
      .getByText(/confidential/i)
      .waitFor()
  })

  test('a posting keeps itself while it is typed, is refused by the law, goes live with its questions, and is gone', async () => {
    const { jobId } = await admin.run<{ jobId: string }>('ats.createJob', {
      title: 'Servo Engineer',
      country: 'NL',
    })
    await page.goto(`${url}/app/jobs/${jobId}/posting`)
    await button('Write the posting').click()
    await field('Text').fill('# What you will do\n\nTune servo drives.')
    await page.getByRole('article', { name: 'Preview' }).getByText('Tune servo drives.').waitFor()
    const kinds = [
      'A line of text',
      'A longer text',
      'One of several',
      'Any of several',
      'Yes or no',
      'A number',
      'A day',
      'A link',
      'A file',
    ]
    for (const [at, kind] of kinds.entries()) {
      await button('Question').click()
      await field(`Question ${at + 1}`).fill(`Asked as ${kind.toLowerCase()}`)
      await choose('Answered by', kind, at)
    }
    await page.getByRole('checkbox', { name: 'Required', exact: true }).first().check()
    await button('Move question 2 up').click()
    await choose('Phone', 'Not asked')
    await saved()
    // Typed and left at once: the last words are kept as well.
    await field('In one sentence').fill('Make drives quiet.')
    await page.getByRole('link', { name: 'Set-up' }).click()
    await part('Stages').waitFor()
    await page.getByRole('link', { name: 'Posting', exact: true }).click()
    await field('In one sentence').waitFor()
    await expect.poll(() => field('In one sentence').inputValue()).toBe('Make drives quiet.')
    await page.reload()
    expect(await field('Text').inputValue()).toContain('Tune servo drives.')
    expect(await field('Question 1').inputValue()).toBe('Asked as a longer text')
    await choose('Work is done', 'On site')
    await page.getByRole('textbox', { name: 'Country' }).fill('US')
    await page.getByRole('textbox', { name: 'State, in the US' }).fill('CA')
    await page.getByText(/to change before it can be published/).waitFor()
    expect(await page.getByRole('button', { name: /^Publish version/ }).isDisabled()).toBe(true)
    expect(await page.getByRole('list', { name: 'Remarks of the law' }).textContent()).toMatch(/pay/i)
    await page.getByRole('textbox', { name: 'Country' }).fill('NL')
    await page.getByRole('textbox', { name: 'State, in the US' }).fill('')
    await field('Pay from').fill('62000')
    await field('to').fill('78000')
    await saved()
    await page.getByRole('button', { name: /^Publish version/ }).click()
    await page.getByText('Open the job first').waitFor()
    await page.getByRole('link', { name: 'Set-up' }).click()
    await act('Open the job')
    await button('Open…').waitFor()
    await page.getByRole('link', { name: 'Posting', exact: true }).click()
    await page.getByRole('button', { name: /^Publish version/ }).click()
    const slug = (await page.getByRole('link', { name: 'See it live' }).getAttribute('href'))!
      .split('/')
      .at(-1)!
    const text = await (await live(slug)).text()
    const apply = await (await fetch(`${url}/careers/jobs/${slug}/apply`)).text()
    expect(text).toContain('Tune servo drives.')
    for (const kind of kinds) expect(text + apply).toContain(`Asked as ${kind.toLowerCase()}`)
    expect(apply.indexOf('Asked as a longer text')).toBeLessThan(apply.indexOf('Asked as a line of text'))
    await button('Take it off the site').click()
    await page.getByRole('link', { name: 'See it live' }).waitFor({ state: 'detached' })
    expect((await live(slug)).status).toBe(410)
  })

  test('a slow saving of a posting never overtakes the next, and the last words stay', async () => {
    const { jobId } = await admin.run<{ jobId: string }>('ats.createJob', {
      title: 'Cell Planner',
      country: 'NL',
    })
    await page.goto(`${url}/app/jobs/${jobId}/posting`)
    await button('Write the posting').click()
    await field('Text').waitFor()
    let running = 0
    let atOnce = 0
    let came = 0
    await page.route('**/api/v1/ats.savePosting', async (route) => {
      atOnce = Math.max(atOnce, ++running)
      // The first is on its way for longer than it takes to type on and rest.
      if (++came === 1) await new Promise((resolve) => setTimeout(resolve, 3000))
      const response = await route.fetch()
      running--
      await route.fulfill({ response })
    })
    await field('Text').fill('The first words.')
    await expect.poll(() => came).toBe(1)
    await field('Text').fill('The last words.')
    await saved()
    await page.unroute('**/api/v1/ats.savePosting')
    expect({ came, atOnce }).toEqual({ came: 2, atOnce: 1 })
    await page.reload()
    await expect.poll(() => field('Text').inputValue()).toBe('The last words.')
  })

  test('a job is copied, put on hold, opened, closed once everybody is answered, and reopened', async () => {
    const { jobId, slug } = await publishedJob(admin, 'Vision Engineer')
    await peopleInProcess(admin, jobId, 3)
    await setUp(jobId)
    await act('Copy as a new job')
    await page.waitForURL((at) => !at.pathname.includes(jobId))
    await page.getByRole('button', { name: 'Draft…' }).waitFor()
    const copy = await jobOf(page.url().split('/').at(-2)!)
    expect(copy.stages.map((one) => one.name)).toEqual((await jobOf(jobId)).stages.map((one) => one.name))
    await setUp(jobId)
    await act('Put on hold')
    await button('On hold…').waitFor()
    expect((await jobOf(jobId)).state).toBe('on-hold')
    await act('Open the job')
    await button('Open…').waitFor()
    await act('Close the job…')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3 people wait for an answer.').waitFor()
    expect(await dialog.getByText('Kim Number1').count()).toBe(1)
    expect(await admin.tried('ats.closeJob', { jobId, reason: 'filled' })).toMatchObject({
      ok: false,
      refusal: { code: 'people-unanswered' },
    })
    await dialog.getByRole('radio', { name: 'It is cancelled' }).check()
    await dialog.getByLabel('Note for the team').fill('The budget went to Hamburg.')
    await button('Answer all 3 and close').click()
    await button('Closed…').waitFor()
    const { rows } = await admin.ask<{ rows: unknown[] }>('ats.boardTable', { jobId, limit: 8 })
    expect(rows).toHaveLength(0)
    expect((await live(slug)).status).toBe(410)
    await act('Reopen the job')
    await button('Open…').waitFor()
    expect((await jobOf(jobId)).state).toBe('open')
  })

  test('nothing broke in the page on the way', () => expect(wrong).toEqual([]))
})
