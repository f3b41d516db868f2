import { generateKeyPairSync } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMail } from '../../src/adapters/read-mail.ts'
import { createSmtpMailer } from '../../src/adapters/smtp-mailer.ts'
import { smtpMailerOnThread } from '../../src/adapters/smtp-mailer-on-thread.ts'
import type { OutgoingMail } from '../../src/messaging/model/outgoing-mail.ts'
import { headerOf } from '../../src/messaging/model/parsed-mail.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

const interview: OutgoingMail = {
  purpose: 'process',
  messageId: '<m1@north.example>',
  from: { name: 'Tomasz Wójcik', address: 'tomasz@north.example' },
  to: { name: 'Inês Carvalho', address: 'ines@correio.example' },
  subject: 'Choose a time',
  text: 'Hello Inês',
  html: '<p>Hello Inês</p>',
  replyTo: 'reply+abc@north.example',
  bounceTo: 'bounce+abc@north.example',
  isAutomatic: false,
}

const newsletter: OutgoingMail = {
  ...interview,
  purpose: 'newsletter',
  isAutomatic: true,
  messageId: '<m2@north.example>',
  unsubscribe: {
    url: `https://mail.north.example/u/${'k'.repeat(60)}`,
    mailto: 'unsub+kkkkkkkkkkkkkkkkkkkk@north.example',
  },
  listId: '<news.north.example>',
  imprint: { postalAddress: 'Quay 1, Rotterdam', reason: 'You subscribed on 1 May.' },
}

describe.each([
  ['here', createSmtpMailer],
  ['on a thread', smtpMailerOnThread],
])('sending over a real SMTP server, %s', (_, create) => {
  let sink: Awaited<ReturnType<typeof startSmtpSink>>
  let mailer: ReturnType<typeof createSmtpMailer>
  beforeAll(async () => {
    sink = await startSmtpSink({
      refuse: (to) =>
        to.startsWith('gone')
          ? { code: 550, says: '5.1.1 no such user' }
          : to.startsWith('busy')
            ? { code: 451, says: '4.3.0 later' }
            : null,
    })
    mailer = create({
      url: sink.url,
      dkim: { domain: 'north.example', selector: 's1', privateKey },
    })
  })
  afterAll(async () => {
    mailer.close()
    await sink.stop()
  })

  const sent = async (mail: OutgoingMail) => {
    expect(await mailer.send(mail)).toMatchObject({ ok: true })
    const received = sink.received.at(-1)!
    return { ...received, text: received.raw.toString(), mail: await readMail(received.raw) }
  }

  const verified = async (raw: Buffer) => {
    const resolver = async (name: string) => {
      expect(name).toBe('s1._domainkey.north.example')
      return [[`v=DKIM1; k=rsa; p=${publicKey}`]]
    }
    const { results } = await dkimVerify(raw, { resolver })
    return results[0]!
  }

  it('puts both one-click headers on marketing mail, each on one line and signed (RFC 8058)', async () => {
    const { text, raw } = await sent(newsletter)
    const head = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')
    expect(head.filter((line) => /^list-unsubscribe:/i.test(line))).toEqual([
      `List-Unsubscribe: <${newsletter.unsubscribe!.url}>, <mailto:${newsletter.unsubscribe!.mailto}>`,
    ])
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const signature = await verified(raw)
    expect(signature.status.result).toBe('pass')
    const signed = signature.signingHeaders!.keys.toLowerCase().split(/[:;]\s*/)
    expect(signed).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'to', 'subject']),
    )
  })

  it('puts none of them on process mail, and signs it too', async () => {
    const { text, raw, mail } = await sent({ ...interview, unsubscribe: newsletter.unsubscribe })
    expect(text.toLowerCase()).not.toContain('list-unsubscribe:')
    expect((await verified(raw)).status.result).toBe('pass')
    expect(mail.subject).toBe('Choose a time')
  })

  it('keeps the message id, the reply address and the bounce address it is given', async () => {
    const { from, to, mail } = await sent(interview)
    expect({ from, to }).toEqual({ from: 'bounce+abc@north.example', to: ['ines@correio.example'] })
    expect(headerOf(mail, 'message-id')).toBe('<m1@north.example>')
    expect(headerOf(mail, 'reply-to')).toBe('reply+abc@north.example')
    expect(mail.to).toEqual([{ name: 'Inês Carvalho', address: 'ines@correio.example' }])
  })

  it('marks what a rule wrote as automatic, and not what a person wrote (RFC 3834)', async () => {
    const automatic = (await sent(newsletter)).mail
    expect(headerOf(automatic, 'auto-submitted')).toBe('auto-generated')
    expect(headerOf(automatic, 'x-auto-response-suppress')).toBe('All')
    expect(headerOf((await sent(interview)).mail, 'auto-submitted')).toBe('')
  })

  it.each(['\r\n', '\n', '\r', '\u2028', '\u0000'])(
    'lets no %j in a name or subject open a header',
    async (end) => {
      const evil = `x${end}Bcc: spy@evil.example${end}${end}body`
      const { text, to } = await sent({ ...interview, subject: evil, to: { ...interview.to, name: evil } })
      expect(to).toEqual(['ines@correio.example'])
      const head = text.slice(0, text.indexOf('\r\n\r\n'))
      expect(head).not.toMatch(/^Bcc:/im)
      expect(head).toContain('Subject: x Bcc: spy@evil.example')
    },
  )

  it('writes to an address in another script where the server takes them', async () => {
    const { to } = await sent({ ...interview, to: { name: 'Инес', address: 'инес@почта.example' } })
    expect(to).toEqual([expect.stringMatching(/^инес@/)])
  })

  it('says that it cannot, for good, where the server does not (RFC 6531)', async () => {
    const old = await plainServer()
    const toOld = createSmtpMailer({ url: old.url })
    expect(
      await toOld.send({ ...interview, to: { name: 'Инес', address: 'инес@почта.example' } }),
    ).toMatchObject({ ok: false, permanent: true, code: '5.6.7', says: expect.stringContaining('SMTPUTF8') })
    // A domain has an ASCII form, so this one goes.
    expect(
      await toOld.send({ ...interview, to: { name: 'Ines', address: 'ines@почта.example' } }),
    ).toMatchObject({ ok: true })
    expect(old.recipients).toEqual(['RCPT TO:<ines@xn--80a1acny.example>'])
    toOld.close()
    await old.stop()
  })

  it('refuses an address that could end a line', async () => {
    const to = { name: '', address: 'a@b.example>\r\nBcc: c@d.example' }
    await expect(mailer.send({ ...interview, to })).rejects.toThrow('is not a mail address')
  })

  it('refuses marketing without postal address, reason or link', async () => {
    await expect(mailer.send({ ...newsletter, imprint: undefined })).rejects.toThrow('postal address')
    await expect(mailer.send({ ...newsletter, unsubscribe: undefined })).rejects.toThrow('unsubscribe')
  })

  it('sends an invitation as a calendar part with its method', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR'
    const { mail } = await sent({ ...interview, calendar: { method: 'REQUEST', text } })
    expect(mail.attachments.map((part) => [part.mediaType, part.method])).toContainEqual([
      'text/calendar',
      'REQUEST',
    ])
  })

  it('tells a final refusal from one to try again', async () => {
    const to = (address: string) => ({ ...interview, to: { name: '', address } })
    expect(await mailer.send(to('gone@correio.example'))).toMatchObject({
      ok: false,
      permanent: true,
      code: '5.1.1',
    })
    expect(await mailer.send(to('busy@correio.example'))).toMatchObject({
      ok: false,
      permanent: false,
      code: '4.3.0',
    })
  })

  it('says that a server that is away is worth another try', async () => {
    const away = createSmtpMailer({ url: 'smtp://127.0.0.1:9' })
    expect(await away.send(interview)).toMatchObject({ ok: false, permanent: false, code: 'ESOCKET' })
    away.close()
  })
})

