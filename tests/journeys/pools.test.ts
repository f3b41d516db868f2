import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { secondRecruiter } from '../support/second-recruiter.ts'
import { pageOf, peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const title = 'people are kept warm in a pool'
const here = chromiumPath() !== undefined

describe.skipIf(!here)(here ? title : `${title} (${noChromium})`, () => {
  let northwind: Northwind
  let by: SignedIn
  let url: string
  let page: Page
  let maren: Page
  let poolId: string
  let jobId: string
  const names = ['Amara Diallo', 'Bence Szabó', 'Chiara Rossi', 'Dorota Nowak']

  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin: by, page, url } = northwind)
    const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: names.map((name, at) => ({ name, emails: [`p${at}@pools.example`] })),
      },
    )
    await by.run('candidates.holdContact', {
      candidateIds: [candidates[3]!.candidateId],
      reason: 'Asked by mail',
    })
    jobId = (await publishedJob(by)).jobId
    await peopleInProcess(by, jobId, 1)
    maren = await pageOf(northwind.browser, url, await secondRecruiter(url, await northwind.database()))
  })
  afterAll(() => northwind?.close())

  const flaws = (on: Page = page) => axeFaults(on)
  const grid = () => page.getByRole('grid', { name: 'Candidates' })
  const rows = () =>
    grid()
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') })
  const stage = (name: string) => page.getByRole('navigation', { name: 'Stages' }).getByRole('link', { name })
  const choose = async (...chosen: string[]) => {
    for (const name of chosen)
      await grid()
        .getByRole('checkbox', { name: `Choose ${name}` })
        .click()
  }
  /** Who stands where, as the server says it. */
  const standing = async () =>
    Object.fromEntries(
      (
        await by.ask<{ rows: { name: string; standing: { stage: string } }[] }>('views.candidates', {
          filters: { pools: [poolId] },
        })
      ).rows.map((one) => [one.name, one.standing.stage]),
    )
  const idsOf = async (name: string) =>
    (await by.ask<{ rows: { id: string }[] }>('views.candidates', { words: `"${name}"` })).rows.map(
      ({ id }) => id,
    )
  const openPool = async () => {
    await page.goto(`${url}/app/pools/${poolId}`)
    await page.getByRole('heading', { level: 1, name: 'Perception, EU' }).waitFor()
  }

  test('made where there was none, for oneself alone', async () => {
    await page.goto(`${url}/app/`)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pools' }).click()
    await page.getByText('No pools yet').waitFor()
    expect(await flaws()).toEqual([])
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: 'New pool' })
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Perception, EU')
    await dialog.getByText('Only some').click()
    await dialog.getByRole('textbox', { name: 'Stage 1' }).fill('Met')
    await dialog.getByRole('button', { name: 'Move Met down' }).click()
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: 'Make the pool' }).click()
    await page.getByRole('heading', { level: 1, name: 'Perception, EU' }).waitFor()
    await page.getByText('Nobody in this pool yet').waitFor()
    expect(await page.getByRole('navigation', { name: 'Stages' }).innerText()).toMatch(
      /All[\s\S]*In touch[\s\S]*Met[\s\S]*Interested/,
    )
    poolId = /pools\/([0-9a-f-]+)/.exec(page.url())![1]!
    expect(await flaws()).toEqual([])
  })

  test('filled from the list, passing over whoever asked not to be contacted, and saying so', async () => {
    await page.goto(`${url}/app/candidates?sort=name`)
    await choose(...names)
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Add 4 people to a pool' })
    await dialog.getByText('1 person will be skipped: asked not to be contacted').waitFor()
    await dialog.getByRole('combobox', { name: 'Pool' }).click()
    await page.getByRole('option', { name: 'Perception, EU' }).click()
    await dialog.getByRole('button', { name: 'Add to pool' }).click()
    await page.getByText('Added 3 people to Perception, EU').waitFor()
    await page.getByText('1 skipped: asked not to be contacted', { exact: true }).waitFor()
    expect(await standing()).toEqual({
      'Amara Diallo': 'In touch',
      'Bence Szabó': 'In touch',
      'Chiara Rossi': 'In touch',
    })
  })

  test('moved by many to the stage of a digit, which the tabs count', async () => {
    await openPool()
    await choose('Amara Diallo', 'Bence Szabó')
    await page.keyboard.press('s')
    await page.getByRole('dialog', { name: 'Move 2 people' }).waitFor()
    expect(await flaws()).toEqual([])
    await page.keyboard.press('3')
    await page.getByText('Moved 2 people to Interested').waitFor()
    await stage('Interested').filter({ hasText: '2' }).click()
    await expect.poll(() => rows().count()).toBe(2)
    expect(await standing()).toMatchObject({ 'Amara Diallo': 'Interested', 'Chiara Rossi': 'In touch' })
  })

  test('let be until a day, and found again under Snoozed', async () => {
    await openPool()
    await choose('Chiara Rossi')
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Snooze 1 person' })
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Finishes the thesis')
    await dialog.getByRole('button', { name: 'Snooze', exact: true }).click()
    await page.getByText('1 person snoozed').waitFor()
    await page.getByRole('button', { name: 'Snoozed 1' }).click()
    await expect.poll(() => rows().count()).toBe(1)
    expect(await rows().innerText()).toContain('Snoozed until')
    expect(page.url()).toContain('snoozed')
  })

  test('noted by many as ready to move, which makes them ready', async () => {
    await openPool()
    await choose('Amara Diallo', 'Chiara Rossi')
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: 'When would 2 people move?' }).waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('radio', { name: 'Now', exact: true }).check()
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('Noted for 2 people').waitFor()
    await rows().filter({ hasText: 'Amara Diallo' }).getByText('Now', { exact: true }).waitFor()
    // Chiara would move as well, but is let be.
    await page.getByRole('button', { name: 'Ready 2' }).click()
    await expect
      .poll(() =>
        rows()
          .allInnerTexts()
          .then((all) => all.join()),
      )
      .not.toContain('Chiara')
    await by.run('crm.noteReadiness', { candidateIds: await idsOf('Chiara Rossi'), months: null })
  })

  test('taken out and put back where they stood, by Z', async () => {
    await openPool()
    await choose('Amara Diallo')
    await page.keyboard.press('Shift+P')
    await page.getByText('Took 1 person out of Perception, EU').waitFor()
    await expect.poll(() => rows().count()).toBe(2)
    await page.keyboard.press('z')
    await expect.poll(() => rows().count()).toBe(3)
    expect(await standing()).toMatchObject({ 'Amara Diallo': 'Interested' })
  })

  test('shown and changed on the person’s page', async () => {
    await page.goto(`${url}/app/candidates?q=Rossi`)
    await rows().first().click()
    const panel = page.getByRole('complementary', { name: 'Chiara Rossi' })
    await panel.getByRole('button', { name: 'Perception, EU In touch' }).waitFor()
    expect(await flaws()).toEqual([])
    await panel.getByRole('link', { name: 'Open' }).click()
    await page.getByRole('heading', { level: 1, name: 'Chiara Rossi' }).waitFor()
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Would move: not known' }).click()
    await page.getByRole('menuitem', { name: 'In 3 months' }).click()
    await page.getByRole('button', { name: /^Would move: from / }).waitFor()
    await page.getByRole('button', { name: /^Snoozed until / }).click()
    await page.getByText('“Finishes the thesis”').waitFor()
    await page.getByRole('menuitem', { name: 'Take up again now' }).click()
    await page.getByRole('button', { name: 'Snooze', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Perception, EU In touch' }).click()
    await page.getByRole('menuitem', { name: 'Met' }).click()
    await page.getByRole('button', { name: 'Perception, EU Met' }).waitFor()
    await page.getByText(/moved them to Met in Perception, EU/).waitFor()
    expect(await flaws()).toEqual([])
  })

  test('filled while reading applications, by P and undone by Z', async () => {
    await page.goto(`${url}/app/review?job=${encodeURIComponent(JSON.stringify(jobId))}`)
    await page.getByRole('region', { name: 'Criteria and answers' }).getByRole('link').first().waitFor()
    await page.keyboard.press('p')
    const form = page.getByRole('form', { name: 'Pool' })
    // The pool that was chosen last stands there already.
    await form.getByRole('button', { name: 'Add to pool' }).click()
    await page.getByText('Added 1 person to Perception, EU').waitFor()
    expect(Object.keys(await standing())).toContain('Kim Number0')
    await page.keyboard.press('z')
    await expect.poll(async () => Object.keys(await standing())).not.toContain('Kim Number0')
  })

  test('kept for seats, against which its ready people are counted here and in the list', async () => {
    await openPool()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Seats it is kept for' }).click()
    const dialog = page.getByRole('dialog', { name: 'Seats for Perception, EU' })
    await dialog.getByRole('textbox', { name: 'What for' }).fill('The second line')
    await dialog.getByRole('textbox', { name: 'How many' }).fill('6')
    await dialog.getByLabel('By').fill('2030-03-01')
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: 'Save the seats' }).click()
    await page.getByText('2 ready for 6 seats by 1 Mar 2030').waitFor()
    await page.getByRole('list', { name: 'Seats it is kept for' }).getByText('The second line').waitFor()
    expect(await flaws()).toEqual([])
    await page.goto(`${url}/app/pools`)
    await page.getByText('2 ready for 6 seats by 1 Mar 2030').waitFor()
    expect(await flaws()).toEqual([])
  })

  test('not there for a colleague, until it is shared with them', async () => {
    await maren.goto(`${url}/app/pools`)
    await maren.getByText('No pools yet').waitFor()
    await maren.goto(`${url}/app/pools/${poolId}`)
    await maren.getByText('This pool is not shown').waitFor()
    await openPool()
    await page.keyboard.press('i')
    const dialog = page.getByRole('dialog', { name: 'Edit Perception, EU' })
    await dialog.getByRole('combobox', { name: 'Who else sees it' }).click()
    await page.getByRole('option', { name: 'Maren Osei' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Private, also seen by Maren Osei').waitFor()
    await maren.goto(`${url}/app/pools`)
    const row = maren.getByRole('row', { name: /Perception, EU/ })
    await row.waitFor()
    expect(await flaws(maren)).toEqual([])
    await row.getByRole('link', { name: 'Interested 2' }).click()
    await maren.getByRole('grid', { name: 'Candidates' }).getByText('Bence Szabó').waitFor()
  })

  test('archived and taken up again', async () => {
    await openPool()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Archive the pool' }).click()
    await page.getByText('Archived Perception, EU').waitFor()
    expect((await by.ask<{ pools: unknown[] }>('views.pools')).pools).toEqual([])
    await page.keyboard.press('z')
    await page.getByRole('button', { name: 'Add people' }).waitFor()
    expect((await by.ask<{ pools: unknown[] }>('views.pools')).pools).toHaveLength(1)
    expect(northwind.wrong).toEqual([])
  })
})
