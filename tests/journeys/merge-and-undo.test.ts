import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'

interface Shown {
  readonly id: string
  readonly contactPoints: readonly { readonly value: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly merges: readonly unknown[]
}

describe.skipIf(!chromiumPath())(
  `merging two records and taking it back (${chromiumPath() ?? noChromium})`,
  () => {
    let northwind: Northwind
    let page: Page
    let ids: string[]
    beforeAll(async () => {
      northwind = await openNorthwind()
      page = northwind.page
      const { candidates } = await northwind.admin.run<{ candidates: { candidateId: string }[] }>(
        'candidates.addCandidates',
        {
          candidates: [
            {
              name: 'Kwame Boateng',
              title: 'Staff engineer',
              company: 'Haulio',
              location: 'Rotterdam',
              country: 'NL',
              emails: ['kwame@haulio.example'],
            },
            {
              name: 'Kwame Boateng',
              company: 'Haulio',
              location: 'Rotterdam',
              country: 'NL',
              emails: ['k.boateng@private.example'],
              phones: ['+31612345678'],
            },
            {
              name: 'Siobhán Ní Cheallaigh',
              title: 'SLAM engineer',
              location: 'Cork',
              country: 'IE',
              emails: ['siobhan@tide.example'],
            },
          ],
        },
      )
      ids = candidates.map(({ candidateId }) => candidateId)
      await northwind.admin.run('candidates.changeTags', { candidateIds: [ids[1]], add: ['Rust systems'] })
      await page.goto(`${northwind.url}/app/candidates/duplicates`)
    })
    afterAll(() => northwind?.close())
    const shown = (id: string) => northwind.admin.ask<Shown>('views.candidate', { candidateId: id })

    it('suggests the pair with its reasons, and shows before what the one record will say', async () => {
      await page.getByText('Same family name').waitFor()
      await page.getByRole('button', { name: 'Compare and merge' }).click()
      const dialog = page.getByRole('dialog', { name: 'One person, not two?' })
      await dialog.getByRole('table', { name: 'What the one record will say' }).waitFor()
      expect(await dialog.getByRole('row', { name: /Mails/ }).innerText()).toContain(
        'k.boateng@private.example',
      )
      expect(await axeFaults(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Merge into one' }).click()
      await page.getByText('Nobody seems to be on record twice').waitFor()
    })

    it('holds on one record what both held, and leads from the old address to it', async () => {
      const [one, other] = [await shown(ids[0]!), await shown(ids[1]!)]
      expect(other.id).toBe(one.id)
      expect(one.contactPoints.map(({ value }) => value)).toEqual(
        expect.arrayContaining(['kwame@haulio.example', 'k.boateng@private.example']),
      )
      expect(one.tags.map(({ name }) => name)).toEqual(['Rust systems'])
      await page.goto(`${northwind.url}/app/candidates/${ids[1]}`)
      await page.waitForURL(`**/candidates/${one.id}`)
    })

    it('takes the merge back from the page, and each holds its own again', async () => {
      await page.getByRole('button', { name: 'Take the merge back' }).click()
      await page.getByRole('button', { name: 'Take the merge back' }).waitFor({ state: 'detached' })
      const [one, other] = [await shown(ids[0]!), await shown(ids[1]!)]
      expect(other.id).not.toBe(one.id)
      expect(one.contactPoints.map(({ value }) => value)).toEqual(['kwame@haulio.example'])
      expect([one.tags, other.tags].map((tags) => tags.map(({ name }) => name))).toEqual([
        [],
        ['Rust systems'],
      ])
      expect(one.merges).toEqual([])
    })

    it('merges two that were chosen in the list, and undoes it with Z', async () => {
      await page.goto(`${northwind.url}/app/candidates?sort=name`)
      await page
        .getByRole('row', { name: /Kwame Boateng/ })
        .first()
        .waitFor()
      for (const box of await page.getByRole('checkbox', { name: 'Choose Kwame Boateng' }).all())
        await box.click()
      await page.getByText('2 selected').waitFor()
      await page.keyboard.press('m')
      await page.getByRole('button', { name: 'Merge into one' }).click()
      await page.getByText('Merged into Kwame Boateng').waitFor()
      expect((await shown(ids[1]!)).id).toBe((await shown(ids[0]!)).id)
      await page.keyboard.press('z')
      await expect.poll(async () => (await shown(ids[1]!)).id === (await shown(ids[0]!)).id).toBe(false)
    })
  },
)
