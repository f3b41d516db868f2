import { ImapFlow } from 'imapflow'
import PDFDocument from 'pdfkit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { publishedJob, type SignedIn } from '../support/signed-in.ts'

const missing = [chromiumPath() ? '' : noChromium, hasDovecot ? '' : 'no Dovecot 2.3 found'].filter(Boolean)
const title = 'from three applications to an answer'

const resume = (name: string, mail: string, extra: string) => `
  <h1 style="font-size:30px">${name}</h1>
  <p style="font-size:18px">Lisbon, Portugal<br>${mail}<br>+351 912 345 678</p>
  <h2>Experience</h2>
  <p style="font-size:18px"><b>Control Engineer</b>, Haulio Robotics<br>March 2022 - Present</p>
  <p style="font-size:18px">${extra}</p>`

type Applicant = { name: string; mail: string; context: BrowserContext; page: Page }

describe.skipIf(missing.length > 0)(missing.length > 0 ? `${title} (${missing.join('; ')})` : title, () => {
  let northwind: Northwind
  let imap: Awaited<ReturnType<typeof startDovecot>>
  let by: SignedIn
  let url: string
  let slug: string
  let jobId: string
  let browser: Browser
  let team: Page
  const people: Applicant[] = []

  beforeAll(async () => {
    imap = await startDovecot()
    northwind = await openNorthwind({ IMAP_URL: imap.url('jobs') })
    ;({ admin: by, browser, page: team, url } = northwind)
    await by.run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })
    const made = await publishedJob(by, 'Motion Control Engineer')
    jobId = made.jobId
    slug = made.slug
    for (const [name, mail] of [
      ['Inês Carvalho', 'ines@applicants.example'],
      ['Piotr Zieliński', 'piotr@applicants.example'],
      ['Amara Okafor', 'amara@applicants.example'],
    ] as const) {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })
      people.push({ name, mail, context, page: await context.newPage() })
    }
  })
  afterAll(async () => {
    await northwind?.close()
    await imap?.stop()
  })

  const apply = async (
    { name, mail, page }: Applicant,
    more: { file?: { name: string; buffer: Buffer }; link?: string },
  ) => {
    await page.goto(`${url}/careers/jobs/${slug}/apply`)
    if (more.file)
      await page.getByLabel(/^Résumé/).setInputFiles({ ...more.file, mimeType: 'application/pdf' })
    await page.getByLabel('Your name, as you write it').fill(name)
    await page.getByLabel('E-mail', { exact: true }).fill(mail)
    if (more.link) await page.getByLabel(/^A link instead/).fill(more.link)
    await page.getByRole('button', { name: 'Send application' }).last().click()
    await page.getByRole('heading', { level: 1, name: `Thank you, ${name}` }).waitFor()
  }
  /** The mail on the mailbox page that went to somebody, read as the team reads it. */
  const readMail = async (to: string, subject: RegExp) => {
    await team.goto(`${url}/app/mailbox?to=${encodeURIComponent(to)}`)
    await team.getByRole('list', { name: 'Mails' }).getByRole('link', { name: subject }).first().click()
    const view = team.getByRole('region', { name: subject })
    await view.waitFor()
    return view
  }
  const heading = async ({ page }: Applicant) => {
    await page.goto(`${url}/careers/me`)
    return (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
  }

  test('three people apply: with a PDF, with a scan, and with a link but no file', async () => {
    const maker = await browser.newPage()
    await maker.setContent(resume(people[0]!.name, people[0]!.mail, 'Cut settling time from 310 to 140 ms.'))
    const pdf = await maker.pdf({ format: 'A4' })
    await maker.setViewportSize({ width: 1000, height: 700 })
    await maker.setContent(resume(people[1]!.name, people[1]!.mail, 'Commissioned twelve gantry cranes.'))
    const scan = await scanned(await maker.screenshot())
    await maker.close()
    await apply(people[0]!, { file: { name: 'Inês CV.pdf', buffer: pdf } })
    await apply(people[1]!, { file: { name: 'scan.pdf', buffer: scan } })
    await apply(people[2]!, { link: 'https://amara.example/work' })
    const found = async (words: string) =>
      (await by.ask<{ rows: { name: string }[] }>('views.candidates', { words })).rows.map((row) => row.name)
    await expect.poll(() => found('settling')).toEqual([people[0]!.name])
    await expect.poll(() => found('gantry'), { timeout: 60_000, interval: 500 }).toEqual([people[1]!.name])
  })

  test('each is mailed the way to their own page, which says that it is our turn', async () => {
    for (const one of people) {
      const mail = await readMail(one.mail, /application/i)
      const link = /(http:\S+\/careers\/me\/open\/\S+)/.exec(await mail.innerText())![1]!
      await one.page.goto(link)
      await one.page.getByRole('button', { name: 'Open my page' }).click()
      await one.page.getByText('Our turn').first().waitFor()
      expect(await heading(one)).toMatch(/^You’ll hear from Priya Raghunathan by/)
    }
  })

  test('reviewed by keyboard alone: one advanced, one held, one rejected for a reason', async () => {
    await team.goto(`${url}/app/review?job=${jobId}`)
    await team.getByText('1 of 3').waitFor()
    await team.getByText(people[0]!.name).first().waitFor()
    await team.keyboard.press('a')
    await team.getByText('2 of 3').waitFor()
    await team.keyboard.press('h')
    await team.getByRole('form', { name: 'Hold' }).waitFor()
    const why = team.getByLabel('Why; for the team only')
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true)
    await team.keyboard.type('The budget for a second one is decided next week')
    await team.keyboard.press('Enter')
    await team.getByText('3 of 3').waitFor()
    await team.keyboard.press('r')
    await team
      .getByRole('region', { name: 'Reason' })
      .getByText('Others show more of what the job needs')
      .waitFor()
    await team.keyboard.press('2')
    await team.getByText('All read').waitFor()
  })

  test('their pages tell the truth: on, held until a day, and nothing of the no before its letter', async () => {
    const [advanced, held, rejected] = people as [Applicant, Applicant, Applicant]
    expect(await heading(advanced)).toMatch(/^You’ll hear from Priya Raghunathan by/)
    expect(await heading(held)).toMatch(/^Your application is on hold until/)
    expect(await heading(rejected)).toMatch(/^You’ll hear from/)
    const letter = await readMail(rejected.mail, /./)
    expect(await letter.innerText()).toContain('Leaves')
    await letter.getByRole('button', { name: 'Send now' }).click()
    await expect
      .poll(() => heading(rejected), { interval: 500 })
      .toMatch(/^We are not going on with your application/)
  })

  test('an answer comes in by IMAP, stands in the inbox and is answered there', async () => {
    const one = people[0]!
    const { mails } = await by.ask<{ mails: { id: string; subject: string }[] }>('messaging.mailbox', {
      to: one.mail,
    })
    const got = await by.ask<{ replyTo: string | null; from: { address: string }; subject: string }>(
      'messaging.mailboxMail',
      { id: mails[0]!.id },
    )
    await post(imap, {
      from: `${one.name} <${one.mail}>`,
      to: got.replyTo ?? got.from.address,
      subject: `Re: ${got.subject}`,
      text: 'Could we talk on Thursday instead?',
    })
    await team.goto(`${url}/app/inbox`)
    const thread = team.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: /Inês/ })
    await thread.waitFor()
    await thread.click()
    await team.getByText('Could we talk on Thursday instead?').last().waitFor()
    await team.getByRole('textbox', { name: /^Answer to/ }).fill('Thursday at ten it is.')
    await team.keyboard.press('Control+Enter')
    await team
      .getByText(/^Answer to Inês/)
      .first()
      .waitFor()
    const said = await readMail(one.mail, /./)
    await said.getByText('Thursday at ten it is.').waitFor()
    await expect
      .poll(
        async () => {
          await heading(one)
          return one.page.getByText('Thursday at ten it is.').count()
        },
        { interval: 1000 },
      )
      .toBe(1)
    expect(await one.page.getByText('Could we talk on Thursday instead?').count()).toBe(1)
  })

  test('the one on hold withdraws, and both sides see it', async () => {
    const { page, name } = people[1]!
    await page.goto(`${url}/careers/me`)
    await page.getByRole('link', { name: 'Withdraw my application' }).click()
    await page.getByLabel('The pay does not fit').check()
    await page.getByRole('button', { name: 'Withdraw my application' }).click()
    expect(await heading(people[1]!)).toMatch(/^You withdrew your application/)
    await team.goto(`${url}/app/jobs/${jobId}`)
    await team.getByText('1 of 1 in process').waitFor()
    expect(await team.getByText(name).count()).toBe(0)
    expect(await team.getByText(people[0]!.name).count()).toBeGreaterThan(0)
  })
})

/** A page of paper that went through a scanner: one picture in a PDF, without a word of text. */
const scanned = (picture: Buffer): Promise<Buffer> =>
  new Promise((resolve) => {
    const paper = new PDFDocument({ size: 'A4', margin: 0 })
    const chunks: Buffer[] = []
    paper.on('data', (chunk: Buffer) => chunks.push(chunk))
    paper.on('end', () => resolve(Buffer.concat(chunks)))
    paper.image(picture, 20, 20, { fit: [555, 800] })
    paper.end()
  })

/** Puts a mail into the mailbox as another mail server would have delivered it. */
const post = async (
  imap: { readonly port: number },
  mail: { from: string; to: string; subject: string; text: string },
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
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const [, name, address] = /^(.*) <(.*)>$/.exec(mail.from)!
  const lines = [
    `From: ${encoded(name!)} <${address}>`,
    `To: ${mail.to}`,
    `Subject: ${encoded(mail.subject)}`,
    `Message-ID: <${Date.now()}@applicants.example>`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    mail.text,
  ]
  await client.append('INBOX', lines.join('\r\n'))
  await client.logout()
}
