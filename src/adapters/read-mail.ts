import PostalMime, { type Address } from 'postal-mime'
import type { MailAddress, ParsedMail } from '../messaging/model/parsed-mail.ts'

/**
 * Parses a raw mail. Lone CR line ends, as old Macs wrote them, are read too. Rejects only for what the parser
 * refuses on purpose: headers beyond 2 MiB or parts nested beyond 256 levels.
 */
export async function readMail(raw: Uint8Array): Promise<ParsedMail> {
  // The returned mail inside a report is an attachment to us: its text is not what the sender wrote.
  const email = await PostalMime.parse(withQuotesApart(withLineFeeds(raw)), { forceRfc822Attachments: true })
  return {
    headers: email.headers.map((header) => ({ name: header.key, value: header.value })),
    from: flat(email.from ? [email.from] : [])[0] ?? null,
    to: flat(email.to ?? []),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    attachments: email.attachments.map((part) => ({
      mediaType: part.mimeType,
      filename: part.filename,
      method: part.method ?? null,
      text: isTextual(part.mimeType) ? asText(part.content) : '',
    })),
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
