import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { secondRecruiter } from '../support/second-recruiter.ts'
import { firstAdmin, pageOf, peopleInProcess, publishedJob } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined

describe.skipIf(!here)(
  here ? 'two recruiters on one job' : `two recruiters on one job (${noChromium})`,
  () => {
    let northwind: Northwind
    let url: string
    let database: OpenDatabase
    let jobId: string
    let priya: Page
    let maren: Page
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ page: priya, url } = northwind)
      const { admin, browser } = northwind
      jobId = (await publishedJob(admin)).jobId
      await peopleInProcess(admin, jobId, 6)
      database = await northwind.database()
      const recruiter = await secondRecruiter(url, database)
      maren = await pageOf(browser, url, recruiter)
    })
    afterAll(() => northwind?.close())

    const reasons = Promise.withResolvers<void>()
    const reading = async (page: Page) => {
      const name = page.getByRole('region', { name: 'Criteria and answers' }).getByRole('link').first()
      await name.waitFor()
      return name.innerText()
    }

    test('never read the same application, and are told that it is theirs alone', async () => {
      // The reasons come late, so that a digit is pressed before they are here.
      await priya.route('**/api/v1/ats.reasons**', async (route) => {
        await reasons.promise
        await route.continue()
      })
      await priya.goto(`${url}/app/review?job=${encodeURIComponent(JSON.stringify(jobId))}`)
      const first = await reading(priya)
      await maren.goto(`${url}/app/review?job=${encodeURIComponent(JSON.stringify(jobId))}`)
      const second = await reading(maren)
      expect(second).not.toBe(first)
      await maren.getByText('Only you have this one').waitFor()
    })

    test('decide by keys and go on at once; Z brings the person back', async () => {
      const first = await reading(priya)
      await priya.keyboard.press('r')
      await priya.getByRole('region', { name: 'Reason' }).waitFor()
      await priya.keyboard.press('2')
      reasons.resolve()
      await priya.getByText(`Rejected ${first}`).waitFor()
      expect(await reading(priya)).not.toBe(first)
      await priya.keyboard.press('z')
      await expect.poll(() => reading(priya)).toBe(first)
      await priya.keyboard.press('a')
      await priya.getByText(`Advanced ${first}`).waitFor()
    })

    const openReview = (page: Page) =>
      page.goto(`${url}/app/review?job=${encodeURIComponent(JSON.stringify(jobId))}`)
    test('who loses the one in hand hears so while reading, from whoever took it', async () => {
      await priya.goto(`${url}/app/jobs/${jobId}`)
      await sql`delete from ats.review_lease`.execute(database.write)
      await openReview(maren)
      const name = await reading(maren)
      await maren.getByText('Only you have this one').waitFor()
      // A reviewer who is away for longer than it is theirs.
      await sql`update ats.review_lease l set until = now() - interval '1 second'
        from ats.application a join candidates.candidate c on c.id = a.candidate_id
        where a.id = l.application_id and c.name = ${name}`.execute(database.write)
      await openReview(priya)
      await expect.poll(() => reading(priya)).toBe(name)
      await maren.getByText(`${firstAdmin.name} reads this one now.`).waitFor()
      expect(await maren.getByText('Only you have this one').count()).toBe(0)
      expect(await maren.getByRole('button', { name: /^Reject/ }).isDisabled()).toBe(true)
      expect(await reading(maren), 'what they read stays in sight').toBe(name)
      await maren.keyboard.press('j')
      await expect.poll(() => reading(maren)).not.toBe(name)
      await maren.getByText('Only you have this one').waitFor()
    })

    test('and from a decision made on the board', async () => {
      const name = await reading(maren)
      await maren.keyboard.press('r')
      await maren.getByRole('region', { name: 'Reason' }).waitFor()
      await priya.goto(`${url}/app/jobs/${jobId}`)
      await priya.getByRole('button', { name: `Acts on ${name}` }).click()
      await priya.getByRole('menuitem', { name: 'First talk' }).click()
      await maren.getByText(`${firstAdmin.name} advanced this one meanwhile.`).waitFor()
      await maren.getByRole('region', { name: 'Reason' }).waitFor({ state: 'detached' })
      await priya.keyboard.press('z')
    })

    test('see each other’s moves on the board without reloading', async () => {
      await maren.goto(`${url}/app/jobs/${jobId}`)
      await priya.goto(`${url}/app/jobs/${jobId}`)
      const talk = (page: Page) => page.getByRole('region', { name: 'First talk' }).getByRole('listitem')
      await talk(maren).first().waitFor()
      expect(await talk(maren).count()).toBe(1)
      await priya
        .getByRole('button', { name: /^Acts on / })
        .first()
        .click()
      await priya.getByRole('menuitem', { name: 'First talk' }).click()
      await expect.poll(() => talk(priya).count()).toBe(2)
      await expect.poll(() => talk(maren).count()).toBe(2)
      // Taken back at once where it is pressed, however long the answer takes; then on the other screen.
      const held = Promise.withResolvers<void>()
      await priya.route('**/api/v1/ats.undoDecisions', async (route) => {
        await held.promise
        await route.continue()
      })
      await priya.keyboard.press('z')
      await expect.poll(() => talk(priya).count()).toBe(1)
      expect(await talk(maren).count()).toBe(2)
      held.resolve()
      await expect.poll(() => talk(maren).count()).toBe(1)
      expect(await talk(priya).count()).toBe(1)
    })
  },
)
