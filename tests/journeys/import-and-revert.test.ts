import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'

const rows = 5000

describe.skipIf(!chromiumPath())(
  `importing a list and taking it back (${chromiumPath() ?? noChromium})`,
  () => {
    let northwind: Northwind
    let page: Page
    const file = join(tmpdir(), `throughline-people-${process.pid}.csv`)
    beforeAll(async () => {
      northwind = await openNorthwind()
      page = northwind.page
      await northwind.admin.run('candidates.addCandidates', {
        candidates: [{ name: 'Kwame Boateng', emails: ['kwame@haulio.example'] }],
      })
      await writeFile(file, listOf(rows))
      await page.goto(`${northwind.url}/app/import`)
    })
    afterAll(() => northwind?.close())
    const people = async () =>
      (await northwind.admin.ask<{ ids: string[] }>('views.candidateIds', {})).ids.length
    const figure = (label: string) =>
      page
        .locator('dl div', { has: page.getByText(label, { exact: true }) })
        .locator('dd')
        .innerText()

    it('understands the columns by their headings and says what would become of every row', async () => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chooser).setFiles(file)
      await page.getByRole('button', { name: 'Check every row' }).waitFor()
      expect(await page.getByRole('combobox', { name: 'E-Mail becomes' }).inputValue()).toBe('Mail')
      expect(await axeFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Check every row' }).click()
      await page.getByRole('button', { name: /Bring in/ }).waitFor({ timeout: 60_000 })
      expect(await figure('New')).toBe('4,998')
      expect(await figure('On record already')).toBe('1')
      expect(await figure('Can’t come in')).toBe('1')
      expect(await people()).toBe(1)
    })

    it('brings them in with a report of each row, and goes on over a reload', async () => {
      await page.getByRole('button', { name: /Bring in/ }).click()
      await page.reload()
      await page.getByRole('button', { name: 'Take it back' }).waitFor({ timeout: 100_000 })
      expect(await figure('Added')).toBe('4,998')
      await page.getByText('Can’t come in').first().click()
      await page.getByText('There is no name in this row').waitFor()
      expect(await people()).toBe(4999)
    })

    it('takes them back and leaves who was there before', async () => {
      await page.getByRole('button', { name: 'Take it back' }).click()
      await page.getByText('Taken back', { exact: true }).first().waitFor()
      await expect.poll(people, { timeout: 100_000, interval: 500 }).toBe(1)
    })
  },
)

/** A list as people keep them: one who is on record, one without a name, all others new. */
const listOf = (count: number): string =>
  [
    'Name,E-Mail,Company,City,Tags',
    'Kwame Boateng,kwame@haulio.example,Haulio,Rotterdam,',
    ',,Nobody & Co,,',
    ...Array.from(
      { length: count - 2 },
      (_, at) =>
        `${given[at % given.length]} ${family(at)},person${at}@list.example,Firm ${at % 97},Gdańsk,imported`,
    ),
  ].join('\n')

const given = ['Anna', 'Jan', 'Ewa', 'Piotr', 'Lena', 'Tom', 'Maja', 'Karl', 'Ines', 'Otto', 'Noor']
const family = (at: number): string =>
  [...String(at)]
    .map((digit) => ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'ti', 'vu', 'ze'][Number(digit)])
    .join('')
