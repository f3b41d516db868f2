import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { publishedJob } from '../support/signed-in.ts'

const title = 'somebody who never applied is considered, asked to apply, and applies on the same record'
const here = chromiumPath() !== undefined

describe.skipIf(!here)(here ? title : `${title} (${noChromium})`, () => {
  let northwind: Northwind
  let page: Page
  let url: string
  let job: { jobId: string; slug: string }
  let chiara: string

  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ page, url } = northwind)
    const { admin } = northwind
    await admin.run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })
    await admin.run('accounts.changeOrganisation', { postalAddress: 'Quay 1, Rotterdam' })
    job = await publishedJob(admin)
    const { candidates } = await admin.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: ['Chiara Rossi', 'Bence Szabó'].map((name, at) => ({
          name,
          emails: [`lead${at}@leads.example`],
        })),
      },
    )
    chiara = candidates[0]!.candidateId
  })
  afterAll(() => northwind?.close())

  const flaws = () => axeFaults(page)
  const board = () => page.goto(`${url}/app/jobs/${job.jobId}`)
  const leads = () => page.getByRole('region', { name: 'Leads' })

  test('two are chosen in the list and considered for a job, which shows them before its first stage', async () => {
    await page.goto(`${url}/app/candidates`)
    for (const name of ['Chiara Rossi', 'Bence Szabó'])
      await page.getByRole('checkbox', { name: `Choose ${name}` }).click()
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: 'Consider 2 people for a job' })
    await dialog.getByRole('combobox', { name: 'Job' }).fill('Motion')
    await page.getByRole('option', { name: /^Motion Control Engineer/ }).click()
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: 'Consider', exact: true }).click()
    await page.getByText('2 people considered for Motion Control Engineer').waitFor()
    await board()
    await leads().getByRole('link', { name: 'Chiara Rossi' }).waitFor()
    expect(await leads().getByText('to be asked').count()).toBe(2)
    expect(await flaws()).toEqual([])
  })

  test('one is let go, and back with Z', async () => {
    await leads().getByRole('button', { name: 'Acts on Bence Szabó' }).click()
    await page.getByRole('menuitem', { name: 'No longer consider' }).click()
    await page.getByText('Bence Szabó is no longer considered').waitFor()
    await expect.poll(() => leads().getByRole('link').count()).toBe(1)
    await page.keyboard.press('z')
    await leads().getByRole('link', { name: 'Bence Szabó' }).waitFor()
  })

  test('the other is asked from the page that says what is allowed, in words one sees before', async () => {
    await page.goto(`${url}/app/candidates/${chiara}`)
    await page.getByText('Considered for one job, has not applied: no scorecard, no rejection.').waitFor()
    await page.getByRole('button', { name: 'Ask to apply…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ask Chiara Rossi to apply for Motion Control Engineer' })
    await dialog.getByText(`/careers/jobs/${job.slug}`).waitFor()
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: /^Send/ }).click()
    await page.getByText('Chiara Rossi asked to apply').waitFor()
    await board()
    await leads().getByText('asked today').waitFor()
  })

  test('the mail leads to the form, and who applies stands on the board with the whole line behind her', async () => {
    const { admin, browser } = northwind
    const { mails } = await admin.ask<{ mails: { id: string; toAddress: string }[] }>('messaging.mailbox')
    const mail = mails.find(({ toAddress }) => toAddress === 'lead0@leads.example')!
    const { text } = await admin.ask<{ text: string }>('messaging.mailboxMail', { id: mail.id })
    const at = /https?:\/\/\S+\/careers\/jobs\/\S+/.exec(text)![0]
    const applicant = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await applicant.goto(url + new URL(at).pathname)
    await applicant.getByRole('link', { name: 'Apply for this job' }).first().click()
    await applicant.getByLabel('Your name').fill('Chiara Rossi')
    await applicant.getByLabel('E-mail', { exact: true }).fill('lead0@leads.example')
    await applicant.getByLabel(/^A link instead/).fill('https://chiara.example/work')
    await applicant.getByRole('button', { name: 'Send application' }).last().click()
    await applicant.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    await page.getByRole('region', { name: 'Applied' }).getByRole('link', { name: 'Chiara Rossi' }).waitFor()
    await expect.poll(() => leads().getByRole('link').allInnerTexts()).toEqual(['Bence Szabó'])
    await page.goto(`${url}/app/candidates/${chiara}`)
    for (const entry of [
      'Priya Raghunathan considers them for Motion Control Engineer',
      'Priya Raghunathan asked them to apply for Motion Control Engineer',
      'Applied for Motion Control Engineer',
      'From a lead to the process of Motion Control Engineer',
    ])
      await page.getByText(entry).first().waitFor()
    await page.getByText('In process on one job: only mail about the process.').waitFor()
    expect(northwind.wrong).toEqual([])
  })
})
