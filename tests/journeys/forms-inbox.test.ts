import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { firstAdmin, peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'the inbox and a person'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let admin: SignedIn
  let page: Page
  let candidateId: string
  let threadId: string
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page } = northwind)
    // No outreach leaves without it.
    await admin.run('accounts.changeOrganisation', { postalAddress: 'Quay 1, Rotterdam' })
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
    await vi.waitUntil(sent, { timeout: 280_000, interval: 250 })
    threadId = (
      await admin.run<{ threadId: string }>('messaging.simulateReply', {
        messageId: (await sent())!.id,
        text: 'Tuesday at ten.',
      })
    ).threadId
  })
  afterAll(() => northwind?.close())

  type Shown = {
    assignedTo: string | null
    isClosed: boolean
  }
  const thread = () => admin.ask<Shown>('messaging.thread', { id: threadId })
  const button = (says: string | RegExp) => page.getByRole('button', { name: says, exact: true })
  const openThread = () => page.goto(`${northwind.url}/app/inbox?open=${threadId}`)

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
    await page.goto(`${northwind.url}/app/candidates/${candidateId}`)
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

  type Mail = { id: string; state: string; text: string; sendAfter: string | null; direction: string }
  const mails = async () =>
    (await admin.ask<{ messages: Mail[] }>('messaging.thread', { id: threadId })).messages
  const mailThatSays = async (text: string) => (await mails()).find((one) => one.text.includes(text))
  const answer = () => page.getByRole('textbox', { name: /^Answer to/ })
  const send = () => page.locator('[data-answer]').getByRole('button', { name: /^Send/ })

  test('a draft is there again after a reload, and gone once it is sent', async () => {
    await openThread()
    await answer().fill('Tuesday suits us well.')
    await page.reload()
    await expect.poll(() => answer().inputValue()).toBe('Tuesday suits us well.')
    await send().click()
    await expect.poll(() => mailThatSays('Tuesday suits us well.')).toMatchObject({ state: 'waiting' })
    await expect.poll(() => answer().inputValue()).toBe('')
    await page.reload()
    await answer().waitFor()
    expect(await answer().inputValue()).toBe('')
  })

  test('an answer is taken back within ten seconds, and its text can be changed', async () => {
    await openThread()
    await answer().fill('Wednesday, I meant.')
    await send().click()
    await button(/^Undo/).click()
    await expect.poll(() => answer().inputValue()).toBe('Wednesday, I meant.')
    expect(await mailThatSays('Wednesday, I meant.')).toMatchObject({ state: 'cancelled' })
    await answer().fill('')
  })

  test('an answer from a template shows what they will read, and goes once nothing is missing', async () => {
    await openThread()
    await button('Template').click()
    await page.getByRole('menuitem', { name: 'Application received', exact: true }).click()
    await page.getByText(/^Missing: /).waitFor()
    expect(await send().isDisabled()).toBe(true)
    for (const field of await page.locator('[data-answer] input').all()) await field.fill('3 December')
    await page.locator('[data-answer] mark').filter({ hasText: '3 December' }).first().waitFor()
    await send().click()
    await expect
      .poll(() => mailThatSays('You hear from us by 3 December'))
      .toMatchObject({ state: 'waiting' })
  })

  test('an answer leaves at another time, waits until then and is cancelled', async () => {
    await openThread()
    await answer().fill('We speak next week.')
    await button('Later').click()
    await page.getByLabel('Another time').fill('2031-03-04T09:30')
    await button('Leave then').click()
    await send().click()
    await expect
      .poll(() => mailThatSays('We speak next week.'))
      .toMatchObject({ state: 'waiting', sendAfter: '2031-03-04T08:30:00.000Z' })
    const waiting = page.getByRole('listitem').filter({ hasText: 'We speak next week.' })
    await waiting.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => mailThatSays('We speak next week.')).toMatchObject({ state: 'cancelled' })
  })

  test('the list shows whose turn it is, and mine only', async () => {
    await page.goto(`${northwind.url}/app/inbox?show=all`)
    const row = page.getByRole('link', { name: /Kim Number0/ })
    await row.waitFor()
    await page.getByLabel('Mine only').check()
    await row.waitFor({ state: 'detached' })
    await admin.run('messaging.assignThread', {
      threadIds: [threadId],
      userId: (await admin.ask<{ user: { id: string } }>('accounts.me')).user.id,
    })
    await row.waitFor()
    await page.getByRole('link', { name: 'Closed', exact: true }).click()
    await row.waitFor({ state: 'detached' })
  })

  const writeOutreach = async (to: string, text: string) => {
    await page.goto(`${northwind.url}/app/candidates/${to}`)
    await page.getByRole('button', { name: /^Write/ }).click()
    await page.getByLabel('Subject').fill('A word')
    await page.getByRole('textbox', { name: /^Mail to/ }).fill(text)
  }
  const known = async (name: string) => {
    const { candidates } = await admin.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: [{ name, emails: [`${name.toLowerCase()}@people.example`] }],
      },
    )
    return candidates[0]!.candidateId
  }
  const allMails = async () =>
    (
      await admin.ask<{ mails: { id: string; state: string; subject: string; candidateId: string }[] }>(
        'messaging.mailbox',
      )
    ).mails

  test('what the guard holds back goes with a note where its rule may be set aside', async () => {
    const often = await known('Oftena')
    for (const subject of ['First', 'Second'])
      await admin.run('messaging.writeToCandidates', {
        candidateIds: [often],
        purpose: 'outreach',
        subject,
        text: 'Hello.',
      })
    await writeOutreach(often, 'A third one.')
    const why = page.getByLabel(/Why write all the same/)
    await why.waitFor()
    expect(await send().isDisabled()).toBe(true)
    await why.fill('They asked me on the phone.')
    await send().click()
    await expect
      .poll(
        async () =>
          (await allMails()).find((one) => one.subject === 'A word' && one.candidateId === often)?.state,
      )
      .toBe('waiting')
  })

  test('no note is offered where the rule forbids the mail', async () => {
    const alone = await known('Alona')
    await admin.run('candidates.holdContact', { candidateIds: [alone], reason: 'They asked.' })
    await writeOutreach(alone, 'Hello all the same.')
    await page.getByRole('status').filter({ hasText: 'They asked not to be contacted.' }).first().waitFor()
    expect(await page.getByLabel(/Why write all the same/).count()).toBe(0)
    expect(await send().isDisabled()).toBe(true)
  })

  test('the mailbox sends a waiting mail now, cancels another, and answers as the person', async () => {
    const write = async (subject: string) =>
      (
        await admin.run<{ mails: { messageId: string }[] }>('messaging.writeToCandidates', {
          candidateIds: [candidateId],
          purpose: 'process',
          subject,
          text: 'A word on your process.',
          sendAfter: '2031-03-04T08:30:00.000Z',
        })
      ).mails[0]!.messageId
    const stateOf = async (id: string) => (await allMails()).find((one) => one.id === id)?.state
    const [now, never] = [await write('To go now'), await write('Not to go')]
    await page.goto(`${northwind.url}/app/mailbox?open=${never}`)
    await button('Cancel').click()
    await expect.poll(() => stateOf(never)).toBe('cancelled')
    await page.goto(`${northwind.url}/app/mailbox?open=${now}`)
    await button('Send now').click()
    await expect.poll(() => stateOf(now)).toBe('sent')
    await page.getByLabel(/^Answer as/).fill('Here I am.')
    await button('Answer as this person').click()
    await page.getByRole('link', { name: 'See it in the inbox' }).click()
    await page.getByText('Here I am.', { exact: true }).first().waitFor()
  })

  test('nothing went wrong in the page meanwhile', () => expect(northwind.wrong).toEqual([]))
})
