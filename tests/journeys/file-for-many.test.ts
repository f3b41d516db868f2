import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import type { SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'one file for many people'
const handout = (text = 'The fair’s handout') => ({
  name: 'Handout.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let admin: SignedIn
  let page: Page
  const ids: string[] = []
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page } = northwind)
    const { candidates } = await admin.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: ['Ada Moser', 'Bo Quist', 'Cem Rahimi'].map((name) => ({
          name,
          emails: [`${name.split(' ')[0]!.toLowerCase()}@example.org`],
        })),
      },
    )
    ids.push(...candidates.map(({ candidateId }) => candidateId))
  })
  afterAll(() => northwind?.close())

  const files = () =>
    Promise.all(
      ids.map(async (candidateId) =>
        (await admin.ask<{ files: { name: string }[] }>('views.candidate', { candidateId })).files.map(
          (file) => file.name,
        ),
      ),
    )
  const dialog = () => page.getByRole('dialog', { name: /^Add a file to/ })
  const choose = async (file: ReturnType<typeof handout>) => {
    const choosing = page.waitForEvent('filechooser')
    await dialog()
      .getByRole('button', { name: /^Choose/ })
      .click()
    await (await choosing).setFiles(file)
  }
  const chooseAll = async () => {
    await page.goto(`${northwind.url}/app/candidates`)
    await page.getByRole('checkbox', { name: 'Choose all' }).click()
    await page.getByText('3 selected').waitFor()
  }
  const flaws = () => axeFaults(page)

  test('a file is given to everyone chosen, and taken back from all', async () => {
    await chooseAll()
    await page.keyboard.press('u')
    await dialog().waitFor()
    expect(await dialog().getByRole('button', { name: 'Add file' }).isDisabled()).toBe(true)
    await choose(handout())
    await dialog().getByText('Handout.txt goes to 3 people').waitFor()
    expect(await flaws()).toEqual([])
    await dialog().getByRole('button', { name: 'Add file' }).click()
    await page.getByText('Handout.txt added to 3 people').waitFor()
    expect(await files()).toEqual([['Handout.txt'], ['Handout.txt'], ['Handout.txt']])
    await page.keyboard.press('z')
    await expect.poll(files).toEqual([[], [], []])
  })

  test('who has it already is told of before, gets no second one, and keeps theirs through an undo', async () => {
    await page.goto(`${northwind.url}/app/candidates/${ids[0]}?paper=files`)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add other files' }).click()
    await (await choosing).setFiles(handout())
    await expect.poll(files).toEqual([['Handout.txt'], [], []])
    await chooseAll()
    await page.getByRole('button', { name: 'More' }).last().click()
    await page.getByRole('menuitem', { name: 'Add file' }).click()
    await choose(handout())
    await dialog().getByText('Handout.txt goes to 2 people; 1 has it already').waitFor()
    await dialog().getByRole('button', { name: 'Add file' }).click()
    await page.getByText('1 person had it already').waitFor()
    expect(await files()).toEqual([['Handout.txt'], ['Handout.txt'], ['Handout.txt']])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(files).toEqual([['Handout.txt'], [], []])
  })

  test('it is opened from each of their pages, and the line says who added it', async () => {
    await chooseAll()
    await page.keyboard.press('u')
    await choose(handout('Dates of spring'))
    await dialog().getByRole('button', { name: 'Add file' }).click()
    await page.getByText('Handout.txt added to 3 people').waitFor()
    await page.goto(`${northwind.url}/app/candidates/${ids[2]}?paper=files`)
    await page.getByRole('list', { name: 'Timeline' }).getByText('added a file').first().waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download Handout.txt' }).click()
    expect((await downloading).suggestedFilename()).toBe('Handout.txt')
    expect(northwind.wrong).toEqual([])
  })
})
