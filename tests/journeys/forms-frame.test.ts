import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { dataFolder, type RunningProduct } from '../support/product.ts'

const here = chromiumPath() !== undefined
const name = 'the frame in the demo'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser
  let page: Page
  const wrong: string[] = []
  beforeAll(async () => {
    product = await folder.start()
    browser = await openBrowser()
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
    })
    page = await context.newPage()
    page.on('pageerror', (error) => wrong.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  const side = () => page.getByRole('navigation', { name: 'Main', exact: true })
  const sits = (who: string) => side().getByText(who).waitFor()
  const path = () => new URL(page.url()).pathname.replace(/^\/app/, '')
  const leadsTo = (to: string) => page.waitForURL((url) => url.pathname === `/app${to}`)
  const phone = () => page.setViewportSize({ width: 390, height: 844 })
  const wide = () => page.setViewportSize({ width: 1440, height: 900 })
  const palette = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    const box = page.getByPlaceholder('People, jobs, pages, acts')
    await box.fill(words)
    return page.getByRole('dialog', { name: 'Search or do' }).getByRole('group')
  }

  test('the demo is entered from the seat chosen', async () => {
    await page.goto(`${product.url}/app/first-run?token=${await product.token()}`)
    await page.getByRole('radio', { name: /Priya Raghunathan/ }).check()
    await page.getByRole('button', { name: 'Explore the demo' }).click()
    await side().getByText('Priya Raghunathan').waitFor({ timeout: 280_000 })
  })

  test('another seat is taken from the side bar, and sees only what its role may', async () => {
    await side().getByText('Priya Raghunathan').click()
    await page.getByRole('menuitem', { name: 'Ifeoma Nwosu' }).click()
    await sits('Ifeoma Nwosu')
    expect(await side().getByRole('link', { name: 'Mailbox' }).count()).toBe(0)
    // By its address all the same: it says why it stays shut, and asks the server nothing.
    await page.goto(`${product.url}/app/mailbox`)
    await page.getByRole('heading', { name: 'Your role doesn’t open this page' }).waitFor()
    await side().getByText('Ifeoma Nwosu').click()
    await page.getByRole('menuitem', { name: 'Priya Raghunathan' }).click()
    await sits('Priya Raghunathan')
    await side().getByRole('link', { name: 'Mailbox' }).waitFor()
  })

  test('on a phone the seats stand in the menu, and all of it can be reached', async () => {
    await phone()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const leave = page.getByRole('menuitem', { name: 'Leave the demo' })
    await leave.scrollIntoViewIfNeeded()
    const box = (await leave.boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(844)
    expect(box.x).toBeGreaterThanOrEqual(0)
    // Another seat opens the page anew.
    const anew = page.waitForEvent('load')
    await page.getByRole('menuitem', { name: 'Maren Osei' }).click()
    await anew
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Priya Raghunathan' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Maren Osei' }).count()).toBe(0)
    await page.getByRole('menuitem', { name: 'Priya Raghunathan' }).click()
    await wide()
    await sits('Priya Raghunathan')
  })

  test('dark is chosen, stays after a reload, and light comes back', async () => {
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme')
    await side().getByText('Priya Raghunathan').click()
    await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click()
    await expect.poll(scheme).toBe('dark')
    await page.reload()
    await sits('Priya Raghunathan')
    expect(await scheme()).toBe('dark')
    await side().getByText('Priya Raghunathan').click()
    await page.getByRole('menuitemradio', { name: 'Light or dark as the system' }).click()
    await expect.poll(scheme).toBe('light')
  })

  test('every page of the palette leads where it says, as its keys do', async () => {
    await palette('')
    const titles = await page
      .getByRole('group', { name: 'Pages' })
      .getByRole('option')
      .or(page.getByRole('group', { name: 'Pages' }).getByRole('button'))
      .evaluateAll((all) => all.map((one) => one.querySelector('span')?.textContent ?? ''))
    await page.keyboard.press('Escape')
    expect(titles).toEqual([
      'Home',
      'Inbox',
      'Mailbox',
      'Candidates',
      'Pools',
      'Outreach',
      'Jobs',
      'Reports',
      'Settings',
    ])
    for (const title of titles) {
      await palette(title)
      await page.getByRole('group', { name: 'Pages' }).getByText(title, { exact: true }).click()
      await leadsTo(title === 'Home' ? '/' : `/${title.toLowerCase()}`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      // Until it is gone the keys are its own.
      await page.getByPlaceholder('People, jobs, pages, acts').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await leadsTo('/jobs')
  })

  test('the palette finds a person and a job, and opens them', async () => {
    await palette('# motion con')
    await page
      .getByRole('group', { name: 'Jobs' })
      .getByText(/Motion Control/)
      .first()
      .click()
    await page.waitForURL(/\/app\/jobs\/[0-9a-f-]{36}/)
    await palette('@ anna')
    const found = page.getByRole('group', { name: 'People' }).locator('[data-action]').first()
    const who = (await found.locator('span').filter({ hasText: /Anna/ }).first().innerText()).trim()
    await found.click()
    await page.waitForURL(/\/app\/candidates\/[0-9a-f-]{36}/)
    await page.getByRole('heading', { name: who }).first().waitFor()
  })

  test('the question mark and the menu show the shortcuts of this page; single keys can be switched off', async () => {
    await page.goto(`${product.url}/app/candidates`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Shortcuts' })
    await sheet.getByText('Search or do').waitFor()
    await sheet.getByText('Candidates').first().waitFor()
    const single = sheet.getByRole('switch', { name: /Single keys act/ })
    await single.click({ force: true })
    await expect.poll(() => single.isChecked()).toBe(false)
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
    expect(path()).toBe('/candidates')
    await side().getByText('Priya Raghunathan').click()
    await page.getByRole('menuitem', { name: 'Shortcuts' }).click()
    await single.click({ force: true })
    await expect.poll(() => single.isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await leadsTo('/jobs')
  })

  test('reasons changed in the demo are the product’s own again after leaving it for one’s own organisation', async () => {
    await page.goto(`${product.url}/app/settings?part=reasons`)
    await page.getByLabel('Words of Somebody else was chosen').fill('Others were luckier')
    await page.getByRole('button', { name: 'Save reasons' }).click()
    await page.getByRole('button', { name: 'Drop the changes' }).waitFor({ state: 'detached' })
    await phone()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Leave the demo' }).click()
    const dialog = page.getByRole('dialog', { name: 'Leave the demo' })
    await dialog.getByText('everything in it').click()
    await dialog.getByRole('button', { name: 'Leave and set up mine' }).click()
    await page.getByRole('heading', { name: 'Nobody is here yet' }).waitFor()
    await page.getByLabel('Organisation').waitFor()
    await wide()
    const database = await folder.database()
    const { sql } = await import('kysely')
    const says = await sql<{ says: string }>`select says from ats.reason`.execute(database.read)
    const people = await sql`select from candidates.candidate`.execute(database.read)
    await database.close()
    expect(says.rows.map((one) => one.says)).toContain('Somebody else was chosen')
    expect(people.rows).toEqual([])
    expect(wrong).toEqual([])
  })
})
