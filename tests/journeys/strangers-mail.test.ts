import { ImapFlow } from 'imapflow'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import type { SignedIn } from '../support/signed-in.ts'

const missing = [chromiumPath() ? '' : noChromium, hasDovecot ? '' : 'no Dovecot 2.3 found'].filter(Boolean)
const title = 'mail of people nobody knows'

interface Shown {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly contactPoints: readonly { readonly value: string; readonly cameFrom: string }[]
}

describe.skipIf(missing.length > 0)(missing.length > 0 ? `${title} (${missing.join('; ')})` : title, () => {
  let northwind: Northwind
  let imap: Awaited<ReturnType<typeof startDovecot>>
  let by: SignedIn
  let url: string
  let page: Page
  let known: string

  beforeAll(async () => {
    imap = await startDovecot()
    northwind = await openNorthwind({ IMAP_URL: imap.url('jobs') })
    ;({ admin: by, page, url } = northwind)
    await by.run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })
    const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      {
        candidates: [{ name: 'Tilda Berg', title: 'Controls engineer', emails: ['tilda@haulio.example'] }],
      },
    )
    known = candidates[0]!.candidateId
  })
  afterAll(async () => {
    await northwind?.close()
    await imap?.stop()
  })

  const list = () => page.getByRole('list', { name: 'Conversations' })
  const row = (words: string | RegExp) => list().getByRole('link', { name: words })
  const search = () => page.getByRole('textbox', { name: 'Names, addresses, subjects, texts' })
  const shown = (candidateId: string) => by.ask<Shown>('views.candidate', { candidateId })
  const flaws = () => axeFaults(page)

  test('a stranger’s mail stands in the inbox as nobody’s', async () => {
    await page.goto(`${url}/app/inbox`)
    await page.getByText('Nobody waits for an answer').waitFor()
    await post(imap, [
      {
        from: 'Noor van Dam <noor@strangers.example>',
        subject: 'Motion control in Rotterdam?',
        text: 'Hello, I saw your arm at the fair. Do you look for somebody who tunes drives?',
      },
    ])
    await row(/Noor van Dam/).waitFor()
    expect(await row(/Noor van Dam/).innerText()).toContain('Whose is it?')
    await row(/Noor van Dam/).click()
    await page.getByText('Nobody on record has this address.').waitFor()
    expect(await flaws()).toEqual([])
  })

  test('the recruiter makes a person of the writer: name and address are there, the mail is the source', async () => {
    await page.getByRole('button', { name: 'Somebody new' }).click()
    const form = page.getByRole('dialog', { name: 'Put them on record' })
    expect(await form.getByLabel(/^Name/).inputValue()).toBe('Noor van Dam')
    expect(await form.getByLabel('Mail').inputValue()).toBe('noor@strangers.example')
    expect(await flaws()).toEqual([])
    await form.getByLabel(/^Name/).fill('Noor van Dam-Amesz')
    await form.getByLabel(/^Name/).press('Enter')
    await form.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Noor van Dam-Amesz' }).getByRole('link').click()
    await page.waitForURL('**/candidates/*')
    const candidateId = new URL(page.url()).pathname.split('/').at(-1)!
    expect(await shown(candidateId)).toMatchObject({
      name: 'Noor van Dam-Amesz',
      source: 'mail',
      contactPoints: [{ value: 'noor@strangers.example', cameFrom: 'mail' }],
    })
  })

  test('the mail stands on the new person’s line and is answered there', async () => {
    const line = page.getByRole('list', { name: 'Timeline' })
    await line.getByText('“Motion control in Rotterdam?”').waitFor()
    await line.getByRole('button', { name: 'Answer' }).click()
    await page.getByText('Do you look for somebody who tunes drives?').waitFor()
    await page.getByRole('textbox', { name: /^Answer to Noor/ }).fill('We do. Can you call on Friday?')
    expect(await flaws()).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () =>
        (
          await by.ask<{ mails: { to: string; state: string }[] }>('messaging.mailbox', {
            to: 'noor@strangers.example',
          })
        ).mails.map(({ state }) => state),
      )
      .toEqual(['sent'])
  })

  test('a second stranger is found to be somebody on record, by keyboard', async () => {
    await post(imap, [
      {
        from: 'T. Berg <tilda@private.example>',
        subject: 'My new address',
        text: 'Please write to me here.',
      },
    ])
    await page.goto(`${url}/app/inbox`)
    await row(/T\. Berg/).waitFor()
    await page.keyboard.press('j')
    const whose = page.getByRole('textbox', { name: 'Whose is it?' })
    await whose.fill('tilda')
    await page.getByRole('option', { name: /Tilda Berg/ }).waitFor()
    await whose.press('Enter')
    await page.getByRole('heading', { name: 'Tilda Berg' }).waitFor()
    await page.getByText('Nobody on record has this address.').waitFor({ state: 'detached' })
    expect((await shown(known)).contactPoints).toMatchObject([
      { value: 'tilda@haulio.example', cameFrom: 'user' },
      { value: 'tilda@private.example', cameFrom: 'mail' },
    ])
    await page.goto(`${url}/app/candidates/${known}?paper=contact`)
    await page.getByText('tilda@private.example').first().waitFor()
  })

  test('their next mail is theirs at once', async () => {
    await post(imap, [
      { from: 'T. Berg <tilda@private.example>', subject: 'And a question', text: 'Is Friday still good?' },
    ])
    await page.goto(`${url}/app/inbox`)
    await row(/Is Friday still good/).waitFor()
    expect(await row(/Is Friday still good/).innerText()).toContain('Tilda Berg')
    await expect.poll(() => list().getByText('Whose is it?').count()).toBe(0)
  })

  test('a stranger linked to the wrong person is a stranger again, by the undo right after', async () => {
    await post(imap, [
      {
        from: 'Timo Berg <timo@strangers.example>',
        subject: 'Are you looking?',
        text: 'I tune drives as well.',
      },
    ])
    await page.goto(`${url}/app/inbox`)
    await row(/Timo Berg/).waitFor()
    await row(/Timo Berg/).click()
    const whose = page.getByRole('textbox', { name: 'Whose is it?' })
    await whose.fill('tilda')
    await page.getByRole('option', { name: /Tilda Berg/ }).click()
    await page.getByText('The mail is Tilda Berg’s').waitFor()
    await page.getByText('a colleague said that it is Tilda Berg’s').waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('timo@strangers.example left the record').waitFor()
    await page.getByText('Nobody on record has this address.').waitFor()
    expect((await shown(known)).contactPoints.map(({ value }) => value)).not.toContain(
      'timo@strangers.example',
    )
  })

  test('and later from the mail on the person’s line, with what we answered', async () => {
    const whose = page.getByRole('textbox', { name: 'Whose is it?' })
    await whose.fill('tilda')
    await page.getByRole('option', { name: /Tilda Berg/ }).click()
    await page.getByText('The mail is Tilda Berg’s').waitFor()
    await page.goto(`${url}/app/candidates/${known}`)
    const line = page.getByRole('list', { name: 'Timeline' })
    await line.getByText('I tune drives as well.').click()
    await line.getByRole('button', { name: 'Not this person’s mail' }).click()
    await page.getByText('Not Tilda Berg’s mail any more').waitFor()
    await line.getByText('said that a mail is not theirs after all').first().waitFor()
    await expect.poll(() => line.getByText('“Are you looking?”').count()).toBe(0)
    expect(await flaws()).toEqual([])
    await page.goto(`${url}/app/inbox`)
    await row(/Timo Berg/).waitFor()
    expect(await row(/Timo Berg/).innerText()).toContain('Whose is it?')
  })

  test('many conversations: searched, narrowed and paged by mouse', async () => {
    await post(
      imap,
      Array.from({ length: 60 }, (_, at) => ({
        from: `Writer Number${at} <writer${at}@many.example>`,
        subject: `Question ${at}`,
        text: at === 7 ? 'About the gantry crane.' : 'About the job.',
      })),
    )
    await expect
      .poll(
        async () =>
          (
            await by.ask<{ threads: unknown[] }>('messaging.inbox', {
              show: 'us',
              words: 'many',
              limit: 200,
            })
          ).threads.length,
        { timeout: 60_000, interval: 500 },
      )
      .toBe(60)
    await page.goto(`${url}/app/inbox`)
    await expect.poll(() => list().getByRole('link').count()).toBe(50)
    await page.getByRole('link', { name: 'Older conversations' }).click()
    await expect.poll(() => list().getByRole('link').count()).toBe(12)
    expect(await row(/Number59/).count()).toBe(0)
    await page.getByRole('link', { name: 'Back to the newest' }).click()
    await expect.poll(() => list().getByRole('link').count()).toBe(50)
    await search().fill('gantry')
    await expect.poll(() => list().getByRole('link').count()).toBe(1)
    await row(/Number7/).click()
    await page.getByText('About the gantry crane.').last().waitFor()
    await page.getByLabel('Mine only').check()
    await page.getByText('No conversation here has “gantry”').waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('link', { name: 'Search all conversations' }).click()
    await row(/Number7/).waitFor()
  })

  test('the same by keyboard: searched, walked, paged and left', async () => {
    await page.goto(`${url}/app/inbox`)
    await row(/Number59/).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('writer12')
    await expect.poll(() => list().getByRole('link').count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Writer Number12' }).waitFor()
    await search().focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => list().getByRole('link').count()).toBe(50)
    await page.getByRole('link', { name: 'Older conversations' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => list().getByRole('link').count()).toBe(12)
    await expect
      .poll(() =>
        list()
          .getByRole('link')
          .first()
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.press('j')
    await page.waitForURL(/open=/)
    await page.keyboard.press('Escape')
    await page.waitForURL((to) => !to.searchParams.has('open'))
  })

  test('on a phone: one pane at a time, nothing wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${url}/app/inbox`)
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    await search().fill('gantry')
    await expect.poll(() => list().getByRole('link').count()).toBe(1)
    expect(await fits()).toBe(true)
    await row(/Number7/).click()
    await page.getByText('Nobody on record has this address.').waitFor()
    expect(await list().isVisible()).toBe(false)
    expect(await fits()).toBe(true)
    expect(await flaws()).toEqual([])
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await row(/Number7/).waitFor()
  })

  test('nothing went wrong in the page meanwhile', () => expect(northwind.wrong).toEqual([]))
})

/** Puts mails into the mailbox as another mail server would have delivered them. */
const post = async (
  imap: { readonly port: number },
  mails: readonly { readonly from: string; readonly subject: string; readonly text: string }[],
) => {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imap.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'jobs', pass: 'secret' },
    logger: false,
  })
  await client.connect()
  for (const [at, { from, subject, text }] of mails.entries())
    await client.append(
      'INBOX',
      [
        `From: ${from}`,
        'To: priya@northwind.example',
        `Subject: ${subject}`,
        `Message-ID: <${Date.now()}.${at}@strangers.example>`,
        `Date: ${new Date().toUTCString()}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ].join('\r\n'),
    )
  await client.logout()
}
