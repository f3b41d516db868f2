import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMail } from '../../src/adapters/read-mail.ts'
import { readMailFiles } from '../../src/adapters/read-mail-files.ts'
import { mayBeAnsweredByMachine } from '../../src/messaging/model/auto-reply.ts'
import { bounceClass } from '../../src/messaging/model/bounce-class.ts'
import { readInbound } from '../../src/messaging/model/inbound.ts'
import { foldQuotedHtml, foldQuotedText } from '../../src/messaging/model/quoted-text.ts'
import { processorMs } from '../support/processor-time.ts'
import replyTexts from './reply-texts.json' with { type: 'json' }
import sisimai from './sisimai-reasons.json' with { type: 'json' }

const corpus = join(import.meta.dirname, '../../../shared/corpus/email')
const hasCorpus = existsSync(corpus)

const mail = (head: string, body = 'Hello') =>
  readMail(Buffer.from(`From: a@x.example\nTo: b@x.example\n${head}\n\n${body}\n`))
const kindOf = async (head: string, body?: string) => readInbound(await mail(head, body)).kind

describe('what an incoming mail is', () => {
  it.each([
    ['In-Reply-To: <1@x>\nSubject: Re: time', 'reply'],
    ['Subject: AW: Termin', 'reply'],
    ['Subject: Hello', 'other'],
    ['Subject: Re: news\nList-Id: <n.x>\nIn-Reply-To: <1@x>', 'other'],
    ['Subject: Re: time\nAuto-Submitted: auto-replied', 'auto-reply'],
    ['Subject: Re: time\nAuto-Submitted: no\nIn-Reply-To: <1@x>', 'reply'],
    ['Subject: Abwesenheitsnotiz: Termin\nIn-Reply-To: <1@x>', 'auto-reply'],
    ['Subject: Automatic reply: time', 'auto-reply'],
    ['Subject: time\nX-Autoreply: yes', 'auto-reply'],
    ['Subject: unsubscribe', 'complaint'],
    ['Subject: Accepted: Talk\nContent-Type: text/calendar; method=REPLY', 'invitation-answer'],
    ['Subject: Talk\nContent-Type: text/calendar; method=REQUEST', 'other'],
  ])('%s → %s', async (head, kind) => {
    const body = head.includes('calendar') ? 'BEGIN:VCALENDAR\nEND:VCALENDAR' : 'Hello'
    expect(await kindOf(head, body)).toBe(kind)
  })

  it('reads a delivery report, its recipient and its code', async () => {
    const report = await readMail(
      Buffer.from(dsn('Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user')),
    )
    expect(readInbound(report)).toMatchObject({
      kind: 'bounce',
      bounce: { class: 'hard', recipient: 'ines@correio.example', code: '5.1.1' },
    })
  })

  it('takes a report of success for good news', async () => {
    const report = await readMail(Buffer.from(dsn('Action: delivered\nStatus: 2.0.0')))
    expect(readInbound(report)).toMatchObject({ kind: 'other' })
  })

  it.each([
    ['5.1.1', '550 5.1.1 User unknown', 'hard'],
    ['5.1.2', '', 'hard'],
    ['5.1.10', '550 5.1.10 recipient not found by SMTP address lookup', 'hard'],
    ['5.2.1', '550 mailbox disabled, not accepting messages', 'hard'],
    ['5.2.2', '552 5.2.2 mailbox full', 'soft'],
    ['5.1.1', '550 5.1.1 user is over quota', 'soft'],
    ['4.2.2', '', 'soft'],
    ['4.4.1', '', 'soft'],
    ['5.4.1', '', 'soft'],
    ['5.4.4', 'Host not found', 'hard'],
    ['4.4.3', 'Host not found', 'soft'],
    ['5.2.3', '', 'message-fault'],
    ['5.3.4', '552 message too large', 'message-fault'],
    ['5.7.1', '550 5.7.1 unknown user', 'sender-fault'],
    ['5.7.26', '550 5.7.26 unauthenticated', 'sender-fault'],
    ['5.0.0', '550 blocked by Spamhaus blocklist', 'sender-fault'],
    ['5.0.0', '550 unknown user (in reply to end of DATA command)', 'soft'],
    ['5.0.0', '', 'soft'],
  ])('judges %s “%s” as %s', (status, diagnostic, verdict) => {
    expect(bounceClass({ status, diagnostic, action: 'failed' })).toBe(verdict)
    expect(bounceClass({ status, diagnostic, action: 'delayed' })).toBe('soft')
  })

  it('answers no machine, no list and not itself (RFC 3834)', async () => {
    const may = async (head: string, from = 'a@x.example') =>
      mayBeAnsweredByMachine(await mail(head), from, 'X-Throughline')
    expect(await may('Subject: Hello')).toBe(true)
    expect(await may('Auto-Submitted: no')).toBe(true)
    for (const head of [
      'Auto-Submitted: auto-generated',
      'Precedence: bulk',
      'List-Id: <x.y>',
      'List-Unsubscribe: <https://x>',
      'X-Throughline: process',
      'Subject: Out of office',
    ])
      expect(await may(head), head).toBe(false)
    expect(await may('Subject: Hello', '<>')).toBe(false)
    expect(await may('Subject: Hello', 'MAILER-DAEMON@x.example')).toBe(false)
  })
})

