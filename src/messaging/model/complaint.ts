import { addressIn, headerBlocks } from './delivery-status.ts'
import type { ParsedMail } from './parsed-mail.ts'

export type Complaint = { readonly type: string; readonly recipient: string }

/**
 * A feedback report (ARF, RFC 5965): the person, or their provider for them, called a mail of ours spam.
 * Authentication failure reports (RFC 6591) share the form but complain about nobody.
 */
export function readComplaint(mail: ParsedMail): Complaint | null {
  const report = mail.attachments.find((part) => part.mediaType === 'message/feedback-report')
  if (!report) {
    const subject = mail.subject.trim().toLowerCase()
    // The mailto of List-Unsubscribe (RFC 2369): mail programs and people send exactly this word.
    if (subject === 'unsubscribe') return { type: 'opt-out', recipient: mail.from?.address ?? '' }
    if (!subject.startsWith('complaint about message from')) return null
    return { type: 'abuse', recipient: '' }
  }
  const fields = headerBlocks(report.text)[0] ?? new Map<string, string>()
  const type = (fields.get('feedback-type') ?? 'abuse').toLowerCase()
  if (type === 'auth-failure') return null
  const recipient = fields.get('original-rcpt-to') ?? fields.get('removal-recipient') ?? ''
  return { type, recipient: addressIn(recipient) }
}
