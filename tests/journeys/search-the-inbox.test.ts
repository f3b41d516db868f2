import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostMailsFound, mostWaiting, mostWalked } from '../../src/messaging/inbox/search.sql.ts'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { manyMails } from '../support/many-mails.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import type { SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'the search of the inbox'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let admin: SignedIn
  let page: Page
  const now = new Date().toISOString()
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page } = northwind)
    await admin.run('accounts.changeOrganisation', { postalAddress: 'Quay 1, Rotterdam' })
  })
  afterAll(() => northwind?.close())

  const list = () => page.getByRole('list', { name: 'Conversations' })
  const search = () => page.getByRole('textbox', { name: 'Names, addresses, subjects, texts' })
  const flaws = () => axeFaults(page)

  test('a mail that waits until tomorrow is found by its words', async () => {
    const { candidates } = await admin.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      { candidates: [{ name: 'Wilma Waits', emails: ['wilma@example.org'] }] },
    )
    await admin.run('messaging.writeToCandidates', {
      candidateIds: [candidates[0]!.candidateId],
      purpose: 'process',
      subject: 'Your Tuesday',
      text: 'Bring the gyroscope.',
      sendAfter: new Date(Date.now() + 86_400_000).toISOString(),
    })
    await page.goto(`${northwind.url}/app/inbox?show=all`)
    await search().fill('gyroscope')
    await list()
      .getByRole('link', { name: /Wilma Waits/ })
      .waitFor()
    expect(await list().getByRole('link').count()).toBe(1)
    expect(await page.getByText('One mail waits').count()).toBe(1)
  })

  test('a frequent word that stands far back: the screen says how far it has searched, and goes on', async () => {
    const database = await northwind.database()
    await manyMails(database, { from: 1, to: 1 + mostWalked, now }, { text: 'Something else' })
    await manyMails(
      database,
      { from: 100_000, to: 100_000 + mostMailsFound, now },
      { text: 'The old fair in Utrecht' },
    )
    await search().fill('utrecht')
    await page.getByText('No conversation so far has “utrecht”').waitFor()
    await page.getByText(/^Searched back to .* Many mails have these words/).waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('link', { name: 'Search older conversations' }).click()
    await expect.poll(() => list().getByRole('link').count()).toBe(50)
    await page.getByText('Newer conversations are not here.').waitFor()
    expect(await flaws()).toEqual([])
  })

  test('where very many mails wait, the foot says which were not searched', async () => {
    await manyMails(
      await northwind.database(),
      { from: 200_000, to: 200_000 + mostWaiting, now },
      { text: 'A reminder', waits: true },
    )
    await page.goto(`${northwind.url}/app/inbox?show=all&words=gyroscope`)
    await list()
      .getByRole('link', { name: /Wilma Waits/ })
      .waitFor()
    await page.getByText('Of the many mails that wait, those that leave last were not searched.').waitFor()
    expect(await flaws()).toEqual([])
    expect(northwind.wrong).toEqual([])
  })
})
