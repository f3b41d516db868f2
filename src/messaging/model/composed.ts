import { type Sign, tokenAddress } from './address-token.ts'
import { directionOf, footerLines, reasonFor } from './footer.ts'
import { letterHtml, letterText } from './letter-html.ts'
import { type CalendarPart, isMarketing, type MailPurpose, type OutgoingMail } from './outgoing-mail.ts'

/** A queued mail as it is stored. */
export interface StoredMail {
  readonly id: string
  readonly threadId: string
  readonly purpose: MailPurpose
  readonly automated: boolean
  readonly language: string
  readonly fromAddress: string
  readonly fromName: string | null
  readonly toAddress: string
  readonly toName: string | null
  readonly subject: string
  readonly bodyText: string
  readonly calendar: CalendarPart | null
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly refs: readonly string[] | null
}

/** What stands around every mail of an organisation. */
export interface Letterhead {
  readonly organisation: string
  readonly postalAddress: string
  /** Where the public pages stand, without a slash at the end. */
  readonly site: string
  readonly domain: string
  readonly sign: Sign
}

/** The mail as it leaves, the same at every attempt: text, its HTML twin, addresses that carry our tokens. */
export const composed = (mail: StoredMail, head: Letterhead): OutgoingMail => {
  const url = isMarketing(mail.purpose) ? unsubscribeUrl(mail.id, head) : null
  const footer = footerLines({ ...mail, ...head, unsubscribeUrl: url })
  return {
    purpose: mail.purpose,
    messageId: `<${mail.messageId}>`,
    from: { name: mail.fromName ?? head.organisation, address: mail.fromAddress },
    to: { name: mail.toName ?? '', address: mail.toAddress },
    subject: mail.subject,
    text: letterText({ text: mail.bodyText, footer }),
    html: letterHtml({
      language: mail.language,
      direction: directionOf(mail.language),
      organisation: head.organisation,
      subject: mail.subject,
      text: mail.bodyText,
      footer,
    }),
    replyTo: tokenAddress({ kind: 'reply', id: mail.threadId }, head.domain, head.sign),
    bounceTo: tokenAddress({ kind: 'bounce', id: mail.id }, head.domain, head.sign),
    ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(mail.refs && mail.refs.length > 0 ? { references: mail.refs.map((ref) => `<${ref}>`) } : {}),
    isAutomatic: mail.automated,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
    ...(url
      ? {
          unsubscribe: { url, mailto: tokenAddress({ kind: 'unsub', id: mail.id }, head.domain, head.sign) },
          listId: `<${mail.purpose}.${head.domain}>`,
          imprint: {
            postalAddress: head.postalAddress,
            reason: reasonFor(mail.purpose, mail.language, head.organisation),
          },
        }
      : {}),
  }
}

/** The way out of marketing, for ever: `/u/` and the mail's id with our signature. */
export const unsubscribeUrl = (id: string, head: Pick<Letterhead, 'site' | 'sign'>): string =>
  `${head.site}/u/${tokenAddress({ kind: 'unsub', id }, 'x', head.sign).slice('unsub+'.length, -'@x'.length)}`
