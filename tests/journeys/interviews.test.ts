import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { secondRecruiter } from '../support/second-recruiter.ts'
import { pageOf, peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const title = 'an applicant is interviewed'
const here = chromiumPath() !== undefined

describe.skipIf(!here)(here ? title : `${title} (${noChromium})`, () => {
  let northwind: Northwind
  let priya: SignedIn
  let maren: SignedIn
  let url: string
  let page: Page
  let phone: Page
  let job: { jobId: string; candidateId: string; applicationId: string }

  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin: priya, page, url } = northwind)
    maren = await secondRecruiter(url, await northwind.database())
    phone = await pageOf(northwind.browser, url, maren)
    await phone.setViewportSize({ width: 390, height: 844 })
    const { jobId } = await publishedJob(priya)
    const [one] = await peopleInProcess(priya, jobId, 1)
    job = { jobId, ...one! }
    const idOf = async (by: SignedIn) => (await by.ask<{ user: { id: string } }>('accounts.me')).user.id
    await priya.run('ats.changeJob', {
      jobId,
      change: { attributes: [{ id: 'servo', says: 'Tuned servo loops', must: true, words: [] }] },
    })
    await priya.run('ats.setTeam', {
      jobId,
      team: [
        { userId: await idOf(priya), role: 'recruiter', leads: true },
        { userId: await idOf(maren), role: 'interviewer' },
      ],
    })
  })
  afterAll(() => northwind?.close())

  const choose = async (on: Page, field: string, ...options: string[]) => {
    await on.getByRole('combobox', { name: field }).click()
    for (const name of options) await on.getByRole('option', { name }).click()
    await on.keyboard.press('Escape')
  }

  test('after a plan that the set-up keeps', async () => {
    await page.goto(`${url}/app/jobs/${job.jobId}/set-up`)
    const part = page.getByRole('region', { name: 'Interviews' })
    await part.getByRole('button', { name: 'Interview', exact: true }).click()
    await part.getByRole('textbox', { name: 'Interview 1' }).fill('At the arm')
    await part.getByRole('textbox', { name: 'Kit' }).fill('Let them tune it.')
    await choose(page, 'Usually held by', 'Priya Raghunathan', 'Maren Osei')
    await choose(page, 'Rates', 'Tuned servo loops')
    await part.getByRole('textbox', { name: 'What to ask on Tuned servo loops' }).fill('Make it quieter.')
    await part.getByRole('button', { name: 'Save interviews' }).click()
    await part.getByRole('button', { name: 'Save interviews' }).waitFor({ state: 'detached' })
    expect(await axeFaults(page)).toEqual([])
    await page.reload()
    await expect
      .poll(() => part.getByRole('textbox', { name: 'Interview 1' }).inputValue())
      .toBe('At the arm')
  })

  test('planned on their page, with whoever usually holds it', async () => {
    await page.goto(`${url}/app/candidates/${job.candidateId}`)
    await page.getByRole('button', { name: 'Plan interviews' }).click()
    const dialog = page.getByRole('dialog', { name: 'Plan interviews with Kim Number0' })
    await dialog.getByText('At the arm, 60 minutes').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Plan the interview' }).click()
    await page.getByRole('button', { name: 'At the arm No time yet' }).waitFor()
  })

  test('booked on a clock of theirs', async () => {
    await page.getByRole('button', { name: 'At the arm No time yet' }).click()
    await page.getByRole('menuitem', { name: 'Book a time…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Book “At the arm” with Kim Number0' })
    await dialog.getByLabel('Day').fill('2026-01-15')
    await dialog.getByLabel('From').fill('10:00')
    await dialog.getByText('60 minutes from Thu, 10:00 CET').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Book it' }).click()
    await page.getByRole('button', { name: 'At the arm Waits for scorecards' }).waitFor()
    const { interviews } = await priya.ask<{ interviews: { startsAt: string }[] }>('ats.debrief', {
      applicationId: job.applicationId,
    })
    expect(interviews.map(({ startsAt }) => startsAt)).toEqual(['2026-01-15T09:00:00.000Z'])
  })

  test('by two who do not read each other: the scorecard is written on a telephone and kept', async () => {
    const { interviews } = await priya.ask<{ interviews: { id: string }[] }>('ats.debrief', {
      applicationId: job.applicationId,
    })
    await priya.run('ats.submitScorecard', {
      interviewId: interviews[0]!.id,
      content: {
        ratings: [{ attributeId: 'servo', rating: 2, words: 'It hummed louder' }],
        recommendation: 'no',
      },
    })
    await phone.goto(`${url}/app/applications/${job.applicationId}/debrief`)
    await phone.getByText('The others’ scorecards open once yours is in').waitFor()
    expect(await phone.locator('main').innerText()).not.toContain('hummed')

    await phone.goto(`${url}/app/`)
    await phone.getByRole('link', { name: 'Fill in' }).click()
    await phone.getByRole('heading', { name: 'Tuned servo loops' }).waitFor()
    await phone.getByText('Make it quieter.').last().waitFor()
    await phone.keyboard.press('4')
    await phone.getByRole('textbox', { name: 'What you heard' }).fill('Quiet in twenty minutes')
    expect(await axeFaults(phone)).toEqual([])
    await phone
      .getByRole('status')
      .filter({ hasText: /^Kept \S/ })
      .waitFor()
    await expect
      .poll(async () => {
        await phone.reload()
        await phone.getByRole('heading', { name: 'Tuned servo loops' }).waitFor()
        return phone.getByRole('textbox', { name: 'What you heard' }).inputValue()
      })
      .toBe('Quiet in twenty minutes')
    expect(await phone.getByRole('radio', { name: '4 Above' }).isChecked()).toBe(true)
    await phone.getByRole('button', { name: 'Next: would you hire them?' }).click()
    await phone.getByRole('button', { name: 'Send scorecard' }).click()
    await phone.getByText('Say whether you would hire them.').waitFor()
    await phone.getByRole('radio', { name: '✓ Yes' }).click()
    await phone.getByRole('button', { name: 'Send scorecard' }).click()
    await phone.getByRole('link', { name: 'Read the others’' }).click()
    await phone.getByText('It hummed louder').waitFor()
    expect(await axeFaults(phone)).toEqual([])
  })

  test('and decided on, with the dissent', async () => {
    await page.goto(`${url}/app/applications/${job.applicationId}/debrief`)
    const sheet = page.getByRole('region', { name: 'Scorecards side by side' })
    await sheet.getByText('Quiet in twenty minutes').waitFor()
    await sheet.getByText('2 points apart').waitFor()
    await page
      .getByRole('textbox', { name: 'Why, from the scorecards' })
      .fill('One of two saw it at the arm.')
    const record = page.getByRole('button', { name: 'Record decision' })
    expect(await record.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'Dissent of Priya Raghunathan' }).fill('Not at this noise.')
    expect(await axeFaults(page)).toEqual([])
    await record.click()
    await page.getByRole('article').getByText('Not at this noise.').waitFor()
    await page.goto(`${url}/app/candidates/${job.candidateId}`)
    await page
      .getByText('Priya Raghunathan recorded the decision on Motion Control Engineer: offer')
      .waitFor()
    expect(northwind.wrong).toEqual([])
  })
})
