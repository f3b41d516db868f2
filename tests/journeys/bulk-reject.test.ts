import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const people = 200

describe.skipIf(!here)(
  here ? 'rejecting 200 people at once' : `rejecting 200 people at once (${noChromium})`,
  () => {
    let northwind: Northwind
    let by: SignedIn
    let url: string
    let page: Page
    let database: OpenDatabase
    let jobId: string
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ admin: by, page, url } = northwind)
      jobId = (await publishedJob(by)).jobId
      await peopleInProcess(by, jobId, people)
      database = await northwind.database()
    })
    afterAll(() => northwind?.close())

    const mails = async () =>
      Object.fromEntries(
        (
          await sql<{ state: string; count: number }>`
          select state, count(*) as count from messaging.message where template_key like 'rejection-%' group by 1`.execute(
            database.write,
          )
        ).rows.map((row) => [row.state, row.count]),
      )
    const inProcess = async () =>
      (
        await sql<{
          count: number
        }>`select count(*) as count from ats.application where state = 'active'`.execute(database.write)
      ).rows[0]!.count

    test('all of them are chosen in the table, and it is said who gets which letter when before it happens', async () => {
      await page.goto(`${url}/app/jobs/${jobId}?view=table`)
      await page.getByRole('checkbox', { name: 'Choose Kim Number0', exact: true }).check()
      const bar = page.getByRole('toolbar', { name: 'Acts on the chosen rows' })
      await bar.getByRole('button', { name: 'Select all 200' }).click()
      await bar.getByText('200 selected').waitFor()
      await bar.getByRole('button', { name: /^Reject/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Reject 200 people' })
      await dialog.getByRole('radio', { name: /Others show more of what the job needs/ }).check()
      await dialog.getByText('200 people', { exact: true }).waitFor()
      expect(await dialog.getByRole('status').innerText()).toMatch(
        /200 will get .*waits until .*can be cancelled/s,
      )
      const answered = page.waitForResponse((response) => response.url().endsWith('/ats.rejectApplications'))
      await dialog.getByRole('button', { name: 'Reject 200' }).click()
      expect((await (await answered).json()).value.done).toHaveLength(people)
      await page.getByText('200 people rejected').waitFor()
      expect(await inProcess()).toBe(0)
      expect(await mails()).toEqual({ waiting: people })
    })

    test('one waiting letter is cancelled on the mailbox page', async () => {
      await page.goto(`${url}/app/mailbox`)
      const first = page.getByRole('list', { name: 'Mails' }).getByRole('link').first()
      await first.getByText(/^Leaves/).waitFor()
      await first.click()
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      await page.getByText('Cancelled').first().waitFor()
      expect(await mails()).toEqual({ waiting: people - 1, cancelled: 1 })
    })

    test('ten of the 200 are taken back among the decided, with their letters', async () => {
      await page.goto(`${url}/app/jobs/${jobId}`)
      await page.getByRole('button', { name: 'Decided 200' }).click()
      const list = page.getByRole('grid', { name: 'Decided people' })
      const waiting = list.getByRole('row').filter({ hasText: 'Goes out' })
      await waiting.nth(9).waitFor()
      const names = (await waiting.getByRole('link').allInnerTexts()).slice(0, 10)
      for (const name of names)
        await list.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).check()
      const bar = page.getByRole('toolbar', { name: 'Acts on the chosen rows' })
      await bar.getByText('10 selected').waitFor()
      await bar.getByRole('button', { name: 'Take back' }).click()
      const dialog = page.getByRole('dialog', { name: 'Take 10 decisions back' })
      expect(await dialog.getByRole('status').innerText()).toMatch(
        /10 people back in process.*10 letters will be cancelled/s,
      )
      await dialog.getByRole('button', { name: 'Take 10 back' }).click()
      const done = page.getByRole('dialog', { name: 'Taken back' })
      expect(await done.getByRole('status').innerText()).toMatch(/10 people back.*10 letters cancelled/s)
      await done.getByRole('button', { name: 'Done' }).click()
      expect(await mails()).toEqual({ waiting: people - 11, cancelled: 11 })
      await list.getByRole('link', { name: names[0]!, exact: true }).waitFor({ state: 'detached' })
      await page.getByText('190 decided').waitFor()
      await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Board').click()
      await page.getByText('10 of 10 in process').waitFor()
      expect(await inProcess()).toBe(10)
    })

    test('ten more rejected by mistake are taken back with Z', async () => {
      await page.goto(`${url}/app/jobs/${jobId}?view=table`)
      await page.getByRole('checkbox', { name: 'Choose all' }).click()
      await page.getByText('10 selected').waitFor()
      await page.getByRole('button', { name: /^Reject/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Reject 10 people' })
      await dialog.getByRole('radio', { name: /Others show more/ }).check()
      await dialog.getByRole('button', { name: 'Reject 10' }).click()
      await page.getByText('10 people rejected').waitFor()
      expect(await inProcess()).toBe(0)
      await page.keyboard.press('z')
      await expect.poll(inProcess).toBe(10)
      expect(await mails()).toEqual({ waiting: people - 11, cancelled: 21 })
    })

    test('the next morning the other letters leave, and only these', async () => {
      await sql`update messaging.message set send_after = now() where state = 'waiting'`.execute(
        database.write,
      )
      const told = await by.ask<{ mails: { id: string; state: string }[] }>('messaging.mailbox', {
        limit: 200,
      })
      const one = told.mails.find((mail) => mail.state === 'waiting')!
      // What comes due rings by itself each minute; a mail sent by hand rings now.
      await by.run('messaging.sendNow', { messageIds: [one.id] })
      await expect
        .poll(mails, { timeout: 60_000, interval: 250 })
        .toEqual({ sent: people - 11, cancelled: 21 })
    })

    test('whoever has the letter can’t be taken back, and it is said why', async () => {
      await page.goto(`${url}/app/jobs/${jobId}?decided=true`)
      const row = page.getByRole('row').filter({ hasText: 'Sent' }).first()
      await row.getByRole('button', { name: /^Acts on / }).click()
      await page.getByText('The mail has left already', { exact: false }).waitFor()
      expect(await page.getByRole('menuitem', { name: 'Take back…' }).isDisabled()).toBe(true)
    })
  },
)
