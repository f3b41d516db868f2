import ImapFlowPackage from 'imapflow'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createImapMailbox } from '../../src/adapters/imap-mailbox.ts'
import { userIdOf } from '../../src/kernel/model/actor.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { queueMail, receiveFromOwnPage, threadsShownTo } from '../../src/messaging/door.ts'
import { whenMailArrivesReceiveIt } from '../../src/messaging/inbound/when-mail-arrives-receive-it.ts'
import { whenMailReceivedKeepAttachments } from '../../src/messaging/inbound/when-mail-received-keep-attachments.ts'
import { inbox, thread } from '../../src/messaging/inbox/inbox.ts'
import { assignThread, cancelMails, closeThread } from '../../src/messaging/inbox/keep-threads.ts'
import { linkThread } from '../../src/messaging/inbox/link-thread.ts'
import { mailbox, mailboxMail, simulateReply } from '../../src/messaging/inbox/mailbox.ts'
import { answerThread, previewMail, writeToCandidates } from '../../src/messaging/inbox/write-mail.ts'
import { tokenAddress } from '../../src/messaging/model/address-token.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { saveTemplate, templates } from '../../src/messaging/templates/templates.ts'
import { testNow } from '../support/database.ts'
import { hasDovecot, startDovecot } from '../support/dovecot.ts'
import { plugged, sign } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let world: ReturnType<typeof plugged>
let test: MailTest
beforeAll(async () => {
  world = plugged()
  test = await mailTest(world.ports)
  await sql`update accounts.organisation set mail_from = 'jobs@northwind.example'`.execute(
    test.database.write,
  )
})
afterAll(() => test.close())
beforeEach(() => test.setNow(testNow))

const send = () => whenMailIsDueSendIt(world.ports).handle([{}], test.kernel.as('send'))
let uid = 0
const arrive = (raw: string, key = `box 1:${++uid}`) =>
  whenMailArrivesReceiveIt(world.ports)(
    Buffer.from(raw.replace(/\r?\n/g, '\r\n')),
    key,
    test.kernel.as('mail'),
  )
const written = async (address: string, name = 'Inês Carvalho', more: object = {}) => {
  const candidateId = await test.person(name, address)
  const [mail] = await test.as(test.cast.maren, (tx) =>
    queueMail(tx, [
      {
        candidateId,
        purpose: 'process',
        subject: 'Choose a time',
        text: 'When can you come?',
        sendAfter: tx.now,
        ...more,
      },
    ]),
  )
  await send()
  return {
    candidateId,
    ...mail!,
    replyTo: tokenAddress({ kind: 'reply', id: mail!.threadId }, 'northwind.example', sign),
    bounceTo: tokenAddress({ kind: 'bounce', id: mail!.messageId }, 'northwind.example', sign),
  }
}
const shown = async (id: string, actor = test.cast.maren) => {
  const answer = await test.kernel.ask(thread, { id }, { actor })
  if (!answer.ok) throw new Error(answer.refusal.says)
  return answer.value
}
const waitingForUs = async (actor = test.cast.maren, more: object = {}) => {
  const answer = await test.kernel.ask(inbox, { show: 'us', ...more }, { actor })
  return answer.ok ? answer.value.threads : []
}
const reply = (
  to: string,
  more: { from?: string; text?: string; headers?: string; id?: string } = {},
) => `From: ${more.from ?? 'Inês Carvalho <ines@example.org>'}
To: ${to}
Subject: Re: Choose a time
Message-ID: <${more.id ?? `in${++uid}@example.org`}>
${more.headers ?? ''}Content-Type: text/plain; charset=utf-8

${more.text ?? 'Tuesday at ten.'}

On Sat, 21 Nov 2026 at 13:00, Maren Osei <jobs@northwind.example> wrote:
> When can you come?
`