describe('the new text of a reply', () => {
  it.each([
    ['Gut.\n\nAm 3. Mai 2026 um 10:00 schrieb Mina Roth <m@x.example>:\n> Passt das?', 'Gut.'],
    ['Oui\n\nLe lun. 4 mai 2026 à 10:00, Mina <m@x.example> a écrit :\n\n> Ça va ?', 'Oui'],
    ['Sí\n\nEl lun, 4 may 2026 a las 10:00, Mina (<m@x.example>) escribió:\n> ¿Vale?', 'Sí'],
    ['Sì\n\nIl giorno lun 4 mag 2026 alle ore 10:00 Mina <m@x.example> ha scritto:\n> Va bene?', 'Sì'],
    ['Ja\n\nOp ma 4 mei 2026 om 10:00 schreef Mina <m@x.example>:\n> Goed?', 'Ja'],
    ['Sim\n\nEm seg., 4 de mai. de 2026 às 10:00, Mina <m@x.example> escreveu:\n> Tudo bem?', 'Sim'],
    ['Tak\n\nW dniu 4.05.2026 o 10:00, Mina pisze: napisał(a):\n> Dobrze?', 'Tak'],
    ['好\n\n在 2026年5月4日 10:00，Mina <m@x.example> 写道：\n> 可以吗', '好'],
    ['Fine.\n\n-----Ursprüngliche Nachricht-----\nVon: Mina\nHallo', 'Fine.'],
    [
      'Fine.\n\n________________________________\nVon: Mina <m@x.example>\nGesendet: Montag, 4. Mai 2026 10:00\nAn: Ada\nBetreff: Termin\n\nHallo',
      'Fine.',
    ],
    ['Fine.\n\nDe : Mina\nEnvoyé : lundi 4 mai 2026\nÀ : Ada\nObjet : Rendez-vous\n\nBonjour', 'Fine.'],
    ['Fine.\n\n-- \nAda Lovelace\nAnalyst', 'Fine.'],
    ['Fine.\n\nVon meinem iPhone gesendet', 'Fine.'],
    ['> Monday?\nYes\n> Tuesday?\nNo', '> Monday?\nYes\n> Tuesday?\nNo'],
    ['She wrote: come on Monday.\nOn 3 May I can.', 'She wrote: come on Monday.\nOn 3 May I can.'],
  ])('%j → %j', (source, text) => {
    expect(foldQuotedText(source).text).toBe(text)
  })

  it('keeps what it folds', () => {
    const { text, folded } = foldQuotedText('Yes\n\nOn 3 May 2026, Mina wrote:\n> Ok?\n')
    expect({ text, folded }).toEqual({ text: 'Yes', folded: 'On 3 May 2026, Mina wrote:\n> Ok?' })
  })

  it('reads HTML of Gmail and Outlook', () => {
    const gmail =
      '<div>Yes &amp; no</div><div class="gmail_quote"><div>On 3 May 2026 Mina wrote:</div><blockquote>Ok?</blockquote></div>'
    expect(foldQuotedHtml(gmail)).toMatchObject({ text: 'Yes & no', folded: expect.stringContaining('Ok?') })
    const outlook = '<p>Yes</p><div id="divRplyFwdMsg"><b>From:</b> Mina</div><div>Ok?</div>'
    expect(foldQuotedHtml(outlook)).toMatchObject({ text: 'Yes', folded: expect.stringContaining('Ok?') })
  })

  it('takes linear time on 100 kB of hostile text', () => {
    for (const piece of [
      '> ',
      'On 1 wrote',
      'From: a\n',
      '-',
      '<blockquote>',
      'a@',
      '\n',
      ' ',
      '{{',
      '>\n>',
      'On 1\n',
    ]) {
      const hostile = piece.repeat(Math.ceil(100_000 / piece.length))
      const began = processorMs()
      foldQuotedText(hostile)
      foldQuotedHtml(hostile.slice(0, 20_000))
      expect(processorMs() - began, JSON.stringify(piece)).toBeLessThan(1500)
    }
  })
})

