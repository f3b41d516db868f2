import { FROM, INVERTED, OPENING, ORIGINAL, OTHER, WROTE } from './quote-words.ts'

/** `-----Original Message-----` and its sisters in other languages and programs. */
export function isOriginalMessageMark(line: string): boolean {
  const inner = line.replace(/[-_*=>\s]/g, '').toLowerCase()
  const trimmed = line.trim()
  return inner.length < 60 && ORIGINAL.includes(inner) && /^[-_*=>]/.test(trimmed) && /[-_*=]$/.test(trimmed)
}

/** `From: … Sent: …` as Outlook writes above the mail it quotes. */
export function isHeaderBlockStart(lines: readonly string[], at: number): boolean {
  if (!startsWithField(lines[at]!, FROM) && !startsWithField(lines[at]!, OTHER)) return false
  const block = lines.slice(at, at + 9)
  const from = block.filter((line) => startsWithField(line, FROM)).length
  const others = block.filter((line) => startsWithField(line, OTHER)).length
  return from > 0 && others >= 2
}

/** Last line of `On …, … wrote:` when it starts at `at` (programs wrap it over up to four lines), else null. */
export function attributionEnd(lines: readonly string[], at: number): number | null {
  const first = unquoted(lines[at]!)
  if (first === '') return null
  let joined = ''
  for (let end = at; end < Math.min(at + 4, lines.length); end++) {
    const line = unquoted(lines[end]!)
    if (line === '') return null
    // A new beginning inside means that the first line was ordinary text.
    if (end > at && startsAttribution(line) && startsAttribution(first)) return null
    joined = `${joined} ${line}`.trim()
    if (joined.length > 400) return null
    if (!isAttribution(joined)) continue
    // Text above an attribution must not be drawn into it: the shortest run of lines is the attribution.
    return startsAttribution(first) || !startsLater(lines, at, end) ? end : null
  }
  return null
}

function startsLater(lines: readonly string[], at: number, end: number): boolean {
  for (let start = at + 1; start <= end; start++)
    if (
      isAttribution(
        lines
          .slice(start, end + 1)
          .map(unquoted)
          .join(' '),
      )
    )
      return true
  return false
}

export const isRule = (line: string): boolean => /^[\s>*]{0,9}[-_=*]{3,}[\s*]{0,9}$/.test(line)

const unquoted = (line: string): string => line.replace(/^[>\s]+/, '').trim()

const startsAttribution = (line: string): boolean =>
  OPENING.some((word) => line.toLowerCase().startsWith(word))

function isAttribution(line: string): boolean {
  const low = line.toLowerCase().replace(/\s+/g, ' ')
  // German, Dutch and Scandinavian programs put the name after the verb.
  const isInverted =
    low.endsWith(':') && startsAttribution(low) && INVERTED.some((verb) => low.includes(verb))
  if (!isInverted && !WROTE.some((word) => low.endsWith(word))) return false
  // Some words of a date, or an address: `she wrote:` alone is prose.
  return /\d/.test(low) && (startsAttribution(low) || low.includes('@') || /\d{1,4}[./年-]\d/.test(low))
}

function startsWithField(line: string, fields: readonly string[]): boolean {
  const plain = line.replace(/^[>\s*]+/, '').replace(/^\*+/, '')
  const colon = plain.search(/[:：]/)
  if (colon < 1 || colon > 24) return false
  return fields.includes(plain.slice(0, colon).replaceAll('*', '').trim().toLowerCase())
}
