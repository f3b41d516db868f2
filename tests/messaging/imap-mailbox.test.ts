import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImapMailbox, type MailboxPosition } from '../../src/adapters/imap-mailbox.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'

describe.skipIf(!hasDovecot)('the mailbox on a real IMAP server (needs Dovecot 2.3)', () => {
  let server: Awaited<ReturnType<typeof startDovecot>>
  beforeAll(async () => {
    server = await startDovecot()
  })
  afterAll(async () => server?.stop())

  it('hands over what lies there and what comes while it watches, once and in order', async () => {
    await put('ada', ['one', 'two'])
    const watched = watch('ada')
    await watched.until(2)
    const began = performance.now()
    await put('ada', ['three'])
    await watched.until(3)
    // Far below the look every two minutes: IDLE told of it.
    expect(performance.now() - began).toBeLessThan(25_000)
    await watched.mailbox.close()
    expect(watched.subjects).toEqual(['one', 'two', 'three'])
  })

  it('goes on after a stop without losing or repeating a mail', async () => {
    await put('bea', ['one'])
    const before = watch('bea')
    await before.until(1)
    await before.mailbox.close()
    await put('bea', ['two'])
    const after = watch('bea', before.position())
    await after.until(1)
    await after.mailbox.close()
    expect(after.subjects).toEqual(['two'])
  })

  it('hands a mail over again when receiving it failed', async () => {
    await put('cyd', ['one', 'two'])
    let failures = 1
    const watched = watch('cyd', null, () => {
      if (failures-- > 0) throw new Error('the database was away')
    })
    await watched.until(2)
    await watched.mailbox.close()
    expect(watched.subjects).toEqual(['one', 'two'])
    expect(watched.troubles).toEqual(['the database was away'])
  })

  it('reads all again when the server numbers its mails anew', async () => {
    await put('dan', ['one'])
    const watched = watch('dan', { uidValidity: '1', lastUid: 99 })
    await watched.until(1)
    await watched.mailbox.close()
    expect(watched.subjects).toEqual(['one'])
  })

  it('connects again with growing waits when the server goes away', async () => {
    await put('eve', ['one'])
    const watched = watch('eve')
    await watched.until(1)
    await server.halt()
    await expect.poll(() => watched.waits.length).toBeGreaterThanOrEqual(3)
    await server.resume()
    await put('eve', ['two'])
    await watched.until(2)
    await watched.mailbox.close()
    expect(watched.subjects).toEqual(['one', 'two'])
    expect(watched.waits[1]).toBe(watched.waits[0]! * 2)
  })

  function watch(user: string, start: MailboxPosition | null = null, before: () => void = () => {}) {
    let position = start
    const subjects: string[] = []
    const troubles: string[] = []
    const waits: number[] = []
    const mailbox = createImapMailbox({
      url: server.url(user),
      load: async () => position,
      save: async (next) => {
        position = next
      },
      receive: async (raw) => {
        before()
        subjects.push(/^Subject: (.*)$/m.exec(Buffer.from(raw).toString())![1]!.trim())
      },
      onTrouble: (error, wait) => {
        troubles.push(error.message)
        waits.push(wait)
      },
      backOff: { first: 50, longest: 1000 },
    })
    const until = (count: number) => expect.poll(() => subjects.length).toBe(count)
    return { mailbox, subjects, troubles, waits, position: () => position, until }
  }

  async function put(user: string, subjects: readonly string[]) {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: 'secret' },
      logger: false,
    })
    await client.connect()
    for (const subject of subjects)
      await client.append(
        'INBOX',
        `From: a@x.example\r\nTo: b@x.example\r\nSubject: ${subject}\r\n\r\nHello\r\n`,
      )
    await client.logout()
  }
})
