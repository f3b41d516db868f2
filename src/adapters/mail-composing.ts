import type { SendMailOptions } from 'nodemailer'
import { headerText } from '../messaging/model/header-text.ts'
import { flawsOf, isMarketing, type OutgoingMail } from '../messaging/model/outgoing-mail.ts'

/** Every mail of ours carries it, so that two installations never answer each other (RFC 3834 section 3.1.8). */
const LOOP_HEADER = 'X-Throughline'

/** Headers the signature covers; List-Unsubscribe-Post must be among them (RFC 8058 section 4). */
export const SIGNED_HEADERS =
  'From:To:Cc:Reply-To:Subject:Date:Message-ID:In-Reply-To:References:MIME-Version:Content-Type:Content-Transfer-Encoding:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post'

/**
 * The mail as nodemailer takes it: envelope, headers, parts. Throws when the mail has a flaw the model names,
 * for then somebody asked to send what was never allowed to be queued.
 */
export function composeMail(mail: OutgoingMail): SendMailOptions {
  const flaws = flawsOf(mail)
  if (flaws.length > 0) throw new Error(`mail ${mail.messageId} may not be sent: ${flaws.join(' ')}`)
  return {
    messageId: mail.messageId,
    envelope: { from: mail.bounceTo, to: [mail.to, ...(mail.cc ?? [])].map((one) => one.address) },
    from: named(mail.from),
    to: named(mail.to),
    cc: mail.cc?.map(named),
    replyTo: mail.replyTo,
    subject: headerText(mail.subject),
    inReplyTo: mail.inReplyTo,
    references: mail.references ? [...mail.references] : undefined,
    text: mail.text,
    html: mail.html,
    headers: headersOf(mail),
    attachments: mail.attachments?.map(attached),
    icalEvent: mail.calendar && {
      method: mail.calendar.method,
      filename: mail.calendar.method === 'CANCEL' ? 'cancelled.ics' : 'invitation.ics',
      content: mail.calendar.text,
    },
    // A mail is what the model says: never a file or an address fetched because a text looked like one.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const named = (address: { name: string; address: string }) => ({
  name: headerText(address.name),
  address: address.address,
})

const bytes = (content: Uint8Array | string): Buffer =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)

const attached = (part: { filename: string; mediaType: string; content: Uint8Array | string }) => ({
  filename: headerText(part.filename),
  contentType: part.mediaType,
  content: bytes(part.content),
})

function headersOf(mail: OutgoingMail): NonNullable<SendMailOptions['headers']> {
  const lines: Record<string, string> = { [LOOP_HEADER]: mail.purpose }
  if (mail.isAutomatic) {
    lines['Auto-Submitted'] = 'auto-generated'
    lines['X-Auto-Response-Suppress'] = 'All'
  }
  if (isMarketing(mail.purpose) && mail.unsubscribe) {
    const { url, mailto } = mail.unsubscribe
    lines['List-Unsubscribe'] = mailto ? `<${url}>, <mailto:${mailto}>` : `<${url}>`
    lines['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click'
    if (mail.listId) lines['List-Id'] = mail.listId
  }
  return Object.fromEntries(
    // Unfolded: relays that refold a long List-Unsubscribe break the signature.
    Object.entries(lines).map(([name, value]) => [
      name,
      { prepared: true, foldLines: false, value: headerText(value) },
    ]),
  )
}
