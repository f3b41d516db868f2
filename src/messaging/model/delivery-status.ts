/** Header blocks of a report part (RFC 3464 section 2), field names in lower case; first value of a name wins. */
export function headerBlocks(text: string): readonly ReadonlyMap<string, string>[] {
  const blocks: Map<string, string>[] = []
  let block = new Map<string, string>()
  let name = ''
  for (const line of linesOf(text)) {
    if (line.trim() === '') {
      if (block.size > 0) blocks.push(block)
      block = new Map()
      name = ''
    } else if ((line.startsWith(' ') || line.startsWith('\t')) && name !== '') {
      block.set(name, `${block.get(name)} ${line.trim()}`)
    } else {
      const colon = line.indexOf(':')
      const field = line.slice(0, colon).trim().toLowerCase()
      // Some programs leave out the empty line between two recipients.
      if (RECIPIENT_FIELDS.includes(field) && block.has(field)) {
        blocks.push(block)
        block = new Map()
      }
      name = colon < 1 || block.has(field) ? '' : field
      if (name !== '') block.set(name, line.slice(colon + 1).trim())
    }
  }
  if (block.size > 0) blocks.push(block)
  return blocks
}

const RECIPIENT_FIELDS = ['final-recipient', 'original-recipient']

/** Lines of a text, whatever ends them: LF, CRLF or the lone CR of old systems. */
export const linesOf = (text: string): readonly string[] =>
  text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')

/** The address inside `rfc822; <a@b>`, `"a"@b` or `a@b`, or '' when there is none. */
export function addressIn(value: string): string {
  const plain = value.slice(0, 2000).slice(value.indexOf(';') + 1)
  for (const word of plain.split(BETWEEN_ADDRESSES)) {
    const at = word.indexOf('@')
    if (at > 0 && at < word.length - 1 && at <= 64) return word.replace(/\.$/, '')
  }
  return ''
}

const BETWEEN_ADDRESSES = /[\s<>()[\]:;,"']/

/** First enhanced status code (RFC 3463) in a text that is not a piece of an address or a version number. */
export function statusIn(text: string): string {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\.?\d)/.exec(text)?.[0] ?? ''
}

/** First SMTP reply code (RFC 5321) of the failing kind in a text. */
export const replyCodeIn = (text: string): string =>
  /(?<![\d.:-])[45][0-5]\d(?=[\s-])(?!-\d\d)/.exec(text)?.[0] ?? ''
