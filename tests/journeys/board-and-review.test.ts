import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined

describe.skipIf(!here)(
  here ? 'the board and the review, when things go against one' : `the board and the review (${noChromium})`,
  () => {
    let northwind: Northwind
    let by: SignedIn
    let page: Page
    let url: string
    let database: OpenDatabase
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ admin: by, page, url } = northwind)
      database = await northwind.database()
    })
    afterAll(() => northwind?.close())

    const side = () => page.getByRole('region', { name: 'Criteria and answers' })
    const shownName = async () => (await side().getByRole('link').first().innerText()).trim()
    const standing = async (name: string, jobId: string) =>
      (
        await sql<{ stage: string; state: string; decisions: number }>`
          select s.name as stage, a.state, (select count(*)::int from ats.decision d where d.application_id = a.id
            and d.undone_at is null) as decisions
          from ats.application a join ats.stage s on s.id = a.stage_id
          join candidates.candidate c on c.id = a.candidate_id
          where c.name = ${name} and a.job_id = ${jobId}`.execute(database.write)
      ).rows[0]
    /** A colleague to whom leases and decisions can belong. */
    const colleague = async (name: string) =>
      (
        await sql<{ id: string }>`
          insert into accounts.user_account (id, name, mail, mail_key, created_at)
          select gen_random_uuid(), ${name}, m.mail, m.mail, now() from (select ${`${name.split(' ')[0]!.toLowerCase()}@northwind.example`}::text as mail) m
          returning id`.execute(database.write)
      ).rows[0]!.id

    test('a decision on somebody whom a colleague took and decided on is refused, and the queue moves on', async () => {
      const { jobId } = await publishedJob(by, 'Lost Leases')
      const added = await peopleInProcess(by, jobId, 3)
      const bo = await colleague('Bo Larsen')
      await page.goto(`${url}/app/review?job=${jobId}`)
      const first = await shownName()
      const applicationId = added[Number(first.replace(/\D/g, ''))]!.applicationId
      // The lease runs out, the colleague gets this one and sends it on.
      await by.run('ats.advanceApplications', { applicationIds: [applicationId] })
      await sql`update ats.decision set by_user = ${bo} where application_id = ${applicationId}`.execute(
        database.write,
      )
      const before = await standing(first, jobId)
      expect(before).toEqual({ stage: 'First talk', state: 'active', decisions: 1 })
      await page.keyboard.press('a')
      await page
        .getByText(`${first} was not decided on by you: Bo Larsen advanced this one meanwhile.`)
        .waitFor()
      expect(await shownName()).not.toBe(first)
      expect(await standing(first, jobId)).toEqual(before)
      // One that a colleague only reads is passed too.
      const second = await shownName()
      await sql`update ats.review_lease set user_id = ${bo}, until = now() + interval '5 minutes'
        where application_id = ${added[Number(second.replace(/\D/g, ''))]!.applicationId}`.execute(
        database.write,
      )
      await page.keyboard.press('h')
      const form = page.getByRole('form', { name: 'Hold' })
      await form.getByLabel(/^Why/).fill('Later')
      await form.getByRole('button', { name: 'Hold', exact: true }).click()
      await page.getByText(`${second} was not decided on by you: Bo Larsen reads this one now.`).waitFor()
      expect(await shownName()).not.toBe(second)
      expect(await standing(second, jobId)).toMatchObject({ state: 'active', decisions: 0 })
    })

    test('an undo that comes too late is refused, and the screen says so and stays true', async () => {
      const { jobId } = await publishedJob(by, 'Late Undo')
      await peopleInProcess(by, jobId, 2)
      await page.goto(`${url}/app/review?job=${jobId}`)
      const first = await shownName()
      await page.keyboard.press('a')
      await page.getByText(`Advanced ${first}`).waitFor()
      await expect.poll(async () => (await standing(first, jobId))?.decisions).toBe(1)
      const next = await shownName()
      await sql`update ats.decision set undone_at = now() where application_id in (select a.id from ats.application a
        where a.job_id = ${jobId})`.execute(database.write)
      await page.keyboard.press('z')
      await page.getByRole('alert').waitFor()
      expect(await shownName()).toBe(next)
    })

    test('the answers of the form stand beside the résumé and are reached by keys', async () => {
      const { jobId } = await publishedJob(by, 'With Answers')
      await peopleInProcess(by, jobId, 1)
      await sql`update ats.application set answers = ${JSON.stringify([
        { questionId: 'why', kind: 'long-text', label: 'Why arms?', value: 'They hold things.' },
        { questionId: 'when', kind: 'text', label: 'From when?', value: null },
      ])}::jsonb where job_id = ${jobId}`.execute(database.write)
      await page.goto(`${url}/app/review?job=${jobId}`)
      const shown = page.getByRole('radiogroup', { name: 'Paper shown' })
      await shown.getByRole('radio', { name: 'Résumé' }).focus()
      await page.keyboard.press('ArrowRight')
      const paper = page.getByRole('region', { name: 'Answers', exact: true })
      await paper.getByText('1. Why arms?').waitFor()
      await paper.getByText('They hold things.').waitFor()
      await paper.getByText('No answer').waitFor()
      await page.keyboard.press('Tab')
      expect(await paper.evaluate((region) => region === document.activeElement)).toBe(true)
    })

    test('a hold shows on the board before the server has answered, and goes when it is refused', async () => {
      const { jobId } = await publishedJob(by, 'Held At Once')
      const [one] = await peopleInProcess(by, jobId, 1)
      await page.goto(`${url}/app/jobs/${jobId}`)
      const card = page.getByRole('listitem').filter({ hasText: 'Kim Number0' })
      await card.waitFor()
      const asked = Promise.withResolvers<void>()
      await page.route('**/api/v1/ats.holdApplications', async (route) => {
        await asked.promise
        await route.continue()
      })
      await card.getByRole('button', { name: 'Acts on Kim Number0' }).click()
      await page.getByRole('menuitem', { name: 'Hold…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Hold' })
      await dialog.getByLabel('Hold until').fill('2099-05-04')
      await dialog.getByLabel(/^Why/).fill('Budget in May')
      await dialog.getByText('One person', { exact: true }).waitFor()
      await dialog.getByRole('button', { name: 'Hold', exact: true }).click()
      const heldCards = () => page.locator('[data-held]').count()
      await expect.poll(heldCards).toBe(1)
      // Meanwhile they withdrew: the hold is refused, and the card is as the server has it.
      await sql`update ats.application set state = 'withdrawn', closed_at = now() where id = ${one!.applicationId}`.execute(
        database.write,
      )
      asked.resolve()
      await dialog.getByText(/This application has ended already/).waitFor()
      await expect.poll(heldCards).toBe(0)
      await page.unroute('**/api/v1/ats.holdApplications')
    })

    test('all of the decided are chosen, also those whose rows are not loaded, and taken back together', async () => {
      const { jobId } = await publishedJob(by, 'Many Decided')
      const added = await peopleInProcess(by, jobId, 130)
      const { reasons } = await by.ask<{ reasons: { code: string; side: string }[] }>('ats.reasons')
      await by.run('ats.rejectApplications', {
        applicationIds: added.map((one) => one.applicationId),
        reasonCode: reasons.find((one) => one.side === 'us')!.code,
        tell: { by: 'mail' },
      })
      await page.goto(`${url}/app/jobs/${jobId}?decided=true`)
      await page
        .getByRole('checkbox', { name: /Kim Number/ })
        .first()
        .check()
      const bar = page.getByRole('toolbar', { name: 'Acts on the chosen rows' })
      await bar.getByRole('button', { name: 'Select all 130' }).click()
      await bar.getByText('130 selected').waitFor()
      await bar.getByRole('button', { name: 'Take back' }).click()
      const dialog = page.getByRole('dialog', { name: 'Take 130 decisions back' })
      await dialog.getByRole('button', { name: 'Take 130 back' }).click()
      await page.getByRole('dialog', { name: 'Taken back' }).getByText('130 people back in process').waitFor()
      const active = await sql<{ count: number }>`select count(*)::int as count from ats.application
        where job_id = ${jobId} and state = 'active'`.execute(database.write)
      expect(active.rows).toEqual([{ count: 130 }])
      await page.getByRole('button', { name: 'Done' }).click()
    })

    test('a seat whose approver has left is handed to somebody who can decide', async () => {
      const { jobId } = await publishedJob(by, 'Seat In Vain')
      const approver = async (name: string) => {
        const id = await colleague(name)
        await sql`insert into accounts.user_role (user_id, role) values (${id}, 'admin')`.execute(
          database.write,
        )
        return id
      }
      const gone = await approver('Gone Away')
      const next = await approver('Nia Okoro')
      await by.run('ats.requestOpenings', { jobId, seats: [{}], approverId: gone })
      await sql`update accounts.user_account set disabled_at = now() where id = ${gone}`.execute(
        database.write,
      )
      await page.goto(`${url}/app/jobs/${jobId}/set-up`)
      await page.getByText(/waits for Gone Away, who can decide it no more; hand it to somebody/).waitFor()
      await page.getByRole('button', { name: 'Hand over…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Hand the opening over' })
      await dialog.getByRole('combobox', { name: 'Who approves instead' }).click()
      await page.getByRole('option', { name: 'Nia Okoro' }).click()
      await dialog.getByRole('button', { name: 'Hand over' }).click()
      await page.getByText(/waits for Nia Okoro/).waitFor()
      const kept = await sql<{ approver: string }>`select approver_id as approver from ats.opening
        where job_id = ${jobId} and state = 'requested'`.execute(database.write)
      expect(kept.rows).toEqual([{ approver: next }])
    })
  },
)
