import { ImapFlow } from 'imapflow'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import type { SignedIn } from '../support/signed-in.ts'

const missing = [chromiumPath() ? '' : noChromium, hasDovecot ? '' : 'no Dovecot 2.3 found'].filter(Boolean)
const title = 'people of a pool are written to in steps, until they answer'

describe.skipIf(missing.length > 0)(missing.length > 0 ? `${title} (${missing.join('; ')})` : title, () => {
  let northwind: Northwind
  let imap: Awaited<ReturnType<typeof startDovecot>>
  let by: SignedIn
  let url: string
  let page: Page
  let database: OpenDatabase
  let poolId: string
  const names = ['Amara Diallo', 'Bence Szabó', 'Chiara Rossi', 'Dorota Nowak']
  const mailOf = (name: string) => `${name.split(' ')[0]!.toLowerCase()}@pools.example`

  beforeAll(async () => {
    imap = await startDovecot()
    northwind = await openNorthwind({ IMAP_URL: imap.url('jobs') })
    ;({ admin: by, page, url } = northwind)
    page.setDefaultTimeout(60_000)
    database = await northwind.database()
    await by.run('accounts.changeOrganisation', { postalAddress: 'Quay 1, Rotterdam' })
    // Whatever the clock says while this runs, nobody sleeps.
    await by.run('accounts.changeSettings', {
      settings: [
        { key: 'mail.delayMinutes', value: 0 },
        { key: 'mail.quietFromHour', value: 0 },
        { key: 'mail.quietUntilHour', value: 0 },
      ],
    })
    const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>(
      'candidates.addCandidates',
      { candidates: names.map((name) => ({ name, emails: [mailOf(name)] })) },
    )
    const candidateIds = candidates.map(({ candidateId }) => candidateId)
    ;({ poolId } = await by.run<{ poolId: string }>('crm.makePool', { name: 'Perception, EU' }))
    await by.run('crm.addToPool', { poolId, candidateIds })
    await by.run('candidates.holdContact', { candidateIds: [candidateIds[3]], reason: 'Asked by mail' })
  })
  afterAll(async () => {
    await northwind?.close()
    await imap?.stop()
  })

  const flaws = () => axeFaults(page)
  const mailsTo = async (name: string) =>
    (
      await by.ask<{ mails: { id: string; subject: string; state: string }[] }>('messaging.mailbox', {
        to: mailOf(name),
      })
    ).mails.filter(({ state }) => state === 'sent')
  /** Days go by in which nothing else happens. */
  const letTimePass = () =>
    sql`update crm.enrolment set due_at = now() - interval '1 minute' where state = 'active'`.execute(
      database.write,
    )
  const subjects = async (name: string) => (await mailsTo(name)).map(({ subject }) => subject).toSorted()
  const person = (name: string) =>
    page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: name })

  test('a sequence is made, its first step is changed, and it is started', async () => {
    await page.goto(`${url}/app/`)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Outreach' }).click()
    await page.getByText('No sequences yet').waitFor()
    expect(await flaws()).toEqual([])
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: 'New sequence' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('EU winter')
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: 'Make the sequence' }).click()
    await page.getByRole('heading', { level: 1, name: 'EU winter' }).waitFor()
    await page.getByRole('article', { name: 'Step 3' }).waitFor()
    await page.getByRole('button', { name: 'Do with step 1' }).click()
    await page.getByRole('menuitem', { name: 'Change' }).click()
    const form = page.getByRole('form', { name: 'Step 1' })
    await form.getByRole('textbox', { name: 'Subject' }).fill('A look at Kestrel')
    expect(await flaws()).toEqual([])
    await form.getByRole('button', { name: 'Save step' }).click()
    await page.getByRole('heading', { name: 'Re: A look at Kestrel' }).first().waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Stop for now' }).waitFor()
  })

  test('people of the pool are enrolled, after it was said who gets it and who does not', async () => {
    await page.goto(`${url}/app/pools/${poolId}`)
    const grid = page.getByRole('grid', { name: 'Candidates' })
    for (const name of names) await grid.getByRole('checkbox', { name: `Choose ${name}` }).click()
    await page.keyboard.press('q')
    const dialog = page.getByRole('dialog', { name: 'Enrol 4 people in a sequence' })
    await dialog.getByRole('combobox', { name: 'Sequence' }).click()
    await page.getByRole('option', { name: 'EU winter' }).click()
    await dialog.getByRole('heading', { name: '3 will get it' }).waitFor()
    await dialog.getByText('1 of 4 skipped, each for a reason').waitFor()
    await dialog.getByText('do not contact').or(dialog.getByText('not to be contacted')).first().waitFor()
    await dialog.getByText('your work made me think').waitFor()
    expect(await flaws()).toEqual([])
    await dialog.getByRole('button', { name: 'Enrol 3' }).click()
    await page.getByText('Enrolled 3 people in EU winter').waitFor()
  })

  test('the first step is sent to the three, in their sender’s name', async () => {
    await letTimePass()
    for (const name of names.slice(0, 3))
      await expect
        .poll(() => subjects(name), { timeout: 180_000, interval: 1000 })
        .toEqual(['A look at Kestrel'])
    expect(await subjects('Dorota Nowak')).toEqual([])
    const [mail] = await mailsTo('Amara Diallo')
    const read = await by.ask<{ from: { name: string }; text: string }>('messaging.mailboxMail', {
      id: mail!.id,
    })
    expect(read.from.name).toContain('Priya Raghunathan')
    expect(read.text).toMatch(/^Hello Amara,/)
  })

  test('one answers by mail, which ends it for her and is noted', async () => {
    const [mail] = await mailsTo('Amara Diallo')
    const got = await by.ask<{ replyTo: string }>('messaging.mailboxMail', { id: mail!.id })
    await post(imap, { to: got.replyTo, from: mailOf('Amara Diallo') })
    await page.goto(`${url}/app/outreach`)
    await page
      .getByRole('row', { name: /EU winter/ })
      .getByRole('link', { name: '3', exact: false })
      .first()
      .click()
    await person('Amara Diallo').getByText('Answered').waitFor({ timeout: 280_000 })
    expect(await flaws()).toEqual([])
    await page.getByRole('button', { name: 'Do with Amara Diallo' }).click()
    await page.getByRole('menuitem', { name: 'Interested', exact: true }).click()
    await person('Amara Diallo').getByText('Answered: interested').waitFor()
  })

  test('one is paused; time goes on, and only the third gets the second step, in the same conversation', async () => {
    await page.getByRole('button', { name: 'Do with Bence Szabó' }).click()
    await page.getByRole('menuitem', { name: 'Pause' }).click()
    await person('Bence Szabó').getByText('Paused').waitFor()
    await letTimePass()
    await expect
      .poll(() => subjects('Chiara Rossi'), { timeout: 180_000, interval: 1000 })
      .toEqual(['A look at Kestrel', 'Re: A look at Kestrel'])
    expect(await subjects('Amara Diallo')).toEqual(['A look at Kestrel'])
    expect(await subjects('Bence Szabó')).toEqual(['A look at Kestrel'])
  })

  test('and stands on the person’s page, with what happened', async () => {
    await person('Chiara Rossi').getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: 'Chiara Rossi' }).waitFor()
    await page.getByText(/put them into the sequence EU winter/).waitFor()
    await page.getByRole('button', { name: /^EU winter/ }).click()
    await page.getByRole('menuitem', { name: 'Take out' }).click()
    await page.getByText('Took out 1 person').waitFor()
    await page.keyboard.press('z')
    await page.getByRole('button', { name: 'EU winter Going on' }).waitFor()
    expect(await flaws()).toEqual([])
    expect(northwind.wrong).toEqual([])
  })
})

/** Puts an answer into the mailbox as another mail server would have delivered it. */
const post = async (imap: { readonly port: number }, mail: { to: string; from: string }) => {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imap.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'jobs', pass: 'secret' },
    logger: false,
  })
  await client.connect()
  const lines = [
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    'Subject: Re: A look at Kestrel',
    `Message-ID: <${Date.now()}@pools.example>`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Gladly. Thursday after four is good.',
  ]
  await client.append('INBOX', lines.join('\r\n'))
  await client.logout()
}
