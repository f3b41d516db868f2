import { afterAll, expect, test } from 'vitest'
import { markOf } from '../../src/kernel/model/notice.ts'
import { sql } from '../../src/kernel/sql.ts'
import { dataFolder } from '../support/product.ts'
import { peopleInProcess, publishedJob, setUpNorthwind, signedIn } from '../support/signed-in.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'

const folder = dataFolder()
let cookie: string
let sink: Awaited<ReturnType<typeof startSmtpSink>>
afterAll(async () => {
  await folder.clear()
  await sink?.stop()
})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a page that stays open hears from one process. */
const listenAt = async (url: string, cookie: string) => {
  const heard = { text: '' }
  const response = await fetch(`${url}/api/v1/live`, { headers: { cookie } })
  expect(response.status).toBe(200)
  const reader = response.body!.getReader()
  const read = async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      heard.text += new TextDecoder().decode(value)
    }
  }
  void read().catch(() => undefined)
  return { heard, leave: () => reader.cancel() }
}

test('two web processes and two workers on one embedded database share the work, and the last one out stops it', async () => {
  sink = await startSmtpSink()
  const env = { SMTP_URL: sink.url, MAIL_PER_MINUTE: '6000' }
  const first = await folder.start('web', env)
  const others = await Promise.all([
    folder.start('web', env),
    folder.start('worker', env),
    folder.start('worker', env),
  ])
  const [second, ...workers] = others
  const by = await setUpNorthwind(second.url, await second.token())
  cookie = by.cookie
  await by.run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })

  // Signed in at one, known at the other; what is done at one is seen and heard at the other.
  const page = await listenAt(second.url, by.cookie)
  const { jobId } = await publishedJob(signedIn(first.url, by.cookie))
  const jobs = await by.ask('ats.jobs', {}, second.url)
  expect(JSON.stringify(jobs)).toContain(jobId)
  for (let tries = 0; tries < 100 && !page.heard.text.includes(markOf(jobId)); tries++) await pause(50)
  expect(page.heard.text).toContain(markOf(jobId))
  await page.leave()

  // Both workers take part: several rounds of mail, until each has recorded some.
  const added = await peopleInProcess(by, jobId, 120)
  const database = await folder.database()
  const sent = async () =>
    (
      await sql<{
        count: number
      }>`select count(*) as count from messaging.message where state = 'sent'`.execute(database.write)
    ).rows[0]!.count
  const rounds = [added.slice(0, 40), added.slice(40, 80), added.slice(80)]
  for (const [round, ids] of rounds.entries()) {
    await by.run(
      'ats.rejectApplications',
      {
        applicationIds: ids.map((one) => one.applicationId),
        reasonCode: 'less-experience',
        tell: { by: 'mail', when: 'after-delay' },
      },
      round % 2 ? first.url : second.url,
    )
  }
  for (let tries = 0; tries < 600 && (await sent()) < 120; tries++) await pause(100)
  expect(await sent()).toBe(120)
  expect(sink.received.length).toBe(120)
  expect(new Set(sink.received.map((mail) => mail.to[0])).size).toBe(120)
  await database.close()

  // One of each may leave: the rest goes on. The first idles long enough for its pools to be empty.
  expect(await first.stop()).toBe(0)
  expect(await workers[0]!.stop()).toBe(0)
  await pause(11_000)
  expect(folder.postgresPid()).toBeDefined()
  const again = await peopleInProcess(
    { ...by, run: (name, input) => by.run(name, input, second.url) },
    jobId,
    121,
  )
  await by.run(
    'ats.rejectApplications',
    {
      applicationIds: again.map((one) => one.applicationId),
      reasonCode: 'less-experience',
      tell: { by: 'mail', when: 'after-delay' },
    },
    second.url,
  )
  for (let tries = 0; tries < 300 && sink.received.length < 120 + again.length; tries++) await pause(100)
  expect(sink.received.length).toBe(120 + again.length)

  // The last web process leaves beside an idle worker, which keeps the database; then that one stops it.
  expect(await second.stop()).toBe(0)
  expect(folder.postgresPid()).toBeDefined()
  const began = Date.now()
  expect(await workers[1]!.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(folder.postgresPid()).toBeUndefined()
})

test('what a killed worker had in hand is taken up by another one in less than a minute', async () => {
  const web = await folder.start('web')
  const by = signedIn(web.url, cookie)
  const { jobId } = await publishedJob(by, 'Safety Engineer')
  const [one] = await peopleInProcess(by, jobId, 1)
  await by.run('ats.rejectApplications', {
    applicationIds: [one!.applicationId],
    reasonCode: 'less-experience',
    tell: { by: 'mail', when: 'after-delay' },
  })
  const database = await folder.database()
  const lastWord = async () =>
    (
      await sql<{
        at: string | null
      }>`select last_word_at as at from ats.application where id = ${one!.applicationId}`.execute(
        database.write,
      )
    ).rows[0]!.at
  expect(await lastWord()).toBeNull()

  // Somebody else's lock keeps what follows from the sent mail in the worker's hands until it dies.
  const held = await database.pool.connect()
  held.on('error', () => undefined)
  await held.query('begin')
  await held.query('select from ats.application where id = $1 for update', [one!.applicationId])
  const dying = await folder.start('worker')
  const inHand = async () =>
    (
      await database.pool.query(
        `select from deliveries.job j join kernel.fact f on j.data -> 'factIds' @> to_jsonb(f.id)
          where j.state = 'active' and j.name = 'reaction.when-mail-sent-note-last-word' and f.application_id = $1`,
        [one!.applicationId],
      )
    ).rowCount
  for (let tries = 0; tries < 600 && !(await inHand()); tries++) await pause(50)
  expect(await inHand()).toBe(1)
  await dying.kill()
  await held.query('rollback')
  held.release()

  const worker = await folder.start('worker')
  const began = Date.now()
  while (!(await lastWord()) && Date.now() - began < 90_000) await pause(200)
  expect(await lastWord()).not.toBeNull()
  expect(Date.now() - began).toBeLessThan(60_000)
  await database.close()
  await Promise.all([worker.stop(), web.stop()])
  expect(folder.postgresPid()).toBeUndefined()
})
