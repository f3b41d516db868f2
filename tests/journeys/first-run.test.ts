import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { dataFolder, type RunningProduct } from '../support/product.ts'
import { codeOf, firstAdmin } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined

describe.skipIf(!here)(here ? 'the first run' : `the first run (${noChromium})`, { timeout: 60_000 }, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser
  let page: Page
  const elsewhere: string[] = []
  const wrong: string[] = []
  beforeAll(async () => {
    product = await folder.start()
    browser = await openBrowser()
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })
    context.setDefaultTimeout(30_000)
    page = await context.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    page.on('pageerror', (error) => wrong.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  test('without the printed token every address leads to the first page, which only says where to find it', async () => {
    await page.goto(product.url)
    await page.waitForURL('**/app/first-run')
    await page.getByText('the address that was printed in the terminal').waitFor()
    expect(await page.getByLabel('Organisation').count()).toBe(0)
  })

  test('with it an organisation is set up, and its first administrator gets a second factor', async () => {
    await page.goto(`${product.url}/app/first-run?token=${await product.token()}`)
    await page.getByRole('heading', { name: 'Nobody is here yet' }).waitFor()
    expect(page.url()).not.toContain('token')
    await page.getByLabel('Organisation').fill('Northwind Robotics')
    await page.getByLabel('Your name, as you write it').fill(firstAdmin.name)
    await page.getByLabel('Your mail').fill(firstAdmin.mail)
    await page.getByLabel('Password').first().fill(firstAdmin.password)
    await page.getByLabel('Office in').fill('Rotterdam')
    await page.getByRole('combobox', { name: 'Country' }).fill('Netherl')
    await page.getByRole('option', { name: 'Netherlands', exact: true }).click()
    await page.getByRole('radio', { name: /One job/ }).check()
    await page.getByRole('button', { name: 'Set up Northwind Robotics' }).click()

    await page.getByRole('heading', { name: 'Protect your account' }).waitFor()
    const secret = page.getByTestId('secret')
    await expect.poll(() => secret.textContent()).toMatch(/^[A-Z2-7]{32}$/)
    await page.getByLabel('Six digits').fill(codeOf((await secret.textContent())!))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'Keep these codes' }).waitFor()
    expect(await page.getByRole('listitem').count()).toBeGreaterThanOrEqual(8)
    await page.getByRole('button', { name: 'I have kept them' }).click()
  })

  test('the first job is published in one dialogue', async () => {
    const dialog = page.getByRole('dialog', { name: 'New job' })
    await dialog.getByLabel('Title').fill('Motion Control Engineer')
    await dialog.getByLabel('Pay from').fill('62000')
    await dialog.getByLabel('to', { exact: true }).fill('78000')
    await dialog.getByLabel('Text').fill('# What you will do\n\nMake arms move.')
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await page.waitForURL(/\/app\/jobs\/[^/]+\/posting/)
    await page
      .getByRole('heading', { name: /Motion Control Engineer/ })
      .first()
      .waitFor()
  })

  test('a visitor finds it on the careers site, with its pay, and can apply', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const visitor = await context.newPage()
    await visitor.goto(product.url)
    expect(await visitor.title()).toContain('Northwind Robotics')
    await visitor.getByRole('link', { name: 'Motion Control Engineer' }).click()
    await visitor.getByRole('heading', { level: 1, name: 'Motion Control Engineer' }).waitFor()
    const text = await visitor.locator('main').innerText()
    expect(text).toContain('Rotterdam')
    expect(text).toMatch(/62[,.]000/)
    expect(text).toContain('Make arms move.')
    await visitor.getByRole('link', { name: 'Apply for this job' }).first().click()
    await visitor.getByRole('button', { name: 'Send application' }).first().waitFor()
    expect(visitor.url()).toMatch(/\/careers\/jobs\/.+\/apply/)
    await context.close()
  })

  test('set up once, the first page lets nobody in again, and nothing was asked of any other place', async () => {
    await page.goto(`${product.url}/app/first-run`)
    await page.getByRole('heading', { name: 'Somebody is here already' }).waitFor()
    expect(elsewhere).toEqual([])
    expect(wrong).toEqual([])
  })
})
