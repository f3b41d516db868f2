import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const maren = '0192a000-0000-7000-80ca-000000000001'

describe.skipIf(!here)(
  here ? 'the forms of Home and the reports' : `the forms of Home and the reports (${noChromium})`,
  () => {
    let northwind: Northwind
    let url: string
    let database: OpenDatabase
    let by: SignedIn
    let me: string
    let page: Page
    /** Where Priya answers the candidates, and where she only decides. */
    let answers: { jobId: string; ids: readonly string[]; candidates: readonly string[] }
    let decides: { jobId: string; ids: readonly string[] }
    let wrong: readonly string[]
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ admin: by, page, url, wrong } = northwind)
      database = await northwind.database()
      const users = await by.ask<{ id: string }[]>('accounts.users')
      me = users[0]!.id
      await sql`insert into accounts.user_account (id, name, mail, mail_key, time_zone, created_at)
        values (${maren}, 'Maren Osei', 'maren@northwind.example', 'maren@northwind.example', 'Europe/Amsterdam', now())`.execute(
        database.write,
      )
      const jobWith = async (title: string, role: string, people: string) => {
        const { jobId } = await publishedJob(by, title)
        await by.run('ats.setTeam', { jobId, team: [{ userId: me, role, leads: true }] })
        const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>(
          'candidates.addCandidates',
          {
            candidates: [0, 1, 2].map((at) => ({
              name: `${people} Number${at}`,
              emails: [`${people.toLowerCase()}${at}@applicants.example`],
            })),
          },
        )
        const { added } = await by.run<{ added: { applicationId: string }[] }>('ats.addApplications', {
          jobId,
          candidateIds: candidates.map((one) => one.candidateId),
        })
        const ids = added.map((one) => one.applicationId)
        await by.run('ats.advanceApplications', { applicationIds: ids.slice(0, 2) })
        return { jobId, ids, candidates: candidates.map((one) => one.candidateId) }
      }
      answers = await jobWith('Motion Control Engineer', 'recruiter', 'Kim')
      decides = await jobWith('Vision Engineer', 'hiring-manager', 'Noor')
      await by.run('ats.setPromise', {
        applicationIds: answers.ids.slice(0, 2),
        promisedFor: new Date(Date.now() + 2 * 86_400_000).toISOString(),
      })
    })
    afterAll(() => northwind?.close())

    const home = () => page.goto(`${url}/app/`)
    const row = (kind: string, words: string) =>
      page.locator(`li[data-duty=${kind}]`).filter({ hasText: words })
    const duties = async (kind: string) =>
      (await by.ask<{ duties: { kind: string; id: string; words: string }[] }>('views.home')).duties.filter(
        (duty) => duty.kind === kind,
      )
    const promisedFor = async (id: string) =>
      (
        await sql<{
          day: string | null
        }>`select (promised_for at time zone 'Europe/Amsterdam')::date::text as day
          from ats.application where id = ${id}`.execute(database.write)
      ).rows[0]!.day
    const stateOf = async (id: string) =>
      (
        await sql<{ state: string; stage: string }>`select a.state, s.name as stage from ats.application a
          join ats.stage s on s.id = a.stage_id where a.id = ${id}`.execute(database.write)
      ).rows[0]!
    const seatAskedBy = async (who: string) => {
      const { openingIds } = await by.run<{ openingIds: string[] }>('ats.requestOpenings', {
        jobId: answers.jobId,
        seats: [{ reason: 'new' }],
      })
      await sql`update ats.opening set requested_by = ${who}, approver_id = ${me} where id = ${openingIds[0]}`.execute(
        database.write,
      )
      return openingIds[0]!
    }
    const seat = async (id: string) =>
      (
        await by.ask<{ openings: { id: string; state: string; decisionNote: string | null }[] }>('ats.job', {
          jobId: answers.jobId,
        })
      ).openings.find((one) => one.id === id)!

    test('a promise gets a new day from Home, and leaves the list when the day is far enough', async () => {
      await home()
      const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
      await row('promise', 'Kim Number0').getByRole('button', { name: 'New date' }).click()
      await page.getByLabel('They hear from us by').fill(day)
      await page.getByRole('button', { name: 'Promise', exact: true }).click()
      await row('promise', 'Kim Number0').waitFor({ state: 'detached' })
      await expect.poll(() => promisedFor(answers.ids[0]!)).toBe(day)
      await page.reload()
      await row('promise', 'Kim Number1').waitFor()
      expect(await row('promise', 'Kim Number0').count()).toBe(0)
    })

    test('a task is done in its row and can be taken back', async () => {
      await by.run('candidates.assignTasks', {
        candidateIds: [answers.candidates[0]],
        assignedTo: me,
        title: 'Ask for the work permit',
      })
      await home()
      await row('task', 'Ask for the work permit').getByRole('button', { name: 'Done' }).click()
      await row('task', 'Ask for the work permit').waitFor({ state: 'detached' })
      await expect.poll(() => duties('task')).toEqual([])
      await page.getByRole('button', { name: /^Undo/ }).click()
      await expect.poll(async () => (await duties('task')).length).toBe(1)
      await home()
      await row('task', 'Ask for the work permit').getByRole('button', { name: 'Done' }).click()
      await expect.poll(() => duties('task')).toEqual([])
    })

    test('a seat is approved, another declined with a word to whoever asked', async () => {
      const approved = await seatAskedBy(maren)
      await home()
      await row('approve', 'Maren Osei asks for it').getByRole('button', { name: 'Approve' }).click()
      await expect.poll(async () => (await seat(approved)).state).toBe('approved')
      const declined = await seatAskedBy(maren)
      await home()
      await row('approve', 'Maren Osei').getByRole('button', { name: 'Decline' }).click()
      await page.getByLabel('Why not; Maren Osei reads it').fill('Not before the spring.')
      await row('approve', 'Maren Osei').getByRole('button', { name: 'Decline', exact: true }).last().click()
      await row('approve', 'Maren Osei').waitFor({ state: 'detached' })
      await expect
        .poll(() => seat(declined))
        .toMatchObject({
          state: 'declined',
          decisionNote: 'Not before the spring.',
        })
    })

    test('a form stays open when the act before it is answered late, and a refusal stands in it', async () => {
      const [approved, kept] = [await seatAskedBy(maren), await seatAskedBy(maren)]
      await home()
      const seats = row('approve', 'Maren Osei asks for it')
      await expect.poll(() => seats.count()).toBe(2)
      let answerNow = () => {}
      const held = new Promise<void>((resolve) => {
        answerNow = resolve
      })
      await page.route('**/api/v1/ats.decideOpenings', async (route) => {
        await held
        await route.continue()
      })
      await seats.first().getByRole('button', { name: 'Approve' }).click()
      await expect.poll(() => seats.count()).toBe(1)
      await seats.getByRole('button', { name: 'Decline' }).click()
      const why = page.getByLabel('Why not; Maren Osei reads it')
      await why.fill('Later.')
      const answered = page.waitForResponse(/ats\.decideOpenings/)
      answerNow()
      await answered
      await page.unroute('**/api/v1/ats.decideOpenings')
      const state = async () => [(await seat(approved)).state, (await seat(kept)).state].toSorted()
      await expect.poll(state).toEqual(['approved', 'requested'])
      await page.waitForTimeout(500)
      expect(await why.inputValue()).toBe('Later.')
      // Blanks are no reason: what refuses them stands in the form, which stays.
      await why.fill('   ')
      const decline = seats.getByRole('button', { name: 'Decline', exact: true }).last()
      await decline.click()
      await seats.getByText('Say in a note why it is declined.').waitFor()
      await why.fill('Later.')
      await decline.click()
      await seats.waitFor({ state: 'detached' })
      await expect.poll(state).toEqual(['approved', 'declined'])
    })

    test('the set-up lets whoever was asked decide a seat, and nobody their own', async () => {
      const own = await by.run<{ openingIds: string[] }>('ats.requestOpenings', {
        jobId: answers.jobId,
        seats: [{ reason: 'backfill' }],
      })
      const asked = await seatAskedBy(maren)
      await page.goto(`${url}/app/jobs/${answers.jobId}/set-up`)
      const rows = page.getByRole('region', { name: 'Openings' }).getByRole('listitem')
      const mine = rows.filter({ hasText: 'Replaces somebody' })
      await mine.waitFor()
      expect(await mine.getByRole('button', { name: 'Approve' }).count()).toBe(0)
      expect(
        await by.tried('ats.decideOpenings', { openingIds: own.openingIds, approve: true }),
      ).toMatchObject({ refusal: { code: 'own-approval' } })
      await rows.getByRole('button', { name: 'Approve' }).click()
      await expect.poll(async () => (await seat(asked)).state).toBe('approved')
      await page.getByRole('button', { name: 'Ask for openings' }).click()
      // Maren plays no role that may approve, and nobody approves their own.
      await page.getByRole('combobox', { name: 'Who approves' }).fill('Maren')
      await page.getByText('Nobody of that name may approve it').waitFor()
      await page.getByRole('combobox', { name: 'Who approves' }).fill('')
      await page.keyboard.press('Tab')
      await page.getByLabel('How many').fill('2')
      await page.getByRole('button', { name: 'Ask', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => rows.filter({ hasText: 'Waits for approval' }).count()).toBe(3)
    })

    test('somebody joins the team, leads it, and leaves it again', async () => {
      const team = async () =>
        (
          await by.ask<{ team: { name: string; role: string; leads: boolean }[] }>('ats.job', {
            jobId: decides.jobId,
          })
        ).team
          .filter((one) => one.name === 'Maren Osei')
          .map(({ role, leads }) => ({ role, leads }))
      const save = async () => {
        await page.getByRole('button', { name: 'Save team' }).click()
        await page.getByRole('button', { name: 'Save team' }).waitFor({ state: 'detached' })
      }
      await page.goto(`${url}/app/jobs/${decides.jobId}/set-up`)
      await page.getByRole('combobox', { name: 'Add somebody to the team' }).click()
      await page.getByRole('option', { name: 'Maren Osei' }).click()
      await page.getByRole('combobox', { name: 'Role of Maren Osei' }).click()
      await page.getByRole('option', { name: 'Recruiter' }).click()
      await page.getByRole('checkbox', { name: 'Maren Osei leads' }).check()
      await save()
      expect(await team()).toEqual([{ role: 'recruiter', leads: true }])
      await page.reload()
      await page.getByRole('button', { name: 'Remove Maren Osei' }).click()
      await save()
      expect(await team()).toEqual([])
    })

    test('one who decides takes one person on and tells another no, who leaves Home', async () => {
      await home()
      await row('decide', 'Noor Number0').getByRole('button', { name: /^To / }).click()
      const on = row('decide', 'Noor Number0').getByRole('button', { name: /^To / }).last()
      await row('decide', 'Noor Number0')
        .getByLabel(/^Tell them by mail/)
        .waitFor()
      await on.click()
      await page.getByText('Advanced Noor Number0').waitFor()
      // They wait for the decision on the next stage now.
      await row('decide', 'Noor Number0').getByText('Goes on from Interviews, or not').waitFor()
      expect(await stateOf(decides.ids[0]!)).toEqual({ state: 'active', stage: 'Interviews' })
      await row('decide', 'Noor Number1').getByRole('button', { name: 'Not now' }).click()
      const no = row('decide', 'Noor Number1').getByRole('form', { name: 'Reject' })
      // To go on as an application for another job is no reason for a no.
      expect(await no.getByText('Went on as an application for another job').count()).toBe(0)
      await no.getByRole('radio', { name: /A must of the job is not shown/ }).check()
      await no.getByLabel('Note for the team').fill('Reads drawings, never drew.')
      await no
        .getByText(/will get|gets/)
        .first()
        .waitFor()
      await no.getByRole('button', { name: 'Reject', exact: true }).click()
      await row('decide', 'Noor Number1').waitFor({ state: 'detached' })
      await expect.poll(async () => (await stateOf(decides.ids[1]!)).state).not.toBe('active')
    })

    test('links of Home lead to the person and to the review', async () => {
      await home()
      await row('promise', 'Kim Number1').getByRole('link', { name: 'Kim Number1' }).click()
      await page.getByRole('heading', { name: 'Kim Number1' }).first().waitFor()
      await home()
      await row('review', 'Motion Control Engineer').getByRole('link', { name: 'Review' }).click()
      await page.getByText('Kim Number2').first().waitFor()
    })

    test('a figure of the report opens its people, days narrow it, and its file has its rows', async () => {
      await page.goto(`${url}/app/reports`)
      await page.getByRole('combobox', { name: 'Job' }).click()
      await page.getByRole('option', { name: 'Vision Engineer' }).click()
      const steps = page.getByRole('region', { name: 'From applying to the hire' }).getByRole('listitem')
      await steps.filter({ hasText: 'First talk' }).getByRole('button').click()
      const behind = page.getByRole('region', { name: 'Came as far as First talk' })
      await behind.getByText('Noor Number1').waitFor()
      expect(await behind.getByRole('listitem').count()).toBe(2)
      await page.reload()
      await behind.getByText('Noor Number0').waitFor()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ])
      const rows = parse(await readFile((await file.path())!, 'utf8'), { columns: true }) as Record<
        string,
        string
      >[]
      expect(rows.map((one) => [one.Step, one['Came this far']])).toEqual([
        ['Applied', '3'],
        ['First talk', '2'],
        ['Interviews', '1'],
        ['Offer', '0'],
        ['Hired', '0'],
      ])
      await page.getByLabel('Applied from').fill('2099-01-01')
      await page.getByText('0 applied, 0 hired').waitFor()
      await behind.getByText('Noor Number0').waitFor({ state: 'detached' })
    })

    test('the file of the candidates has every one of the list', async () => {
      await page.goto(`${url}/app/candidates?q=Noor`)
      await page.getByText('Noor Number0').first().waitFor()
      await page.getByRole('button', { name: 'More', exact: true }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /CSV/ }).click(),
      ])
      const text = await readFile((await file.path())!, 'utf8')
      for (const at of [0, 1, 2]) expect(text).toContain(`Noor Number${at}`)
      expect(text).not.toContain('Kim Number')
    })

    test('Home says so when nothing waits', async () => {
      await by.run('ats.closeJob', {
        jobId: decides.jobId,
        reason: 'other',
        everybodyLeft: { reasonCode: 'position-closed' },
      })
      await by.run('ats.closeJob', {
        jobId: answers.jobId,
        reason: 'other',
        everybodyLeft: { reasonCode: 'position-closed' },
      })
      await home()
      await page.getByText('Nothing waits for you').waitFor()
    })

    test('nothing broke in the page on the way', () => expect(wrong).toEqual([]))
  },
)
