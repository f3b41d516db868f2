import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined

describe.skipIf(!here)(
  here ? 'the forms of the review queue' : `the forms of the review queue (${noChromium})`,
  () => {
    let northwind: Northwind
    let by: SignedIn
    let page: Page
    let url: string
    let database: OpenDatabase
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ admin: by, page, url } = northwind)
      const { jobId } = await publishedJob(by)
      await peopleInProcess(by, jobId, 3)
      database = await northwind.database()
      await page.goto(`${url}/app/review?job=${jobId}`)
    })
    afterAll(() => northwind?.close())

    const side = () => page.getByRole('region', { name: 'Criteria and answers' })
    const shownName = async () =>
      (
        await side()
          .getByRole('link', { name: /^Kim Number/ })
          .innerText()
      ).trim()

    test('Next and Back go to the one after and return to the one before', async () => {
      const first = await shownName()
      await page.keyboard.press('j')
      await expect.poll(shownName).not.toBe(first)
      await page.keyboard.press('k')
      await expect.poll(shownName).toBe(first)
    })

    test('who was gone past without a decision is offered again at the end', async () => {
      const first = await shownName()
      await page.keyboard.press('j')
      await expect.poll(shownName).not.toBe(first)
      const second = await shownName()
      await page.keyboard.press('j')
      await expect.poll(shownName).not.toBe(second)
      await page.keyboard.press('j')
      await page.getByRole('heading', { name: '3 passed over' }).waitFor()
      await page.getByRole('button', { name: 'Back to the first' }).click()
      await expect.poll(shownName).toBe(first)
    })

    test('a note is kept on the person and the application that is read', async () => {
      const name = await shownName()
      await page.keyboard.press('n')
      const form = page.getByRole('form', { name: 'Note' })
      await form.getByLabel(`Note on ${name}`).fill('Ask about the night shifts.')
      await form.getByRole('button', { name: 'Keep the note' }).click()
      await form.waitFor({ state: 'detached' })
      const kept = await sql<{ body: string; name: string; applicationId: string | null }>`
        select n.body, c.name, n.application_id as "applicationId" from candidates.note n
        join candidates.candidate c on c.id = n.candidate_id`.execute(database.write)
      expect(kept.rows).toEqual([
        { body: 'Ask about the night shifts.', name, applicationId: expect.any(String) },
      ])
    })

    test('Hold puts this one aside until the day, with the reason, and the next is shown', async () => {
      const name = await shownName()
      await page.keyboard.press('h')
      const form = page.getByRole('form', { name: 'Hold' })
      await form.getByLabel('Hold until').fill('2099-05-04')
      await form.getByLabel(/^Why/).fill('Budget in May')
      await form.getByRole('button', { name: 'Hold', exact: true }).click()
      await expect.poll(shownName).not.toBe(name)
      const held = async () =>
        (
          await sql<{ name: string; until: string; why: string }>`
          select c.name, a.held_until::text as until, a.held_reason as why from ats.application a
          join candidates.candidate c on c.id = a.candidate_id where a.held_until is not null`.execute(
            database.write,
          )
        ).rows
      await expect.poll(held).toEqual([{ name, until: '2099-05-04', why: 'Budget in May' }])
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await page.keyboard.press('z')
      await expect.poll(held).toEqual([])
    })

    test('a mail written here waits for this person, and can be taken back', async () => {
      const name = await shownName()
      await page.keyboard.press('e')
      const form = page.getByRole('region', { name: 'Mail' })
      await form.getByLabel(`Mail to ${name}`).fill('Could you tell us when you are free to talk?')
      await form.getByRole('button', { name: /^Send/ }).click()
      await form.waitFor({ state: 'detached' })
      const mails = async () =>
        (
          await sql<{ name: string; state: string }>`
          select c.name, m.state from messaging.message m join candidates.candidate c on c.id = m.candidate_id
          where m.body_text like '%free to talk%'`.execute(database.write)
        ).rows
      expect(await mails()).toEqual([{ name, state: 'waiting' }])
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await page.keyboard.press('z')
      await expect.poll(mails).toEqual([{ name, state: 'cancelled' }])
    })
  },
)