describe('what comes in', () => {
  it('joins its conversation by the address token, quotes folded, and waits for us', async () => {
    const mail = await written('ines@example.org')
    await arrive(reply(mail.replyTo, { id: 'first@example.org' }), 'box 1:1001')
    const { messages, awaiting, name } = await shown(mail.threadId)
    expect(messages.map((one) => [one.direction, one.text.trim()])).toEqual([
      ['out', 'When can you come?'],
      ['in', 'Tuesday at ten.'],
    ])
    expect(messages[1]!.folded).toContain('When can you come?')
    expect([awaiting, name]).toEqual(['us', 'Inês Carvalho'])
    expect((await waitingForUs()).find((row) => row.id === mail.threadId)).toMatchObject({
      isUnread: true,
      lastText: 'Tuesday at ten.',
    })
    const told =
      await sql`select 1 from accounts.notification where kind = 'reply' and subject_id = ${mail.threadId}`.execute(
        test.database.read,
      )
    expect(told.rows).toHaveLength(1)
    // After a crash the mailbox hands the same over again, after a UIDVALIDITY change the whole folder.
    await arrive(reply(mail.replyTo, { id: 'first@example.org' }), 'box 1:1001')
    await arrive(reply(mail.replyTo, { id: 'first@example.org' }), 'box 2:1')
    expect((await shown(mail.threadId)).messages).toHaveLength(2)
  })

  it('joins by the headers where the token was lost, and by the sender where both were', async () => {
    const mail = await written('headers@example.org', 'Ada Kowalska')
    const headers = `In-Reply-To: <${mail.messageId}@northwind.example>\n`
    await arrive(reply('somebody@northwind.example', { from: 'ada.private@example.net', headers }))
    await arrive(reply('somebody@northwind.example', { from: 'headers@example.org' }))
    expect((await shown(mail.threadId)).messages).toHaveLength(3)
  })

  it('holds an unknown writer for a person, unless they write to the general address', async () => {
    await arrive(reply('maren@northwind.example', { from: 'Stranger <stranger@example.net>' }))
    const held = (await waitingForUs()).find((row) => row.name === 'Stranger')!
    expect(held.candidateId).toBeNull()
    expect(await test.kernel.ask(thread, { id: held.id }, { actor: test.cast.tomas })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const linked = await test.kernel.run(linkThread, { threadId: held.id }, { actor: test.cast.maren })
    expect(linked).toMatchObject({ ok: true })
    expect((await shown(held.id)).candidateId).toBeTruthy()
    await arrive(reply('jobs@northwind.example', { from: 'Newcomer <newcomer@example.net>' }))
    expect((await waitingForUs()).find((row) => row.name === 'Newcomer')!.candidateId).toBeTruthy()
  })

  it('gives the address of an unknown writer to whom the conversation is said to be, known from the mail', async () => {
    const known = await test.person('Tilda Berg', 'tilda@example.org')
    await arrive(reply('maren@northwind.example', { from: 'T. Berg <tilda.private@example.net>' }))
    const held = (await waitingForUs()).find((row) => row.name === 'T. Berg')!
    expect(
      await test.kernel.run(
        linkThread,
        { threadId: held.id, candidateId: known },
        { actor: test.cast.maren },
      ),
    ).toMatchObject({ ok: true, value: { candidateId: known, isNew: false } })
    const { rows } = await sql<{ value: string; cameFrom: string; cameBy: string; isPrimary: boolean }>`
      select value, came_from as "cameFrom", came_by as "cameBy", is_primary as "isPrimary"
      from candidates.contact_point where candidate_id = ${known} order by id`.execute(test.database.read)
    expect(rows.map(({ value, isPrimary }) => [value, isPrimary])).toEqual([
      ['tilda@example.org', true],
      ['tilda.private@example.net', false],
    ])
    expect(rows[1]).toMatchObject({ cameFrom: 'mail', cameBy: userIdOf(test.cast.maren) })
    await arrive(reply('maren@northwind.example', { from: 'T. Berg <tilda.private@example.net>' }))
    expect((await shown(held.id)).messages).toHaveLength(2)
    expect((await waitingForUs()).filter((row) => row.name === 'T. Berg')).toEqual([])
  })

  it('takes a new person’s name from who puts them on record', async () => {
    await arrive(reply('maren@northwind.example', { from: 'noname@example.net' }))
    const held = (await waitingForUs()).find((row) => row.name === 'noname@example.net')!
    await test.kernel.run(linkThread, { threadId: held.id, name: 'Noor Amesz' }, { actor: test.cast.maren })
    expect((await shown(held.id)).name).toBe('Noor Amesz')
  })

  it('finds conversations by beginnings of words in one mail, and never by a key of a candidate’s own page', async () => {
    const mail = await written('gantry@example.org', 'Zoë Łukasik', {
      subject: 'Gantry cranes',
      text: 'Your page: https://northwind.example/careers/me/open/Sesame4711 – until then.',
    })
    const found = async (words: string) => {
      const answer = await test.kernel.ask(inbox, { show: 'all', words }, { actor: test.cast.maren })
      return answer.ok && answer.value.threads.map((row) => row.id)
    }
    for (const words of [
      'gantry',
      'GAN cra',
      'zoe lukas',
      'gantry@example.org',
      'gantry@exam',
      "until 'then",
    ])
      expect(await found(words), words).toEqual([mail.threadId])
    for (const words of ['sesame4711', 'gantry nowhere', 'antry'])
      expect(await found(words), words).toEqual([])
    expect(await found('…'), 'no word at all leaves nothing out').toContain(mail.threadId)
  })

  it('takes an out-of-office note for what it is: nothing waits for us', async () => {
    const mail = await written('away@example.org')
    await arrive(
      reply(mail.replyTo, {
        from: 'away@example.org',
        headers: 'Auto-Submitted: auto-replied\n',
        text: 'I am away.',
      }),
    )
    const { awaiting, messages } = await shown(mail.threadId)
    expect([awaiting, messages[1]!.kind]).toEqual(['them', 'auto-reply'])
  })

  const report = (to: string, status: string, says: string) => `From: MAILER-DAEMON@mx.example
To: ${to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <b${++uid}@mx.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

The mail could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; whoever@example.org
Action: failed
Status: ${status}
Diagnostic-Code: smtp; ${says}

--b--
`
  it('suppresses after a hard bounce at our return path; soft, sender’s fault and forged ones never do', async () => {
    const hard = await written('hard@example.org', 'Hard Bounce')
    const soft = await written('soft@example.org', 'Soft Bounce')
    const fault = await written('fault@example.org', 'Our Fault')
    const forged = await written('forged@example.org', 'Forged Report')
    await arrive(report(hard.bounceTo, '5.1.1', '550 5.1.1 user unknown'))
    await arrive(report(soft.bounceTo, '4.2.2', '452 4.2.2 mailbox full'))
    await arrive(report(fault.bounceTo, '5.7.26', '550 5.7.26 unauthenticated mail'))
    await arrive(
      report(
        `bounce+${forged.messageId.replaceAll('-', '')}.${'0'.repeat(20)}@northwind.example`,
        '5.1.1',
        '550 user unknown',
      ),
    )
    const suppressed = await sql<{
      address: string
    }>`select address from messaging.suppression where kind = 'hard'`.execute(test.database.read)
    expect(suppressed.rows).toEqual([{ address: 'hard@example.org' }])
    expect((await test.facts('mail.bounced')).map((fact) => fact.particulars.class)).toEqual([
      'hard',
      'soft',
      'sender-fault',
    ])
    expect(await test.facts('bounce.ignored')).toHaveLength(1)
    expect((await test.facts('sender.faulted')).length).toBeGreaterThan(0)
    const { messages } = await shown(hard.threadId)
    expect(messages[0]).toMatchObject({ bounceClass: 'hard' })
  })

  it('gives an address up when mail fails softly on four days', async () => {
    for (let day = 0; day < 4; day++) {
      test.setNow(minutesAfter(testNow, day * 1440))
      const mail = await written('full@example.org', 'Full Mailbox')
      await arrive(report(mail.bounceTo, '4.2.2', '452 4.2.2 mailbox full'))
    }
    const left =
      await sql`select 1 from messaging.suppression where address = 'full@example.org' and kind = 'hard'`.execute(
        test.database.read,
      )
    expect(left.rows).toHaveLength(1)
  })

  it('keeps attachments with the person, once', async () => {
    const mail = await written('files@example.org', 'File Sender')
    await arrive(`From: files@example.org
To: ${mail.replyTo}
Subject: Re: Choose a time
Message-ID: <att@example.org>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Here it is.
--b
Content-Type: application/pdf; name="résumé.pdf"
Content-Disposition: attachment; filename="resume.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--b--
`)
    const [fact] = (
      await sql<{ id: number; about: { candidateId: string; subjectId: string } }>`select id,
      jsonb_build_object('candidateId', candidate_id, 'subjectId', subject_id) as about from kernel.fact
      where name = 'mail.received' order by id desc limit 1`.execute(test.database.read)
    ).rows
    const keep = () =>
      whenMailReceivedKeepAttachments(world.ports).handle(fact as never, test.kernel.as('keep'))
    await keep()
    await keep()
    expect(world.kept.map((one) => one.candidateId)).toEqual([mail.candidateId])
    expect(Buffer.from(world.kept[0]!.files[0]!.bytes).toString()).toBe('%PDF-1.4\n')
    const { messages } = await shown(mail.threadId)
    expect(messages[1]!.attachments).toMatchObject([{ name: 'resume.pdf', fileId: expect.any(String) }])
  })

  it('strips what could act from a mail’s HTML', async () => {
    const mail = await written('html@example.org', 'Html Writer')
    await arrive(
      `From: html@example.org\nTo: ${mail.replyTo}\nSubject: Re: x\nMessage-ID: <h@example.org>\nContent-Type: text/html\n\n<p onclick="x()">Hello <script>alert(1)</script><img src="https://spy.example/p.gif"></p>`,
    )
    const html = (await shown(mail.threadId)).messages[1]!.html
    expect(html).toContain('Hello')
    expect(html).not.toMatch(/script|onclick|img/)
  })
})

describe('the inbox', () => {
  it('answers in place: ten seconds to take it back, then it is their turn', async () => {
    const mail = await written('answer@example.org', 'Answer Me')
    await arrive(reply(mail.replyTo, { from: 'Answer Me <other@example.net>' }))
    const { answer } = await shown(mail.threadId)
    expect(answer).toMatchObject({
      to: { address: 'other@example.net' },
      verdict: { allowed: true },
      subject: 'Re: Choose a time',
    })
    const done = await test.kernel.run(
      answerThread,
      { threadId: mail.threadId, text: 'See you then, {{ candidate.first_name }}.' },
      { actor: test.cast.jonas },
    )
    expect(done).toMatchObject({ ok: true, value: { sendAfter: '2026-11-21T12:00:10.000Z' } })
    const { messages, awaiting } = await shown(mail.threadId)
    expect(awaiting).toBe('them')
    expect(messages[2]).toMatchObject({
      state: 'waiting',
      text: 'See you then, Answer.',
      toAddress: 'other@example.net',
    })
    await test.kernel.run(cancelMails, { messageIds: [messages[2]!.id] }, { actor: test.cast.jonas })
    expect((await shown(mail.threadId)).awaiting).toBe('us')
  })

  it('shows one’s own, closes, and opens again with the next mail', async () => {
    const mail = await written('mine@example.org', 'My Own')
    await arrive(reply(mail.replyTo, { from: 'mine@example.org' }))
    const jonas = test.cast.jonas
    await test.kernel.run(
      assignThread,
      { threadIds: [mail.threadId], userId: jonas.kind === 'user' ? jonas.id : null },
      { actor: test.cast.maren },
    )
    expect((await waitingForUs(jonas, { mine: true })).map((row) => row.id)).toEqual([mail.threadId])
    await test.kernel.run(closeThread, { threadIds: [mail.threadId] }, { actor: jonas })
    expect(await waitingForUs(jonas, { mine: true })).toEqual([])
    await arrive(reply(mail.replyTo, { from: 'mine@example.org', text: 'One more thing.' }))
    expect(await waitingForUs(jonas, { mine: true })).toHaveLength(1)
  })

  it('pages by the last word without gaps or repeats', async () => {
    const all = await test.kernel.ask(inbox, { show: 'all', limit: 200 }, { actor: test.cast.maren })
    const ids: string[] = []
    let before: string | undefined
    do {
      const page = await test.kernel.ask(
        inbox,
        { show: 'all', limit: 3, ...(before ? { before } : {}) },
        { actor: test.cast.maren },
      )
      if (!page.ok) throw new Error(page.refusal.says)
      ids.push(...page.value.threads.map((row) => row.id))
      before = page.value.next ?? undefined
    } while (before)
    expect(ids).toEqual(all.ok && all.value.threads.map((row) => row.id))
  })

  it('takes a word from the own page like a mail', async () => {
    const candidateId = await test.person('Page Writer', 'page@example.org')
    const { threadId } = await test.as(test.system, (tx) =>
      receiveFromOwnPage(tx, { candidateId, text: 'Is it still open?' }),
    )
    expect((await waitingForUs()).some((row) => row.id === threadId)).toBe(true)
    expect(await test.as(test.system, (tx) => threadsShownTo(tx, candidateId))).toMatchObject([
      { direction: 'in', text: 'Is it still open?' },
    ])
  })

  it('previews each person’s mail with what was merged in and what is missing', async () => {
    const ids = [
      await test.person('Jörg Weiß', 'jorg@example.org'),
      await test.person('Ece Kaya', 'ece@example.org'),
    ]
    const input = {
      candidateIds: ids,
      subject: 'Hi',
      text: 'Hello {{ candidate.first_name }} at {{ interview.place }}',
    }
    const preview = await test.kernel.ask(previewMail, input, { actor: test.cast.maren })
    expect(preview).toMatchObject({
      ok: true,
      value: { mails: [{ missing: ['interview.place'], verdict: { allowed: false } }, {}] },
    })
    const sent = await test.kernel.run(
      writeToCandidates,
      { ...input, text: 'Hello {{ candidate.first_name }}' },
      { actor: test.cast.maren },
    )
    expect(sent).toMatchObject({ ok: true, value: { mails: [{ state: 'waiting' }, { state: 'waiting' }] } })
  })

  it('refuses a template with a field that does not exist, and uses one that was saved', async () => {
    const text = {
      key: 'interview-thanks',
      name: 'Thanks',
      language: 'en',
      purpose: 'process',
      subject: 'Thanks',
      body: 'Thanks, {{ candidate.name }}',
    }
    expect(await test.kernel.run(saveTemplate, text, { actor: test.cast.maren })).toMatchObject({
      refusal: { code: 'unknown-field' },
    })
    await test.kernel.run(
      saveTemplate,
      { ...text, body: 'Thanks, {{ candidate.first_name }}' },
      { actor: test.cast.maren },
    )
    const list = await test.kernel.ask(templates, {}, { actor: test.cast.maren })
    expect(list.ok && list.value.templates.find((one) => one.key === 'interview-thanks')).toMatchObject({
      isDefault: false,
    })
    const id = await test.person('Thanked Person', 'thanked@example.org')
    const [mail] = await test.as(test.cast.maren, (tx) =>
      queueMail(tx, [{ candidateId: id, purpose: 'process', template: { key: 'interview-thanks' } }]),
    )
    expect(await test.message(mail!.messageId)).toMatchObject({ bodyText: 'Thanks, Thanked' })
  })

  it('shows every mail as its person gets it, and lets an administrator answer as them', async () => {
    const mail = await written('reader@example.org', 'Mail Reader')
    const list = await test.kernel.ask(
      mailbox(world.ports),
      { to: 'reader@example.org' },
      { actor: test.cast.priya },
    )
    expect(list).toMatchObject({
      ok: true,
      value: { leaves: false, canAnswerAsPerson: true, mails: [{ id: mail.messageId, state: 'sent' }] },
    })
    const one = await test.kernel.ask(
      mailboxMail(world.ports),
      { id: mail.messageId },
      { actor: test.cast.priya },
    )
    expect(one.ok && one.value.html).toContain('When can you come?')
    expect(
      await test.kernel.ask(mailboxMail(world.ports), { id: mail.messageId }, { actor: test.cast.maren }),
    ).toMatchObject({ refusal: { code: 'not-allowed' } })
    const answered = await test.kernel.run(
      simulateReply(world.ports),
      { messageId: mail.messageId, text: 'Tuesday!' },
      { actor: test.cast.priya },
    )
    expect(answered).toMatchObject({ ok: true })
    expect((await shown(mail.threadId)).awaiting).toBe('us')
    const connected = plugged({ overImap: true })
    expect(
      await test.kernel.run(
        simulateReply(connected.ports),
        { messageId: mail.messageId, text: 'x' },
        { actor: test.cast.priya },
      ),
    ).toMatchObject({ refusal: { code: 'mailbox-connected' } })
  })
})

describe.skipIf(!hasDovecot)('over a real IMAP server', () => {
  it('brings a reply from the mailbox into its conversation, where it is answered', async () => {
    const server = await startDovecot()
    const mail = await written('imap@example.org', 'Imap Writer')
    const by = test.kernel.as('mail')
    const receive = whenMailArrivesReceiveIt(world.ports)
    let position: { uidValidity: string; lastUid: number } | null = null
    const watching = createImapMailbox({
      url: server.url('jobs'),
      load: async () => position,
      save: async (at) => {
        position = at
      },
      receive: (raw, at, validity) => receive(raw, `jobs ${validity}:${at}`, by),
    })
    const client = new ImapFlowPackage.ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'jobs', pass: 'secret' },
      logger: false,
    })
    await client.connect()
    await client.append('INBOX', reply(mail.replyTo, { from: 'imap@example.org' }).replace(/\n/g, '\r\n'))
    await client.logout()
    await expect.poll(async () => (await shown(mail.threadId)).awaiting).toBe('us')
    const done = await test.kernel.run(
      answerThread,
      { threadId: mail.threadId, text: 'Good.' },
      { actor: test.cast.maren },
    )
    expect(done).toMatchObject({ ok: true })
    await watching.close()
    await server.stop()
  })
})