/** A mail server of the old kind: plain SMTP with no extension at all. */
async function plainServer() {
  const recipients: string[] = []
  const server = createServer((socket) => {
    let isText = false
    socket.on('error', () => undefined)
    socket.write('220 old.example ESMTP\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (isText && line !== '.') continue
        if (line.startsWith('RCPT')) recipients.push(line)
        isText = line === 'DATA'
        socket.write(
          line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 old.example\r\n',
        )
        if (line === 'QUIT') socket.end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    recipients,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

it.each([
  ['here', createSmtpMailer],
  ['on a thread', smtpMailerOnThread],
])('begins nothing that waits for a connection when it is let go, or too late (%s)', async (_, make) => {
  const silent = createServer(() => undefined)
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const mailer = make({ url, connections: 1 })
  const connected = new Promise((resolve) => silent.once('connection', resolve))
  expect(await mailer.send(interview, undefined, Date.now() - 1)).toMatchObject({ notBegun: true })
  const answered: string[] = []
  void mailer.send(interview).then(() => answered.push('begun'))
  const waiting = mailer.send(interview)
  await connected
  mailer.letGo()
  expect(await waiting).toMatchObject({ ok: false, notBegun: true })
  expect(answered).toEqual([])
  mailer.close()
  silent.close()
})

it('says that mails in hand are worth another try when their thread ends', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const mailer = smtpMailerOnThread({ url: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}` })
  const connected = new Promise((resolve) => silent.once('connection', resolve))
  const answer = mailer.send(interview)
  await connected
  mailer.close()
  expect(await answer).toMatchObject({ ok: false, permanent: false, code: 'thread-ended' })
  silent.close()
})
