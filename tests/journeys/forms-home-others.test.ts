import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'what others wait for, and what they sent'
const maren = '0192a000-0000-7000-80ca-000000000001'
const option = (label: string) => ({ id: label.toLowerCase(), label })
const questions = [
  { id: 'line', kind: 'short-text', label: 'Your last robot' },
  { id: 'text', kind: 'long-text', label: 'What went wrong' },
  { id: 'one', kind: 'single-choice', label: 'Which shift', options: ['Early', 'Late'].map(option) },
  {
    id: 'any',
    kind: 'multiple-choice',
    label: 'Which buses',
    options: ['CAN', 'EtherCAT', 'SPI'].map(option),
  },
  { id: 'permit', kind: 'yes-no', label: 'May you work in the EU' },
  { id: 'years', kind: 'number', label: 'Years at it' },
  { id: 'from', kind: 'date', label: 'From which day' },
  { id: 'work', kind: 'link', label: 'Your work' },
  { id: 'drawing', kind: 'file', label: 'A drawing' },
  { id: 'log', kind: 'file', label: 'A log' },
]

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let url: string
  let browser: Browser
  let database: OpenDatabase
  let by: SignedIn
  let page: Page
  let me: string
  let jobId: string
  let slug: string
  let people: { candidateId: string; applicationId: string }[]
  let wrong: readonly string[]
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin: by, browser, page, url, wrong } = northwind)
    database = await northwind.database()
    me = (await by.ask<{ id: string }[]>('accounts.users'))[0]!.id
    await sql`insert into accounts.user_account (id, name, mail, mail_key, time_zone, created_at)
      values (${maren}, 'Maren Osei', 'maren@northwind.example', 'maren@northwind.example', 'Europe/Amsterdam', now())`.execute(
      database.write,
    )
    const job = await publishedJob(by, 'Motion Control Engineer', { questions })
    jobId = job.jobId
    slug = job.slug
    await by.run('ats.setTeam', { jobId, team: [{ userId: me, role: 'recruiter', leads: true }] })
    people = await peopleInProcess(by, jobId, 4)
    await by.run('ats.advanceApplications', { applicationIds: people.map((one) => one.applicationId) })
  })
  afterAll(() => northwind?.close())

  const home = (show = 'mine') => page.goto(`${url}/app/?show=${show}`)
  const row = (kind: string, words: string) =>
    page.locator(`li[data-duty=${kind}]`).filter({ hasText: words })
  const mails = async () =>
    (
      await by.ask<{ mails: { id: string; state: string; subject: string; to: string }[] }>(
        'messaging.mailbox',
        { limit: 200 },
      )
    ).mails

  test('somebody put on hold comes back to Home and is decided on there', async () => {
    const applicationIds = [people[0]!.applicationId]
    const until = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await by.run('ats.holdApplications', { applicationIds, until, reason: 'The budget comes on Friday' })
    await home()
    await row('held', 'Kim Number0')
      .getByText(/^Comes back/)
      .waitFor()
    await row('held', 'Kim Number0').getByRole('button', { name: 'To Interviews' }).click()
    await row('held', 'Kim Number0')
      .getByLabel(/^Tell them by mail/)
      .uncheck()
    await row('held', 'Kim Number0')
      .getByRole('button', { name: 'To Interviews', exact: true })
      .last()
      .click()
    await row('held', 'Kim Number0').waitFor({ state: 'detached' })
    const { rows } = await sql<{ name: string; held: string | null }>`
      select s.name, a.held_until::text as held from ats.application a join ats.stage s on s.id = a.stage_id
      where a.id = ${applicationIds[0]}`.execute(database.write)
    expect(rows).toEqual([{ name: 'Interviews', held: null }])
  })

  test('whoever is mentioned reads it on Home and says that it is seen', async () => {
    await by.run('candidates.writeNotes', {
      candidateIds: [people[1]!.candidateId],
      body: 'Can you look at her drawing?',
      mentions: [me],
    })
    await sql`insert into accounts.notification (id, user_id, kind, at, candidate_id)
      select gen_random_uuid(), ${me}, 'mention', now(), ${people[1]!.candidateId}
      where not exists (select from accounts.notification where user_id = ${me} and kind = 'mention')`.execute(
      database.write,
    )
    await home()
    await row('mention', 'Kim Number1').getByRole('button', { name: 'Seen' }).click()
    await row('mention', 'Kim Number1').waitFor({ state: 'detached' })
    await expect
      .poll(async () =>
        (await by.ask<{ duties: { kind: string }[] }>('views.home')).duties.filter(
          (duty) => duty.kind === 'mention',
        ),
      )
      .toEqual([])
    await page.reload()
    await page.getByText('Most urgent first').waitFor()
    expect(await row('mention', 'Kim Number1').count()).toBe(0)
  })

  test('a mail is written from a promise, and the reply is answered where it stands', async () => {
    await by.run('ats.setPromise', {
      applicationIds: [people[1]!.applicationId],
      promisedFor: new Date(Date.now() + 86_400_000).toISOString(),
    })
    await home()
    await row('promise', 'Kim Number1').getByRole('button', { name: 'Write' }).click()
    const mail = page.getByRole('textbox', { name: 'Mail to Kim Number1' })
    await mail.waitFor()
    // One came to write: the subject is there already.
    await expect.poll(() => mail.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel('Subject').fill('The first talk')
    await mail.fill('When can you come?')
    await page.getByRole('button', { name: /^Send/ }).click()
    await mail.waitFor({ state: 'detached' })
    const written = async () => (await mails()).find((one) => one.subject === 'The first talk')
    await expect.poll(async () => (await written())?.state).toBe('waiting')
    await by.run('messaging.sendNow', { messageIds: [(await written())!.id] })
    await vi.waitUntil(async () => (await written())?.state === 'sent', { timeout: 280_000, interval: 250 })
    const { threadId } = await by.run<{ threadId: string }>('messaging.simulateReply', {
      messageId: (await written())!.id,
      text: 'Tuesday at ten suits me.',
    })
    await home()
    const reply = row('reply', 'Tuesday at ten suits me.')
    await reply.getByRole('button', { name: 'Answer' }).click()
    await page.getByRole('textbox', { name: 'Answer to Kim Number1' }).fill('Then Tuesday at ten.')
    await reply.getByRole('button', { name: /^Send/ }).click()
    await reply.waitFor({ state: 'detached' })
    const thread = await by.ask<{ messages: { direction: string; text?: string }[] }>('messaging.thread', {
      id: threadId,
    })
    expect(JSON.stringify(thread.messages)).toContain('Then Tuesday at ten.')
  })

  test('what waits on others stands there until it is their turn no more', async () => {
    await by.run('ats.awaitAnswer', { applicationIds: [people[2]!.applicationId], what: 'portfolio link' })
    await by.run('candidates.assignTasks', {
      candidateIds: [people[3]!.candidateId],
      assignedTo: maren,
      title: 'Call the reference',
    })
    await by.run('ats.requestOpenings', { jobId, seats: [{}] })
    await home('waiting')
    const waits = page.getByRole('list', { name: 'Waiting on others' }).getByRole('listitem')
    await waits.filter({ hasText: 'Kim Number2' }).getByText('Their turn: portfolio link').waitFor()
    await waits.filter({ hasText: 'Kim Number3' }).getByText('Maren Osei: Call the reference').waitFor()
    await waits.getByText('Somebody approves the seat').waitFor()
    await sql`update candidates.task set done_at = now(), done_by = ${maren} where title = 'Call the reference'`.execute(
      database.write,
    )
    await page.reload()
    await waits.filter({ hasText: 'Kim Number2' }).waitFor()
    expect(await waits.filter({ hasText: 'Kim Number3' }).count()).toBe(0)
  })

  test('what I decided, wrote and finished stands under what is done today', async () => {
    await by.run('candidates.assignTasks', {
      candidateIds: [people[3]!.candidateId],
      assignedTo: me,
      title: 'Ask for the permit',
    })
    await home()
    await row('task', 'Ask for the permit').getByRole('button', { name: 'Done' }).click()
    await row('task', 'Ask for the permit').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /^Done today/ }).click()
    const done = page.getByRole('list', { name: 'Done today' }).getByRole('listitem')
    await done.filter({ hasText: 'Kim Number3' }).getByText('Task: Ask for the permit').waitFor()
    await done.filter({ hasText: 'Kim Number0' }).getByText('Put on hold').waitFor()
    await done.filter({ hasText: 'Kim Number1' }).getByText('Mail: The first talk').waitFor()
  })

  test('what an applicant answered arrives in the review, each answer by its question', async () => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })
    const visitor = await context.newPage()
    await visitor.goto(`${url}/careers/jobs/${slug}/apply`)
    const field = (label: string) => visitor.getByLabel(new RegExp(`^${label}`))
    await field('Your name, as you write it').fill('Amara Okafor')
    await visitor.getByLabel('E-mail', { exact: true }).fill('amara@applicants.example')
    await field('Your last robot').fill('A six-joint arm')
    await field('What went wrong').fill('It hummed.\nI found the resonance.')
    await visitor.getByRole('radio', { name: 'Late' }).check()
    await visitor.getByRole('checkbox', { name: 'CAN', exact: true }).check()
    await visitor.getByRole('checkbox', { name: 'SPI', exact: true }).check()
    await visitor
      .getByRole('radiogroup', { name: /May you work/ })
      .getByLabel('No')
      .check()
    await field('Years at it').fill('7')
    await field('From which day').fill('2027-03-01')
    await field('Your work').fill('https://amara.example/work')
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`This is ${name}`) })
    await field('A drawing').setInputFiles(file('drawing.txt'))
    await field('A log').setInputFiles(file('log.txt'))
    await visitor.getByRole('button', { name: 'Send application' }).last().click()
    await visitor.getByRole('heading', { level: 1, name: 'Thank you, Amara Okafor' }).waitFor()
    await context.close()
    await page.goto(`${url}/app/review?job=${jobId}`)
    const answers = page.getByRole('region', { name: 'Criteria and answers' }).getByRole('listitem')
    const answer = (label: string) => answers.filter({ hasText: label }).last()
    await answer('Your last robot').waitFor()
    const said = await answers.allInnerTexts()
    for (const [label, value] of [
      ['Your last robot', 'A six-joint arm'],
      ['What went wrong', 'It hummed.\nI found the resonance.'],
      ['Which shift', 'Late'],
      ['Which buses', 'CAN, SPI'],
      ['May you work in the EU', 'No'],
      ['Years at it', '7'],
      ['From which day', '1 Mar 2027'],
      ['A drawing', 'drawing.txt'],
      ['A log', 'log.txt'],
    ] as const)
      expect(said.find((one) => one.includes(label))).toMatch(new RegExp(`\\n${value}$`))
    expect(await answer('Your work').getByRole('link').getAttribute('href')).toBe(
      'https://amara.example/work',
    )
    const href = await answer('A log').getByRole('link', { name: 'log.txt' }).getAttribute('href')
    const read = await fetch(url + href, { headers: { cookie: by.cookie } })
    expect(await read.text()).toBe('This is log.txt')
  })

  test('nothing broke in the page on the way', () => expect(wrong).toEqual([]))
})
