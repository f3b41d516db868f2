import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/adapters/database.ts'
import { readMail } from '../../src/adapters/read-mail.ts'
import { createQueue } from '../../src/kernel/deliveries.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { instant, minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { keepDomainCheck } from '../../src/messaging/domain/check-domain.ts'
import { whenAskedLookUpDomain } from '../../src/messaging/domain/when-day-begins-look-up-domain.ts'
import { cancelMail, queueMail } from '../../src/messaging/door.ts'
import { cancelMails, sendNow } from '../../src/messaging/inbox/keep-threads.ts'
import { headerOf } from '../../src/messaging/model/parsed-mail.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { unsubscribe } from '../../src/messaging/unsubscribe.ts'
import { testNow } from '../support/database.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { plugged } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let sink: Awaited<ReturnType<typeof startSmtpSink>>
let world: ReturnType<typeof plugged>
let test: MailTest
const moods = new Map<string, { code: number; says: string }>()
beforeAll(async () => {
  sink = await startSmtpSink({ refuse: (recipient) => moods.get(recipient) ?? null })
  world = plugged({ smtpUrl: sink.url })
  test = await mailTest(world.ports)
  // R77: outreach waits until its domain was looked up.
  for (const domain of ['localhost', 'northwind.example'])
    await sql`insert into messaging.domain_check (domain, checked_at, findings) values (${domain}, ${testNow}, '[]')`.execute(
      test.database.write,
    )
})
afterAll(async () => {
  world.close()
  await test.close()
  await sink.stop()
})
beforeEach(() => {
  test.setNow(testNow)
  sink.received.length = 0
})

const workOnce = (kernel = test.kernel) =>
  whenMailIsDueSendIt(world.ports).handle([{}], kernel.as('when-mail-is-due-send-it'))
const hello = (candidateId: string, more: object = {}) => ({
  candidateId,
  purpose: 'process' as const,
  subject: 'Hello {{ candidate.first_name }}',
  text: 'A word from {{ organisation.name }}.',
  ...more,
})
const queueOne = async (mail: string, more: object = {}, who = test.cast.maren) => {
  const id = await test.person('Inês Carvalho', mail)
  const [queued] = await test.as(who, (tx) => queueMail(tx, [hello(id, more)]))
  return { candidateId: id, ...queued! }
}

