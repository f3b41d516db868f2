import { isSafeAddress } from './header-text.ts'
import type { MailAddress } from './parsed-mail.ts'

export const mailPurposes = ['process', 'outreach', 'newsletter', 'event', 'service'] as const
/** Why a mail is sent: process and service mail is owed, the others are marketing that a person may refuse. */
export type MailPurpose = (typeof mailPurposes)[number]

export const isMarketing = (purpose: MailPurpose): boolean =>
  purpose === 'outreach' || purpose === 'newsletter' || purpose === 'event'

/** Everything about one mail to one person; whoever sends it decides nothing any more. */
export type OutgoingMail = {
  readonly purpose: MailPurpose
  /** With angle brackets, made once and kept over all attempts: `<…@domain>`. */
  readonly messageId: string
  readonly from: MailAddress
  readonly to: MailAddress
  readonly cc?: readonly MailAddress[]
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** `reply+TOKEN@domain`: where answers come in. */
  readonly replyTo?: string
  /** `bounce+TOKEN@domain`: the envelope sender, where reports come in. */
  readonly bounceTo: string
  readonly inReplyTo?: string
  readonly references?: readonly string[]
  /** Written by a rule and not by a person (RFC 3834). */
  readonly isAutomatic: boolean
  readonly unsubscribe?: { readonly url: string; readonly mailto?: string }
  readonly listId?: string
  /** Postal address of the sender and why the person gets this; every marketing mail shows both. */
  readonly imprint?: { readonly postalAddress: string; readonly reason: string }
  readonly calendar?: CalendarPart
  readonly attachments?: readonly OutgoingAttachment[]
}

/** What the reader's calendar is told: it stands beside the text, as mail programs expect (RFC 6047). */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly text: string
}

export type OutgoingAttachment = {
  readonly filename: string
  readonly mediaType: string
  readonly content: Uint8Array | string
}

/** What keeps a mail from being sent, in the user's words; empty when it may go. */
export function flawsOf(mail: OutgoingMail): readonly string[] {
  const flaws: string[] = []
  for (const address of [mail.from, mail.to, ...(mail.cc ?? [])])
    if (!isSafeAddress(address.address)) flaws.push(`“${address.address}” is not a mail address.`)
  if (mail.subject.trim() === '') flaws.push('The subject is empty.')
  if (mail.text.trim() === '') flaws.push('The text is empty.')
  if (!isMarketing(mail.purpose)) return flaws
  // RFC 8058 section 3.1: one HTTPS address that works without a click.
  if (!mail.unsubscribe?.url.startsWith('https://')) flaws.push('It has no link to unsubscribe.')
  if (!mail.imprint || mail.imprint.postalAddress.trim() === '')
    flaws.push('It has no postal address of the sender.')
  if (!mail.imprint || mail.imprint.reason.trim() === '')
    flaws.push('It does not say why the person gets it.')
  return flaws
}
