import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { dataFolder, type RunningProduct } from '../support/product.ts'
import {
  firstAdmin,
  pageOf,
  peopleInProcess,
  publishedJob,
  type SignedIn,
  setUpNorthwind,
} from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'the inbox and a person'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, { timeout: 90_000 }, () => {
  const folder = dataFolder()
  let product: RunningProduct
  let browser: Browser
  let admin: SignedIn
  let page: Page
  let candidateId: string
  let threadId: string
  const wrong: string[] = []
  beforeAll(async () => {
    product = await folder.start()
    admin = await setUpNorthwind(product.url, await product.token())
    const { jobId } = await publishedJob(admin)
    candidateId = (await peopleInProcess(admin, jobId, 1))[0]!.candidateId
    await admin.run('messaging.writeToCandidates', {
      candidateIds: [candidateId],
      purpose: 'process',
      subject: 'Choose a time',
      text: 'When can you come?',
      sendAfter: new Date().toISOString(),
    })
    const sent = async () =>
      (
        await admin.ask<{ mails: { id: string; state: string; subject: string }[] }>('messaging.mailbox')
      ).mails.find((one) => one.subject === 'Choose a time' && one.state === 'sent')
    await vi.waitUntil(sent, { timeout: 20_000, interval: 250 })
    threadId = (
      await admin.run<{ threadId: string }>('messaging.simulateReply', {
        messageId: (await sent())!.id,
        text: 'Tuesday at ten.',
      })
    ).threadId
    browser = await openBrowser()
    page = await pageOf(browser, product.url, admin)
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => wrong.push(error.message))
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await folder.clear()
  })

  type Shown = {
    assignedTo: string | null
    isClosed: boolean
  }
  const thread = () => admin.ask<Shown>('messaging.thread', { id: threadId })
  const button = (says: string | RegExp) => page.getByRole('button', { name: says, exact: true })
  const openThread = () => page.goto(`${product.url}/app/inbox?open=${threadId}`)

  test('a conversation that nobody has is taken, and given back', async () => {
    await openThread()
    await button('Nobody has it').click()
    await page.getByRole('menuitem', { name: 'I take it' }).click()
    const taker = page.getByRole('main').getByRole('button', { name: firstAdmin.name, exact: true })
    await taker.waitFor()
    await expect.poll(async () => (await thread()).assignedTo).not.toBeNull()
    await taker.click()
    await page.getByRole('menuitem', { name: 'Nobody' }).click()
    await expect.poll(async () => (await thread()).assignedTo).toBeNull()
  })

  test('a conversation is closed and opened again', async () => {
    await openThread()
    await page.getByRole('button', { name: /^Close/ }).click()
    await expect.poll(async () => (await thread()).isClosed).toBe(true)
    await openThread()
    await button('Open again').click()
    await expect.poll(async () => (await thread()).isClosed).toBe(false)
  })

  test('a person gets a tag and loses it', async () => {
    const tags = async () =>
      (await admin.ask<{ tags: { name: string }[] }>('views.candidate', { candidateId })).tags.map(
        (one) => one.name,
      )
    await page.goto(`${product.url}/app/candidates/${candidateId}`)
    await button('Add a tag').click()
    await page
      .getByRole('combobox', { name: 'New tag' })
      .or(page.getByLabel('New tag'))
      .first()
      .fill('robotics')
    await page.keyboard.press('Enter')
    await expect.poll(tags).toEqual(['robotics'])
    await button('Take the tag robotics away').click()
    await expect.poll(tags).toEqual([])
  })

  test('nothing went wrong in the page meanwhile', () => expect(wrong).toEqual([]))
})
