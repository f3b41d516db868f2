import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { firstAdmin, peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'a person’s page'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let url: string
  let admin: SignedIn
  let page: Page
  let candidateId: string
  let wrong: readonly string[]
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page, url, wrong } = northwind)
    // No outreach leaves without it.
    await admin.run('accounts.changeOrganisation', { postalAddress: 'Quay 1, Rotterdam' })
    const { jobId } = await publishedJob(admin)
    candidateId = (await peopleInProcess(admin, jobId, 1))[0]!.candidateId
  })
  afterAll(() => northwind?.close())

  type Person = {
    owner: { name: string } | null
    openTasks: { title: string; assigneeName: string }[]
    doNotContactAt: string | null
    consents: { purpose: string; state: string }[]
    contactPoints: { value: string; isPrimary: boolean }[]
    files: { name: string }[]
    resume: { kind: string; content: { name?: string }; isEdited: boolean }[]
  }
  const person = () => admin.ask<Person>('views.candidate', { candidateId })
  const button = (says: string | RegExp) => page.getByRole('button', { name: says, exact: true })
  const openPerson = (paper = '') => page.goto(`${url}/app/candidates/${candidateId}${paper}`)

  test('a note mentions a colleague by name', async () => {
    await openPerson()
    await page.getByRole('button', { name: /^Note/ }).click()
    const field = page.getByRole('textbox', { name: 'Note' })
    await field.pressSequentially('Ask @Pri')
    await page.keyboard.press('Enter')
    await field.pressSequentially('about the arm.')
    await page.getByRole('button', { name: /^Save note/ }).click()
    const said = async () =>
      (
        await admin.ask<{ entries: { kind: string; text: string | null }[] }>('views.timeline', {
          candidateId,
        })
      ).entries.find((one) => one.kind === 'note')?.text
    await expect.poll(said).toBe(`Ask @${firstAdmin.name} about the arm.`)
  })

  test('a task is given and done', async () => {
    await openPerson()
    await button('More').click()
    await page.getByRole('menuitem', { name: /^Assign a task/ }).click()
    await page.getByLabel('What is to be done').fill('Ring them up')
    await button('Assign').click()
    await expect.poll(async () => (await person()).openTasks).toMatchObject([{ title: 'Ring them up' }])
    await page.getByLabel('Done: Ring them up').click()
    await expect.poll(async () => (await person()).openTasks).toEqual([])
  })

  test('a person gets an owner', async () => {
    await openPerson()
    await page.getByTitle('Change who looks after them').click()
    await page.getByRole('menuitem', { name: firstAdmin.name }).first().click()
    await expect.poll(async () => (await person()).owner?.name).toBe(firstAdmin.name)
  })

  test('do-not-contact is set with a reason and lifted with another', async () => {
    await openPerson()
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Do not contact' }).click()
    await page.getByLabel('Why').fill('They asked.')
    await button('Mark as do not contact').click()
    await expect.poll(async () => (await person()).doNotContactAt).not.toBeNull()
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Lift do-not-contact' }).click()
    await page.getByLabel('Why it may be lifted').fill('They wrote to us.')
    await button('Lift').click()
    await expect.poll(async () => (await person()).doNotContactAt).toBeNull()
  })

  test('a consent is recorded with its words and proof, and withdrawn again', async () => {
    await openPerson()
    const record = async (what: 'Given' | 'Withdrawn') => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Record a consent' }).click()
      const dialog = page.getByRole('dialog', { name: 'Record a consent' })
      await dialog.getByText(what, { exact: true }).click()
      return dialog
    }
    const state = async () =>
      (await person()).consents.find(({ purpose }) => purpose === 'talent-pool')!.state
    const given = await record('Given')
    expect(await given.getByRole('button', { name: 'Record' }).isDisabled()).toBe(true)
    await given.getByLabel('The words they agreed to').fill('We may keep your record for a year.')
    await given.getByLabel('Where the proof lies').fill('Call with Priya')
    await given.getByRole('button', { name: 'Record' }).click()
    await expect.poll(state).toBe('given')
    await page.getByText(/^Talent pool, (given|until)/).waitFor()
    await (await record('Withdrawn')).getByRole('button', { name: 'Record' }).click()
    await expect.poll(state).toBe('withdrawn')
  })

  test('a second address is added, used first, and taken away', async () => {
    await openPerson('?paper=contact')
    const other = 'kim@elsewhere.example'
    await page.getByLabel('New mail').fill(other)
    await button('Add').click()
    const point = async () => (await person()).contactPoints.find((one) => one.value === other)
    await expect.poll(point).toMatchObject({ isPrimary: false })
    await button(`More on ${other}`).click()
    await page.getByRole('menuitem', { name: 'Use first' }).click()
    await expect.poll(point).toMatchObject({ isPrimary: true })
    await button(`More on ${other}`).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await expect.poll(point).toBeUndefined()
  })

  test('a résumé is added, read, and what was read is corrected', async () => {
    await openPerson('?paper=files')
    const choosing = page.waitForEvent('filechooser')
    await button('Add a résumé').click()
    await (await choosing).setFiles({ name: 'Kim.txt', mimeType: 'text/plain', buffer: Buffer.from(resume) })
    await expect.poll(async () => (await person()).files).toMatchObject([{ name: 'Kim.txt' }])
    const skills = async () => (await person()).resume.filter((one) => one.kind === 'skill')
    await expect.poll(async () => (await skills()).map((one) => one.content.name)).toContain('Python')
    await openPerson('?paper=read')
    await button('Correct Skills').click()
    const field = page.getByRole('region', { name: 'Skills' }).locator('input:visible').first()
    await field.fill('Motion planning')
    await field.press('Enter')
    await button('Save skills').click()
    await expect
      .poll(async () => (await skills()).find((one) => one.content.name === 'Motion planning')?.isEdited)
      .toBe(true)
  })

  test('a mail to them waits on their line', async () => {
    await openPerson()
    await page.getByRole('button', { name: /^Write/ }).click()
    await page.getByLabel('Subject').fill('Your visit')
    await page.getByRole('textbox', { name: /^Mail to/ }).fill('See you at the gate.')
    await page.locator('[data-answer]').getByRole('button', { name: /^Send/ }).click()
    await page.getByText('“Your visit”').waitFor()
    await expect
      .poll(async () =>
        (await admin.ask<{ mails: { subject: string; state: string }[] }>('messaging.mailbox')).mails.find(
          (one) => one.subject === 'Your visit',
        ),
      )
      .toMatchObject({ state: 'waiting' })
  })

  test('nothing went wrong in the page meanwhile', () => expect(wrong).toEqual([]))
})

const resume = `Kim Number0
kim0@applicants.example

Experience
Motion Engineer, Hollis Robotics, Rotterdam
Jan 2019 - Dec 2023
Built arms.

Skills
Python, C++, ROS
`
