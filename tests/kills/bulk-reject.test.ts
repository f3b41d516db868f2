import { afterEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type DataFolder, dataFolder, type RunningProduct } from '../support/product.ts'
import { peopleInProcess, publishedJob, setUpNorthwind } from '../support/signed-in.ts'
import { type ReceivedMail, startSmtpSink } from '../support/smtp-sink.ts'

const people = 200
let folder: DataFolder
let sink: Awaited<ReturnType<typeof startSmtpSink>>
afterEach(async () => {
  await folder?.clear()
  await sink?.stop()
})

/** 200 people in process and mails that leave as soon as they are written. */
const prepare = async (running: RunningProduct) => {
  const by = await setUpNorthwind(running.url, await running.token())
  await by.run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })
  const { jobId } = await publishedJob(by)
  const added = await peopleInProcess(by, jobId, people)
  return { by, ids: added.map((one) => one.applicationId) }
}
const rejection = (ids: readonly string[]) => ({
  applicationIds: ids,
  reasonCode: 'less-experience',
  tell: { by: 'mail', when: 'after-delay' },
})

const until = async (holds: () => boolean | Promise<boolean>, seconds: number, every = 5) => {
  for (const end = Date.now() + seconds * 1000; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`${holds} did not come true within ${seconds} seconds`)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}
const idOf = (mail: ReceivedMail) => /^message-id:\s*(\S+)/im.exec(mail.raw.toString())![1]!
const told = () => new Set(sink.received.map((mail) => mail.to[0])).size

const states = async (database: OpenDatabase) =>
  (
    await sql<{ state: string; count: number }>`
      select state, count(*) as count from messaging.message group by state order by state`.execute(
      database.write,
    )
  ).rows
/**
 * A mail in a dead worker's hands is another's after its lease: three minutes that the test need not sit out. The ten
 * seconds, though, after which a dead worker's notes of what it had sent are taken up, are part of what it is about.
 */
const letLeasesRunOut = async (database: OpenDatabase) => {
  await new Promise((resolve) => setTimeout(resolve, 10_500))
  await sql`update messaging.message set leased_until = now() - interval '1 second' where state = 'sending'`.execute(
    database.write,
  )
}

/** Everybody was told, at most those in hand twice and then under the same Message-ID. */
const expectEverybodyTold = (atMostTwice: number) => {
  const byPerson = Map.groupBy(sink.received, (mail) => mail.to[0])
  expect(byPerson.size).toBe(people)
  const repeated = [...byPerson.values()].filter((mails) => mails.length > 1)
  for (const mails of repeated) {
    expect(mails.length).toBe(2)
    expect(new Set(mails.map(idOf)).size).toBe(1)
  }
  expect(repeated.length).toBeLessThanOrEqual(atMostTwice)
}

test('product and database killed while 200 rejections leave: nothing is lost, nothing half decided, only what was in hand is said again', async () => {
  sink = await startSmtpSink()
  folder = dataFolder()
  const env = { SMTP_URL: sink.url, MAIL_PER_MINUTE: '6000' }
  const first = await folder.start('start', env)
  const { by, ids } = await prepare(first)
  await by.run('ats.rejectApplications', rejection(ids))
  await until(() => sink.received.length >= 40, 20, 1)
  folder.killPostgres()
  await first.kill()
  expect(told()).toBeLessThan(people)

  const next = await folder.start('start', env)
  const database = await folder.database()
  await letLeasesRunOut(database)
  await until(async () => (await states(database)).every((one) => one.state === 'sent'), 90, 200)
  await database.close()
  // Letters whose answer was not heard, on four connections with two mails each in hand.
  expectEverybodyTold(8)
  expect(await next.stop()).toBe(0)
})

test('product and database killed in the middle of the decision itself: either all of it happened or nothing', async () => {
  sink = await startSmtpSink()
  folder = dataFolder()
  const env = { SMTP_URL: sink.url, MAIL_PER_MINUTE: '6000' }
  const first = await folder.start('start', env)
  const { by, ids } = await prepare(first)
  // A lock on the last statement's table holds the command just before its end: the kill falls inside it.
  const lock = await folder.database()
  const held = await lock.pool.connect()
  held.on('error', () => undefined)
  await held.query('begin')
  await held.query('lock table messaging.message in share mode')
  const answer = by.tried('ats.rejectApplications', rejection(ids)).then(
    () => 'answered',
    () => 'cut off',
  )
  await until(
    async () =>
      (
        await lock.pool.query(
          `select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'message' and not l.granted`,
        )
      ).rowCount !== 0,
    20,
    20,
  )
  folder.killPostgres()
  await first.kill()
  expect(await answer).toBe('cut off')
  held.release(true)
  await lock.close()

  const next = await folder.start('start', env)
  const database = await folder.database()
  const decided = async () =>
    (
      await sql<Record<string, number>>`
        select (select count(*) from ats.application where state <> 'active') as ended,
          (select count(*) from ats.decision) as decisions,
          (select count(*) from messaging.message) as mails,
          (select count(*) from kernel.fact where name = 'application.rejected') as facts`.execute(
        database.write,
      )
    ).rows[0]
  expect(await decided()).toEqual({ ended: 0, decisions: 0, mails: 0, facts: 0 })

  await by.run('ats.rejectApplications', rejection(ids), next.url)
  await until(async () => (await states(database)).every((one) => one.state === 'sent'), 60, 200)
  expect(await decided()).toEqual({ ended: people, decisions: people, mails: people, facts: people })
  await database.close()
  expectEverybodyTold(0)
})

test('one of two workers killed while it sends: the other one finishes, everybody is told', async () => {
  sink = await startSmtpSink()
  folder = dataFolder()
  const env = { SMTP_URL: sink.url, MAIL_PER_MINUTE: '6000' }
  const web = await folder.start('web', env)
  const { by, ids } = await prepare(web)
  const workers = [await folder.start('worker', env), await folder.start('worker', env)]
  await by.run('ats.rejectApplications', rejection(ids))
  await until(() => sink.received.length >= 40, 20, 1)
  await workers[0]!.kill()
  const database = await folder.database()
  await until(async () => (await states(database)).every((one) => one.state !== 'waiting'), 60, 100)
  await letLeasesRunOut(database)
  await until(async () => (await states(database)).every((one) => one.state === 'sent'), 90, 200)
  await database.close()
  expectEverybodyTold(8)
})

test('asked to stop while it sends, a worker gives back what it has not begun and nothing is said twice', async () => {
  sink = await startSmtpSink()
  folder = dataFolder()
  const env = { SMTP_URL: sink.url, MAIL_PER_MINUTE: '3000' }
  const web = await folder.start('web', env)
  const { by, ids } = await prepare(web)
  const worker = await folder.start('worker', env)
  await by.run('ats.rejectApplications', rejection(ids))
  await until(() => sink.received.length >= 20, 20, 1)
  const began = Date.now()
  expect(await worker.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(told()).toBeLessThan(people)
  const database = await folder.database()
  expect(await states(database)).toEqual([
    { state: 'sent', count: told() },
    { state: 'waiting', count: people - told() },
  ])

  await folder.start('worker', env)
  await until(async () => (await states(database)).every((one) => one.state === 'sent'), 60, 200)
  await database.close()
  expectEverybodyTold(0)
})
