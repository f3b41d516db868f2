import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { publishedJob, type SignedIn } from '../support/signed-in.ts'

interface Shown {
  readonly id: string
  readonly title: string | null
  readonly contactPoints: readonly { readonly value: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly applications: readonly { readonly jobTitle: string }[]
}

const title = 'merging from a person’s page'

describe.skipIf(!chromiumPath())(chromiumPath() ? title : `${title} (${noChromium})`, () => {
  let northwind: Northwind
  let by: SignedIn
  let url: string
  let page: Page
  let here: string
  let other: string

  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin: by, page, url } = northwind)
    const { jobId } = await publishedJob(by)
    const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: [
          { name: 'Siobhán Ní Cheallaigh', title: 'SLAM engineer', emails: ['siobhan@tide.example'] },
          { name: 'Shiv Kelly', company: 'Haulio', emails: ['shiv@haulio.example'] },
        ],
      },
    )
    ;[here, other] = candidates.map(({ candidateId }) => candidateId) as [string, string]
    await by.run('ats.addApplications', { jobId, candidateIds: [other] })
    await by.run('candidates.changeTags', { candidateIds: [other], add: ['robotics'] })
    await by.run('candidates.writeNotes', { candidateIds: [other], body: 'She goes by Shiv at work.' })
    await by.run('messaging.writeToCandidates', {
      candidateIds: [other],
      purpose: 'process',
      subject: 'Choose a time',
      text: 'When can you come?',
    })
  })
  afterAll(() => northwind?.close())

  const shown = (candidateId: string) => by.ask<Shown>('views.candidate', { candidateId })
  const flaws = () => axeFaults(page)
  const whoseTalk = async () =>
    (
      await by.ask<{ threads: { subject: string; candidateId: string }[] }>('messaging.inbox', {
        show: 'all',
      })
    ).threads.find(({ subject }) => subject === 'Choose a time')?.candidateId
  const line = () => page.getByRole('list', { name: 'Timeline' })

  test('the other record is found by name or address, and compared', async () => {
    await page.goto(`${url}/app/candidates/${here}`)
    await page.getByRole('heading', { level: 1, name: /Siobhán/ }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Merge with another record' }).click()
    const choose = page.getByRole('dialog', { name: 'Which record is also Siobhán Ní Cheallaigh?' })
    await choose.waitFor()
    expect(await flaws()).toEqual([])
    await choose.getByRole('textbox').fill('shiv@haulio')
    await choose.getByRole('button', { name: /Shiv Kelly/ }).click()
    const compare = page.getByRole('dialog', { name: 'One person, not two?' })
    const says = (label: RegExp) => compare.getByRole('row', { name: label }).innerText()
    await compare.getByRole('table').waitFor()
    expect(await says(/^Mails/)).toContain('siobhan@tide.example, shiv@haulio.example')
    expect(await says(/^Applications/)).toContain('Motion Control Engineer')
    expect(await says(/^Title/)).toContain('SLAM engineer')
    expect(await flaws()).toEqual([])
  })

  test('merged, everything stands on the one record, which the page shows', async () => {
    const compare = page.getByRole('dialog', { name: 'One person, not two?' })
    await compare.getByRole('radio', { name: /Siobhán/ }).check()
    await compare.getByRole('button', { name: 'Merge into one' }).click()
    await compare.waitFor({ state: 'detached' })
    await page.getByText(/Shiv Kelly was merged into this record/).waitFor()
    await line().getByText('She goes by Shiv at work.').waitFor()
    await line().getByText('“Choose a time”').waitFor()
    expect(await whoseTalk()).toBe(here)
    expect(await shown(here)).toMatchObject({
      id: here,
      title: 'SLAM engineer',
      contactPoints: [{ value: 'siobhan@tide.example' }, { value: 'shiv@haulio.example' }],
      tags: [{ name: 'robotics' }],
      applications: [{ jobTitle: 'Motion Control Engineer' }],
    })
    expect(await flaws()).toEqual([])
  })

  test('taken back on the page, each has its own again', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Take the merge back' }).click()
    await page.getByText(/was merged into this record/).waitFor({ state: 'detached' })
    await line().getByText('She goes by Shiv at work.').waitFor({ state: 'detached' })
    expect(await line().getByText('“Choose a time”').count()).toBe(0)
    expect(await shown(here)).toMatchObject({
      contactPoints: [{ value: 'siobhan@tide.example' }],
      tags: [],
      applications: [],
    })
    expect(await whoseTalk()).toBe(other)
    await page.goto(`${url}/app/candidates/${other}`)
    await line().getByText('“Choose a time”').waitFor()
    await line().getByText('She goes by Shiv at work.').waitFor()
    expect(await shown(other)).toMatchObject({
      id: other,
      applications: [{}],
      tags: [{ name: 'robotics' }],
    })
  })

  test('where the other record stays, the page becomes its page', async () => {
    await page.goto(`${url}/app/candidates/${here}`)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Merge with another record' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('kelly')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Shiv Kelly/ })
      .click()
    await page.getByRole('radio', { name: /Shiv Kelly/ }).check()
    await page.getByRole('button', { name: 'Merge into one' }).click()
    await page.waitForURL(`**/candidates/${other}`)
    await page.getByRole('heading', { level: 1, name: /Shiv Kelly/ }).waitFor()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(async () => (await shown(here)).id).toBe(here)
    await page.getByText(/was merged into this record/).waitFor({ state: 'detached' })
  })

  test('nothing went wrong in the page meanwhile', () => expect(northwind.wrong).toEqual([]))
})
