import { isAutoReply } from './auto-reply.ts'
import { type Bounce, isDeliveryReport, readBounce } from './bounce.ts'
import { readComplaint } from './complaint.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { type FoldedText, foldQuotedHtml, foldQuotedText } from './quoted-text.ts'

export type InboundKind = 'reply' | 'auto-reply' | 'bounce' | 'complaint' | 'invitation-answer' | 'other'

/**
 * What a mail that came in is. `text` is what the person newly wrote, `folded` the quoted mail and the
 * signature; `bounces` has one entry for each recipient a report names, `bounce` is the gravest of them.
 */
export type Inbound = FoldedText & {
  readonly kind: InboundKind
  readonly bounce?: Bounce
  readonly bounces?: readonly Bounce[]
  readonly complaint?: { readonly type: string; readonly recipient: string }
}

/** Says what an incoming mail is, most telling sign first: report, complaint, calendar answer, automatic, reply. */
export function readInbound(mail: ParsedMail): Inbound {
  const folded = foldedText(mail)
  const complaint = readComplaint(mail)
  if (complaint) return { kind: 'complaint', complaint, ...folded }
  if (isDeliveryReport(mail)) {
    const bounces = readBounce(mail)
    const bounce = gravest(bounces)
    // RFC 3464: a report of delivered, relayed or expanded mail is good news and needs no reaction.
    return bounce ? { kind: 'bounce', bounce, bounces, ...folded } : { kind: 'other', ...folded }
  }
  if (isInvitationAnswer(mail)) return { kind: 'invitation-answer', ...folded }
  if (isAutoReply(mail)) return { kind: 'auto-reply', ...folded }
  return { kind: isReply(mail, folded) ? 'reply' : 'other', ...folded }
}

const GRAVITY: Record<Bounce['class'], number> = { hard: 3, 'sender-fault': 2, 'message-fault': 1, soft: 0 }

const gravest = (bounces: readonly Bounce[]): Bounce | undefined =>
  bounces.toSorted((one, other) => GRAVITY[other.class] - GRAVITY[one.class])[0]

function foldedText(mail: ParsedMail): FoldedText {
  if (mail.text.trim() !== '') return foldQuotedText(mail.text)
  return mail.html === '' ? { text: '', folded: '' } : foldQuotedHtml(mail.html)
}

/** RFC 5546: REPLY, COUNTER and REFRESH come from an attendee; REQUEST and CANCEL from an organiser. */
function isInvitationAnswer(mail: ParsedMail): boolean {
  return mail.attachments.some((part) => {
    if (part.mediaType !== 'text/calendar' && part.mediaType !== 'application/ics') return false
    const method = part.method ?? /^METHOD:([A-Z]{1,20})/im.exec(part.text)?.[1] ?? ''
    return ['REPLY', 'COUNTER', 'REFRESH'].includes(method.toUpperCase())
  })
}

const REPLY_SUBJECT =
  /^\s*(?:re|aw|antw|sv|vs|odp|rif|ynt|res|ref|回复|答复|回覆|返信)(?:\[\d{1,3}\])?\s?[:：]/i

function isReply(mail: ParsedMail, folded: FoldedText): boolean {
  const names = mail.headers.map((header) => header.name)
  if (names.includes('list-id') || names.includes('list-unsubscribe')) return false
  if (names.includes('in-reply-to') || names.includes('references')) return true
  return (
    REPLY_SUBJECT.test(mail.subject) || (folded.folded !== '' && folded.text !== '' && folded.quotes === true)
  )
}
