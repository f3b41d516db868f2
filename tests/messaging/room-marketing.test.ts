import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { whenAskedLookUpDomain } from '../../src/messaging/domain/when-day-begins-look-up-domain.ts'
import { queueMail } from '../../src/messaging/door.ts'
import { whenMailArrivesReceiveIt } from '../../src/messaging/inbound/when-mail-arrives-receive-it.ts'
import { tokenAddress } from '../../src/messaging/model/address-token.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { testNow } from '../support/database.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { plugged, sign } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let sink: Awaited<ReturnType<typeof startSmtpSink>>
let world: ReturnType<typeof plugged>
let test: MailTest
beforeAll(async () => {
  sink = await startSmtpSink()
  world = plugged({ smtpUrl: sink.url })
  test = await mailTest(world.ports)
  await sql`update accounts.organisation set mail_from = 'jobs@northwind.example'`.execute(
    test.database.write,
  )
})
afterAll(async () => {
  world.close()
  await test.close()
  await sink.stop()
})
beforeEach(() => test.setNow(testNow))

const send = () => whenMailIsDueSendIt(world.ports).handle([{}], test.kernel.as('send'))
let uid = 0
const arrive = (raw: string) =>
  whenMailArrivesReceiveIt(world.ports)(
    Buffer.from(raw.replace(/\r?\n/g, '\r\n')),
    `box 1:${++uid}`,
    test.kernel.as('mail'),
  )
const write = async (candidateId: string, purpose: 'outreach' | 'process') =>
  (
    await test.as(test.cast.maren, (tx) =>
      queueMail(tx, [{ candidateId, purpose, subject: 'Hello', text: 'A word.', sendAfter: tx.now }]),
    )
  )[0]!
const lookUpsAsked = async (): Promise<number> =>
  Number(
    (
      await sql<{ asked: string }>`
        select count(*) as asked from deliveries.job where name = 'delivery.when-asked-look-up-domain'`.execute(
        test.database.read,
      )
    ).rows[0]!.asked,
  )
const optOut = (from: string, to: string) => `From: ${from}
To: ${to}
Subject: unsubscribe
Message-ID: <out${++uid}@example.org>

`
const complaint = (to: string) => `From: feedback@provider.example
To: ${to}
Subject: A report
Message-ID: <fbl${++uid}@provider.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is an abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Provider/1.0
Version: 1

--b--
`

describe('mail that people did not ask for', () => {
  it('has its domain looked up before the first of it, once known no more, and process mail never asks (R77)', async () => {
    const id = await test.person('Ada Kowalska', 'ada@example.org')
    await write(id, 'process')
    expect(await lookUpsAsked()).toBe(0)
    const { messageId, state } = await write(id, 'outreach')
    expect(state).toBe('waiting')
    expect(await lookUpsAsked()).toBe(1)
    await send()
    expect((await test.message(messageId)).state).toBe('waiting')
    test.setNow(minutesAfter(testNow, 1))
    const names = { 'northwind.example': ['v=spf1 mx -all'] }
    const outside = plugged({ smtpUrl: sink.url, names })
    await whenAskedLookUpDomain(outside.ports).handle([{}], test.kernel.as('test'))
    outside.close()
    await send()
    expect((await test.message(messageId)).state).toBe('blocked')
    const asked = await lookUpsAsked()
    await write(id, 'outreach')
    expect(await lookUpsAsked()).toBe(asked)
    await sql`update messaging.domain_check set findings = '[]'`.execute(test.database.write)
  })

  it('ends for who answers the mailto of List-Unsubscribe, whatever address they write from', async () => {
    const id = await test.person('Tomás Moniz', 'tomas@example.org')
    const { messageId } = await write(id, 'outreach')
    await send()
    const way = tokenAddress({ kind: 'unsub', id: messageId }, 'northwind.example', sign)
    await arrive(optOut('Somebody Else <other@example.com>', way))
    expect(await write(id, 'outreach')).toMatchObject({ state: 'blocked' })
    expect(await write(id, 'process')).toMatchObject({ state: 'waiting' })
    expect(await test.facts('address.suppressed')).toContainEqual(
      expect.objectContaining({ candidateId: id, particulars: { kind: 'marketing', because: 'opt-out' } }),
    )
  })

  it('pauses for everybody at three complaints of few mails, and goes on a month later', async () => {
    for (const at of [1, 2, 3]) {
      const other = await test.person('Kim Park', `later${at}@example.org`)
      expect((await write(other, 'outreach')).state).toBe('waiting')
      const id = await test.person('Kim Complaint', `complains${at}@example.org`)
      const { messageId } = await write(id, 'outreach')
      await send()
      await arrive(complaint(tokenAddress({ kind: 'bounce', id: messageId }, 'northwind.example', sign)))
    }
    const id = await test.person('Wen Li', 'wen@example.org')
    expect(await write(id, 'outreach')).toMatchObject({
      state: 'blocked',
      says: expect.stringContaining('reported as spam'),
    })
    expect(await write(id, 'process')).toMatchObject({ state: 'waiting' })
    test.setNow(minutesAfter(testNow, 31 * 1440))
    expect((await write(id, 'outreach')).state).toBe('waiting')
  })
})