describe('sending', () => {
  it('lets a mail leave when its time has come, not before, with text, HTML and our tokens', async () => {
    const { messageId, threadId } = await queueOne('one@example.org')
    await workOnce()
    expect(sink.received).toHaveLength(0)
    test.setNow(minutesAfter(testNow, 11))
    await workOnce()
    await workOnce()
    expect(sink.received).toHaveLength(1)
    const mail = await readMail(sink.received[0]!.raw)
    expect(mail).toMatchObject({ subject: 'Hello Inês', to: [{ address: 'one@example.org' }] })
    expect(mail.from).toEqual({ name: 'Maren Osei · Northwind Robotics', address: 'jobs@northwind.example' })
    expect(mail.html).toContain('A word from Northwind Robotics.')
    expect(headerOf(mail, 'message-id')).toBe(`<${messageId}@northwind.example>`)
    expect(headerOf(mail, 'reply-to')).toContain(`reply+${threadId.replaceAll('-', '')}`)
    expect(sink.received[0]!.from).toContain(`bounce+${messageId.replaceAll('-', '')}`)
    expect(await test.message(messageId)).toMatchObject({ state: 'sent' })
    expect(await test.facts('mail.sent')).toContainEqual(expect.objectContaining({ subjectId: messageId }))
  })

  it('does not send what was cancelled, and says when it is too late', async () => {
    const { messageId } = await queueOne('two@example.org')
    const run = () => test.kernel.run(cancelMails, { messageIds: [messageId] }, { actor: test.cast.maren })
    expect(await run()).toMatchObject({ ok: true, value: { cancelled: 1 } })
    test.setNow(minutesAfter(testNow, 11))
    await workOnce()
    expect(sink.received).toHaveLength(0)
    const other = await queueOne('three@example.org', { sendAfter: testNow })
    await workOnce()
    const late = await test.kernel.run(
      cancelMails,
      { messageIds: [other.messageId] },
      { actor: test.cast.maren },
    )
    expect(late).toMatchObject({ refusal: { code: 'already-sent' } })
  })

  it('hastens a waiting mail', async () => {
    const { messageId } = await queueOne('four@example.org')
    await test.kernel.run(sendNow, { messageIds: [messageId] }, { actor: test.cast.maren })
    await workOnce()
    expect(sink.received).toHaveLength(1)
  })

  it('marks mails of rules as automatic and those of people not', async () => {
    await queueOne('five@example.org', { automated: true })
    await queueOne('six@example.org', { sendAfter: testNow })
    await workOnce()
    const [five, six] = ['five', 'six'].map(
      (name) => sink.received.find((mail) => mail.to[0]!.startsWith(name))!,
    )
    expect(headerOf(await readMail(five!.raw), 'auto-submitted')).toBe('auto-generated')
    expect(headerOf(await readMail(six!.raw), 'auto-submitted')).toBe('')
  })

  it('tries again what the server would not take now, with growing pauses', async () => {
    moods.set('busy@example.org', { code: 451, says: '4.3.0 try later' })
    const { messageId } = await queueOne('busy@example.org', { sendAfter: testNow })
    await workOnce()
    expect(await test.message(messageId)).toMatchObject({
      state: 'waiting',
      sendAfter: minutesAfter(testNow, 1),
      attempts: 1,
    })
    test.setNow(minutesAfter(testNow, 2))
    await workOnce()
    expect(await test.message(messageId)).toMatchObject({
      state: 'waiting',
      sendAfter: minutesAfter(testNow, 7),
    })
    moods.delete('busy@example.org')
    test.setNow(minutesAfter(testNow, 8))
    await workOnce()
    expect(sink.received).toHaveLength(1)
    expect(await test.message(messageId)).toMatchObject({ state: 'sent', attempts: 3 })
  })

  it('gives up at a dead address, says so, and never writes there again', async () => {
    moods.set('dead@example.org', { code: 550, says: '5.1.1 no such user here' })
    const { messageId, candidateId } = await queueOne('dead@example.org', { sendAfter: testNow })
    await workOnce()
    expect(await test.message(messageId)).toMatchObject({
      state: 'failed',
      last_error: expect.stringContaining('no such user'),
    })
    expect(await test.facts('mail.failed')).toContainEqual(expect.objectContaining({ subjectId: messageId }))
    const [next] = await test.as(test.cast.maren, (tx) => queueMail(tx, [hello(candidateId)]))
    expect(next).toMatchObject({ state: 'blocked', says: expect.stringContaining('came back') })
  })

  it('does not suppress a person when the fault is ours', async () => {
    moods.set('policy@example.org', { code: 550, says: '5.7.26 unauthenticated mail is not accepted' })
    const { messageId, candidateId } = await queueOne('policy@example.org', { sendAfter: testNow })
    await workOnce()
    expect((await test.message(messageId)).state).toBe('failed')
    expect(await test.facts('sender.faulted')).toContainEqual(
      expect.objectContaining({ subjectId: messageId }),
    )
    const [next] = await test.as(test.cast.maren, (tx) => queueMail(tx, [hello(candidateId)]))
    expect(next!.state).toBe('waiting')
    await test.as(test.cast.maren, (tx) => cancelMail(tx, { messageIds: [next!.messageId] }))
  })

  it('carries one-click headers on outreach, and who unsubscribes while it waits gets nothing but process mail', async () => {
    const first = await queueOne('eight@example.org', { purpose: 'outreach', sendAfter: testNow })
    await workOnce()
    const mail = await readMail(sink.received[0]!.raw)
    const url = /<(https:[^>]+)>/.exec(headerOf(mail, 'list-unsubscribe'))![1]!
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(mail.text).toContain(url)
    expect(mail.text).toContain('Maashaven 1')
    const later = minutesAfter(testNow, 30)
    const [outreach, process] = await test.as(test.cast.maren, (tx) =>
      queueMail(tx, [
        hello(first.candidateId, { purpose: 'outreach', sendAfter: later }),
        hello(first.candidateId, { sendAfter: later }),
      ]),
    )
    expect(outreach!.state).toBe('waiting')
    const leave = (token: string) => test.kernel.run(unsubscribe(world.ports), { token }, { actor: visitor })
    const token = url.split('/u/')[1]!
    expect(await leave(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`)).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await leave(token)).toMatchObject({ ok: true })
    expect(await leave(token)).toMatchObject({ ok: true })
    test.setNow(later)
    sink.received.length = 0
    await workOnce()
    expect(sink.received).toHaveLength(1)
    expect((await test.message(outreach!.messageId)).state).toBe('blocked')
    expect((await test.message(process!.messageId)).state).toBe('sent')
    expect(await test.facts('address.suppressed')).toContainEqual(
      expect.objectContaining({ particulars: { kind: 'marketing', because: 'link' } }),
    )
  })

  it('keeps the way out alive when the mail and the person are long gone (R79)', async () => {
    const { messageId, candidateId } = await queueOne('nine@example.org', {
      purpose: 'outreach',
      sendAfter: testNow,
    })
    await workOnce()
    const url = /<(https:[^>]+)>/.exec(
      headerOf(await readMail(sink.received[0]!.raw), 'list-unsubscribe'),
    )![1]!
    await sql`delete from messaging.thread where candidate_id = ${candidateId}`.execute(test.database.write)
    test.setNow(instant('2031-01-01T00:00:00Z'))
    expect(
      await test.kernel.run(unsubscribe(world.ports), { token: url.split('/u/')[1]! }, { actor: visitor }),
    ).toMatchObject({ ok: true })
    const left =
      await sql`select 1 from messaging.suppression where address = 'nine@example.org' and kind = 'marketing'`.execute(
        test.database.read,
      )
    expect(left.rows).toHaveLength(1)
    expect(messageId).toBeTruthy()
  })

  it('moves outreach out of the night of its reader', async () => {
    test.setNow('2026-11-21T21:30:00.000Z')
    const { messageId, sendAfter } = await queueOne('ten@example.org', { purpose: 'outreach' })
    expect(sendAfter).toBe('2026-11-22T07:00:00.000Z')
    expect(messageId).toBeTruthy()
  })

  it('refuses marketing from a domain that fails its check, and allows it when mended (R77)', async () => {
    const names: Record<string, string[]> = { 'northwind.example': ['v=spf1 mx -all'] }
    const outside = plugged({ smtpUrl: sink.url, names })
    const look = () => whenAskedLookUpDomain(outside.ports).handle([{}], test.kernel.as('test'))
    await look()
    const id = await test.person('Ada Kowalska', 'ada@example.org')
    const ask = async (purpose: string) =>
      (await test.as(test.cast.maren, (tx) => queueMail(tx, [hello(id, { purpose })])))[0]!
    expect(await ask('outreach')).toMatchObject({ state: 'blocked', says: expect.stringContaining('DKIM') })
    expect(await ask('process')).toMatchObject({ state: 'waiting' })
    names['throughline._domainkey.northwind.example'] = [`v=DKIM1; k=rsa; p=${'A'.repeat(392)}`]
    names['_dmarc.northwind.example'] = ['v=DMARC1; p=none']
    await look()
    expect(await ask('outreach')).toMatchObject({ state: 'waiting' })
    expect((await test.facts('domain.checked')).map((fact) => fact.particulars.ok)).toEqual([false, true])
    expect(keepDomainCheck.name).toBe('messaging.keepDomainCheck')
    outside.close()
  })

  it('throttles over all workers', async () => {
    const slow = plugged({ smtpUrl: sink.url, perMinute: 5 })
    test.setNow(minutesAfter(testNow, 600))
    await workOnce()
    test.setNow(minutesAfter(testNow, 602))
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, at) => test.person(`Person ${at}`, `slow${at}@example.org`)),
    )
    await test.as(test.cast.maren, (tx) =>
      queueMail(
        tx,
        people.map((id) => hello(id, { sendAfter: test.now() })),
      ),
    )
    sink.received.length = 0
    const shift = whenMailIsDueSendIt(slow.ports).handle([{}], test.kernel.as('slow'))
    await expect.poll(() => sink.received.length).toBe(5)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(sink.received).toHaveLength(5)
    test.setNow(minutesAfter(testNow, 604))
    await shift
    expect(sink.received).toHaveLength(8)
    slow.close()
  })
})

it('sends 500 mails once each when two workers share them', async () => {
  test.setNow(minutesAfter(testNow, 2000))
  const ids: string[] = await test.as(test.system, async (tx) => {
    const { identifyCandidates } = await import('../../src/candidates/door.ts')
    const people = Array.from({ length: 500 }, (_, at) => ({
      name: `Person Number${at}`,
      emails: [`bulk${at}@example.org`],
      source: 'import',
    }))
    return (await identifyCandidates(tx, people)).map((one) => one.candidateId)
  })
  await test.as(test.cast.maren, (tx) =>
    queueMail(
      tx,
      ids.map((id) => hello(id, { sendAfter: test.now() })),
    ),
  )
  sink.received.length = 0
  const secondDatabase = openDatabase(test.connection, 4)
  const secondQueue = createQueue(test.connection)
  await secondQueue.boss.start()
  const second = createKernel({
    database: secondDatabase,
    rooms: test.rooms,
    queue: secondQueue,
    clock: test.now,
  })
  await Promise.all([workOnce(), workOnce(second)])
  expect(new Set(sink.received.map((mail) => mail.to[0])).size).toBe(500)
  expect(sink.received).toHaveLength(500)
  const states = await sql<{
    state: string
    count: number
  }>`select state, count(*) as count from messaging.message
    where candidate_id = any(${ids}::uuid[]) group by 1`.execute(test.database.read)
  expect(states.rows).toEqual([{ state: 'sent', count: 500 }])
  await secondQueue.boss.stop({ graceful: false })
  await secondDatabase.close()
})

it('leaves within two seconds of its time when the workers run', async () => {
  test.setNow(new Date().toISOString())
  const running = await test.startDeliveries()
  const clock = setInterval(() => test.setNow(new Date().toISOString()), 50)
  const prompt = () => sink.received.filter((mail) => mail.to[0] === 'prompt@example.org')
  const due = instant(Date.now() + 3000)
  await queueOne('prompt@example.org', { sendAfter: due })
  await expect.poll(() => prompt().length, { interval: 20 }).toBe(1)
  const lateMs = Date.now() - Date.parse(due)
  clearInterval(clock)
  expect(lateMs).toBeGreaterThanOrEqual(0)
  expect(lateMs).toBeLessThan(2000)
  void running
})
