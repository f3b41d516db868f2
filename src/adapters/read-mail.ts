import PostalMime, { type Address, type Email } from 'postal-mime'
import type { MailAddress, ParsedMail } from '../messaging/model/parsed-mail.ts'
import type { MailFile } from '../messaging/ports.ts'
import { invitationAnswer } from './invitation-answer.ts'

/**
 * Parses a raw mail. Lone CR line ends, as old Macs wrote them, are read too. Rejects only for what the parser
 * refuses on purpose: headers beyond 2 MiB or parts nested beyond 256 levels.
 */
export async function readMail(raw: Uint8Array): Promise<ParsedMail> {
  return parsedMail(await parse(raw))
}

/** The same with the bytes of what was attached; pictures that the HTML shows and reports' parts are left out. */
export async function readMailWithFiles(
  raw: Uint8Array,
): Promise<{ readonly mail: ParsedMail; readonly files: readonly MailFile[] }> {
  const email = await parse(raw)
  const files = email.attachments
    .filter((part) => part.disposition !== 'inline' && !part.related && !part.mimeType.startsWith('message/'))
    .filter((part) => part.mimeType !== 'text/calendar' && part.mimeType !== 'text/rfc822-headers')
    .map((part) => ({
      name: part.filename ?? 'attachment',
      mediaType: part.mimeType,
      contentId: part.contentId ?? null,
      bytes:
        typeof part.content === 'string'
          ? new TextEncoder().encode(part.content)
          : new Uint8Array(part.content),
    }))
  return { mail: parsedMail(email), files }
}

const parse = (raw: Uint8Array): Promise<Email> =>
  // The returned mail inside a report is an attachment to us: its text is not what the sender wrote.
  PostalMime.parse(withQuotesApart(withLineFeeds(raw)), { forceRfc822Attachments: true })

function parsedMail(email: Email): ParsedMail {
  const attachments = email.attachments.map((part) => ({
    mediaType: part.mimeType,
    filename: part.filename,
    method: part.method ?? null,
    text: isTextual(part.mimeType) ? asText(part.content) : '',
  }))
  const calendar = attachments.find(({ mediaType }) => /^(?:text\/calendar|application\/ics)/.test(mediaType))
  return {
    headers: email.headers.map((header) => ({ name: header.key, value: header.value })),
    from: flat(email.from ? [email.from] : [])[0] ?? null,
    to: flat(email.to ?? []),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    attachments,
    invitationAnswer: calendar ? invitationAnswer(calendar.text) : null,
  }
}

const isTextual = (mediaType: string): boolean =>
  /^(?:text\/|message\/(?:global-)?(?:delivery-status|feedback-report|rfc822-headers|headers|disposition-notification)|application\/ics)/.test(
    mediaType,
  )

const asText = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

const flat = (addresses: readonly Address[]): readonly MailAddress[] =>
  addresses.flatMap((one) => (one.group ? one.group : [{ name: one.name, address: one.address ?? '' }]))

function withLineFeeds(raw: Uint8Array): Uint8Array {
  if (raw.includes(LF)) return raw
  return raw.map((byte) => (byte === CR ? LF : byte))
}

/**
 * In flowed text (RFC 3676 section 4.5) a line never flows into one of another quote depth; the parser joins
 * them, and an answer below a quote would vanish into the quote. Without its last space the quote ends there.
 */
function withQuotesApart(raw: Uint8Array): Uint8Array {
  const source = Buffer.from(raw).toString('latin1')
  if (!source.toLowerCase().includes('format=flowed') && !source.toLowerCase().includes('format="flowed"'))
    return raw
  const lines = source.split('\n')
  const apart = lines.map((line, at) => {
    const isLastOfQuote = line.startsWith('>') && !(lines[at + 1] ?? '>').startsWith('>')
    return isLastOfQuote ? line.trimEnd() : line
  })
  return Buffer.from(apart.join('\n'), 'latin1')
}

const LF = 10
const CR = 13
