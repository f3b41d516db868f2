import { isMachineAddress } from './auto-reply.ts'
import { type BounceClass, bounceClass, classOfWords, isSoftened } from './bounce-class.ts'
import { BOUNCE_PHRASES, BOUNCE_SUBJECTS, RETURNED_MAIL_MARKS } from './bounce-signs.ts'
import { addressIn, headerBlocks, linesOf, replyCodeIn, statusIn } from './delivery-status.ts'
import { headerOf, type ParsedMail } from './parsed-mail.ts'

/** One recipient that a report names. `code` is the enhanced status (RFC 3463), else the SMTP reply code, else ''. */
export type Bounce = {
  readonly class: BounceClass
  readonly recipient: string
  readonly code: string
  readonly says: string
}

/** Whether a mail reports on the delivery of another: by its form (RFC 3464), or by the signs of older programs. */
export function isDeliveryReport(mail: ParsedMail): boolean {
  if (statusPart(mail)) return true
  if (headerOf(mail, 'x-failed-recipients') !== '') return true
  const type = headerOf(mail, 'content-type').toLowerCase()
  if (type.includes('report-type=delivery-status') || type.includes('report-type="delivery-status"'))
    return true
  const subject = mail.subject.toLowerCase()
  if (
    BOUNCE_SUBJECTS.some(
      (phrase) => subject.startsWith(phrase) || (phrase.length > 14 && subject.includes(phrase)),
    )
  )
    return true
  return fromDaemon(mail) && BOUNCE_PHRASES.some((phrase) => reportText(mail).toLowerCase().includes(phrase))
}

/** Every failed or delayed recipient of a report; empty for a report of success. */
export function readBounce(mail: ParsedMail): readonly Bounce[] {
  // A broken boundary leaves the status part inside the text.
  const status = statusPart(mail)?.text ?? (/^final-recipient:/im.test(mail.text) ? mail.text : '')
  return fromStatusPart(status, reportText(mail)) ?? fromText(mail)
}

const statusPart = (mail: ParsedMail) =>
  mail.attachments.find(
    (part) =>
      part.mediaType === 'message/delivery-status' || part.mediaType === 'message/global-delivery-status',
  )

/** Null when the part names no recipient, so that the text has to tell. */
function fromStatusPart(status: string, text: string): readonly Bounce[] | null {
  const recipients = headerBlocks(status).filter(
    (block) => block.has('final-recipient') || block.has('action'),
  )
  if (recipients.length === 0) return null
  return recipients.flatMap((block) => {
    const action = (block.get('action') ?? '').toLowerCase().split(/[\s(;]/)[0]!
    const reported = statusIn(block.get('status') ?? '')
    if (['delivered', 'relayed', 'expanded'].includes(action) || reported.startsWith('2.')) return []
    const original = block.get('original-recipient') ?? block.get('final-recipient') ?? ''
    const recipient = addressIn(original) || addressIn(block.get('final-recipient') ?? '')
    const diagnostic = block.get('diagnostic-code') ?? ''
    // Some programs put the server's words in the readable part only.
    const words = vague(diagnostic) ? `${diagnostic} ${nearRecipient(text, recipient)}` : diagnostic
    const inWords = statusIn(words)
    const status = isUnspecific(reported) && inWords !== '' && !inWords.startsWith('2.') ? inWords : reported
    const says = words.trim().slice(0, 500)
    const code = status || replyCodeIn(words)
    const alone = recipients.length === 1
    const verdict = bounceClass({ status, action, diagnostic: words })
    // The readable part knows which command was refused and sometimes the true reason.
    const isMild = alone && verdict === 'hard' && isSoftened(words, text)
    return [{ class: isMild ? 'soft' : verdict, recipient, code, says }]
  })
}

const isUnspecific = (status: string): boolean =>
  status === '' || status.endsWith('.0.0') || status === '5.5.0'
const vague = (diagnostic: string): boolean => diagnostic.length < 24

function fromText(mail: ParsedMail): readonly Bounce[] {
  const text = reportText(mail)
  const sections = recipientSections(text)
  if (sections.length > 1)
    return sections.map(([recipient, words]) => bounceFromWords(recipient, words, words))
  const named = addressIn(headerOf(mail, 'x-failed-recipients')) || firstStranger(mail, text)
  if (statusIn(text).startsWith('2.')) return []
  return [bounceFromWords(named, nearRecipient(text, named), text)]
}

/** The words after the recipient count first; some programs put the reason before the address. */
function bounceFromWords(recipient: string, near: string, text: string): Bounce {
  const status = statusIn(near) || statusIn(text)
  const diagnostic = classOfWords(near, status) ? near : text
  const says = near.trim().slice(0, 500)
  return {
    class: bounceClass({ status, action: '', diagnostic }),
    recipient,
    code: status || replyCodeIn(text),
    says,
  }
}

/** A line that starts with an address and goes on opens a recipient's reason, as qmail and its kin write. */
function recipientSections(text: string): readonly (readonly [string, string])[] {
  const sections: [string, string][] = []
  for (const line of linesOf(text)) {
    const opening = /^(?:\d{3} )?<?([^<>\s:,@]+@[^<>\s:,@]+)(?:>:|>\.\.\.| \w+ \w+ )/.exec(line.slice(0, 400))
    if (opening) sections.push([opening[1]!, line])
    else if (sections.length > 0) sections.at(-1)![1] += `\n${line}`
  }
  return sections
}

/** The readable part up to where the returned mail begins, so that its words are not taken for the reason. */
function reportText(mail: ParsedMail): string {
  const lines = linesOf(mail.text || mail.html.replace(/<[^<>]{0,2000}>/g, ' '))
  const end = lines.findIndex((line) => RETURNED_MAIL_MARKS.some((mark) => line.toLowerCase().includes(mark)))
  return (end > 0 ? lines.slice(0, end) : lines).join('\n').slice(0, 20_000)
}

function nearRecipient(text: string, recipient: string): string {
  const at = recipient === '' ? -1 : text.toLowerCase().indexOf(recipient.toLowerCase())
  return at < 0 ? text.slice(0, 4000) : text.slice(at, at + 2500)
}

/** The first address in the text that is not ours: old reports carry the recipient nowhere else. */
function firstStranger(mail: ParsedMail, text: string): string {
  const ours = new Set(mail.to.map((address) => address.address.toLowerCase()))
  for (const line of linesOf(text)) {
    const address = addressIn(line)
    if (address !== '' && !ours.has(address.toLowerCase()) && !isMachineAddress(address)) return address
  }
  return ''
}

function fromDaemon(mail: ParsedMail): boolean {
  const from = mail.from?.address ?? ''
  const path = headerOf(mail, 'return-path').trim()
  const name = (mail.from?.name ?? '').toLowerCase()
  return (
    path === '<>' ||
    isMachineAddress(from) ||
    name.includes('mailer-daemon') ||
    name.includes('mail delivery')
  )
}
