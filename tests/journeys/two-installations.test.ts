import { setTimeout as wait } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/kernel/sql.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'
import { dataFolder } from '../support/product.ts'
import { publishedJob, type SignedIn, setUpNorthwind } from '../support/signed-in.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'

const title = 'two installations that mail each other (R75)'
const houses = ['alpha', 'beta'] as const
type House = (typeof houses)[number]

describe.skipIf(!hasDovecot)(hasDovecot ? title : `${title} (no Dovecot 2.3 found)`, () => {
  let imap: Awaited<ReturnType<typeof startDovecot>>
  let smtp: Awaited<ReturnType<typeof startSmtpSink>>
  const folders = { alpha: dataFolder(), beta: dataFolder() }
  const by = {} as Record<House, SignedIn>
  let carried = 0
  const stopping = new AbortController()
  let carrying: Promise<void>

  beforeAll(async () => {
    imap = await startDovecot()
    smtp = await startSmtpSink()
    for (const house of houses) {
      const product = await folders[house].start('start', {
        SMTP_URL: smtp.url,
        IMAP_URL: imap.url(house),
        MAIL_DOMAIN: `${house}.example`,
      })
      by[house] = await setUpNorthwind(product.url, await product.token())
      await by[house].run('accounts.changeSettings', { settings: [{ key: 'mail.delayMinutes', value: 0 }] })
    }
    carrying = carry()
  })
  afterAll(async () => {
    stopping.abort()
    await carrying
    for (const house of houses) await folders[house].clear()
    await smtp?.stop()
    await imap?.stop()
  })

  /** What a mail server between the two does: each mail into the mailbox of the domain it went to. */
  const carry = async () => {
    while (!stopping.signal.aborted) {
      for (const { to, raw } of smtp.received.slice(carried)) {
        carried += 1
        const house = houses.find((one) => to[0]?.endsWith(`@${one}.example`))
        if (house) await put(house, raw)
      }
      await wait(100)
    }
  }
  const put = async (user: House, raw: Buffer | string) => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: imap.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: 'secret' },
      logger: false,
    })
    await client.connect()
    await client.append('INBOX', raw)
    await client.logout()
  }
  const mailsTo = (house: House) =>
    smtp.received.filter(({ to }) => to[0]?.endsWith(`@${house}.example`)).length
  const threads = async (house: House) =>
    (await by[house].ask<{ threads: { id: string }[] }>('messaging.inbox')).threads

  test('each takes what the other’s machine wrote, and neither answers it', async () => {
    for (const [house, other] of [houses, [...houses].reverse()] as [House, House][]) {
      const { jobId } = await publishedJob(by[house])
      const { candidates } = await by[house].run<{ candidates: { candidateId: string }[] }>(
        'candidates.addCandidates',
        { candidates: [{ name: `Jobs at ${other}`, emails: [`jobs@${other}.example`] }] },
      )
      const candidateIds = candidates.map(({ candidateId }) => candidateId)
      await by[house].run('ats.addApplications', { jobId, candidateIds })
      await by[house].run('messaging.writeToCandidates', {
        candidateIds,
        purpose: 'process',
        subject: `From ${house}`,
        text: 'Are you there?',
      })
    }
    for (const house of houses) {
      await expect.poll(() => mailsTo(house)).toBeGreaterThan(0)
      await expect.poll(async () => (await threads(house)).length).toBeGreaterThan(0)
    }
    await quiet()
    // One mail a side, and all that went out came in.
    expect(houses.map(mailsTo)).toEqual([1, 1])
  })

  test('a person’s answer goes once, and the other side’s stays the last word', async () => {
    const [thread] = await threads('beta')
    await by.beta.run('messaging.answerThread', { threadId: thread!.id, text: 'We are.' })
    await expect.poll(() => mailsTo('alpha')).toBe(2)
    await quiet()
    expect(houses.map(mailsTo)).toEqual([2, 1])
  })

  test('an out-of-office note that comes in makes no mail', async () => {
    await put(
      'alpha',
      'From: jobs@beta.example\r\nTo: jobs@alpha.example\r\nMessage-ID: <away-0@beta.example>\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n',
    )
    await quiet()
    const database = await folders.alpha.database()
    const came = await sql<{ n: number }>`select count(*)::int as n from messaging.message
        where direction = 'in' and kind <> 'reply' and message_id like '%away-%'`.execute(database.read)
    await database.close()
    expect(came.rows[0]!.n).toBe(1)
    expect(houses.map(mailsTo)).toEqual([2, 1])
  })

  /** Long enough for a mail to go, come and be answered. */
  const quiet = () => wait(6000)
})