describe.skipIf(!hasCorpus)('the mails of ../shared/corpus/email', () => {
  const filesIn = (folder: string) =>
    readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))

  it('are all read without an error, also those with lone CR', async () => {
    const failed: string[] = []
    for await (const line of readMailFiles(filesIn('.')))
      if (line.error) failed.push(`${line.file}: ${line.error}`)
    expect(failed).toEqual([])
  })

  it('bounce as hard or not as their authors say in at least 95 of 100, and never hard for 5.7.x or a full mailbox', async () => {
    const reasons = sisimai.reasons as Record<string, string[]>
    const tally = { all: 0, equal: 0 }
    for (const file of filesIn('sisimai/maildir')) {
      const expected = reasons[basename(file, '.eml')]
      if (!expected) continue
      const { bounces = [] } = readInbound(await readMail(readFileSync(file)))
      for (const [at, reason] of expected.entries()) {
        const isHard = bounces[at]?.class === 'hard'
        tally.all += 1
        if (isHard === ['userunknown', 'hostunknown', 'hasmoved', 'notaccept'].includes(reason))
          tally.equal += 1
        if (reason === 'mailboxfull' || bounces[at]?.code.startsWith('5.7.')) expect(isHard, file).toBe(false)
      }
    }
    expect(tally.all).toBeGreaterThan(180)
    expect(tally.equal / tally.all).toBeGreaterThanOrEqual(0.95)
  })

  it('get no answer from a machine when a machine, a list or a report sent them', async () => {
    const automatic = filesIn('sisimai/maildir').filter((file) =>
      /rfc3834|rfc3464|postfix|googlegroups/.test(file),
    )
    expect(automatic.length).toBeGreaterThan(30)
    for (const file of automatic) {
      const received = await readMail(readFileSync(file))
      const path = received.headers.find((header) => header.name === 'return-path')?.value ?? '<>'
      const { kind } = readInbound(received)
      const isAnswered = kind === 'reply' && mayBeAnsweredByMachine(received, path, 'X-Throughline')
      expect(isAnswered, file).toBe(false)
    }
  })

  it('give the text that a reader sees as new', async () => {
    for (const [file, expected] of Object.entries(replyTexts.texts)) {
      const raw = readFileSync(join(corpus, file))
      const fold = file.endsWith('.html') ? foldQuotedHtml : foldQuotedText
      const { text } = file.endsWith('.eml') ? readInbound(await readMail(raw)) : fold(raw.toString())
      expect(text.replace(/\n+/g, '\n'), file).toBe(expected.replace(/\n+/g, '\n'))
    }
  })

  it('keep answers between quotes with the quotes', () => {
    const { text } = foldQuotedText(readFileSync(join(corpus, 'replies-zapier/email_1_8.txt'), 'utf8'))
    expect(text).toContain('I will reply under this one')
    expect(text).toContain('and under this.')
  })
})

describe('reading a file that is no mail', () => {
  it('gives a line with the reason instead of throwing', async () => {
    const lines = await Array.fromAsync(readMailFiles(['/nowhere/x.eml']))
    expect(lines).toEqual([
      expect.objectContaining({
        file: '/nowhere/x.eml',
        kind: 'other',
        text: '',
        error: 'There is no such file. Check the name and the folder.',
      }),
    ])
  })
})

const dsn = (recipient: string) => `From: MAILER-DAEMON@mx.example
To: bounce+x@north.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ines@correio.example
${recipient}

--b
Content-Type: message/rfc822

Subject: Hello

--b--
`
