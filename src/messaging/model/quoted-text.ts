import { linesOf } from './delivery-status.ts'
import { attributionEnd, isHeaderBlockStart, isOriginalMessageMark, isRule } from './quote-marks.ts'
import { splitQuotedHtml } from './quoted-html.ts'
import { signatureStart } from './signature.ts'

/** `text` is new, `folded` is the quoted mail and the signature; `quotes` says whether a quoted mail was found. */
export type FoldedText = { readonly text: string; readonly folded: string; readonly quotes?: boolean }

/**
 * Folds the quoted mail and the signature off a plain reply. Quotes the person answers in between stay in the
 * text, for the answers make no sense without them.
 */
export function foldQuotedText(source: string): FoldedText {
  const lines = linesOf(source).map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
  const above = leadingQuoteEnd(lines)
  const own = lines.slice(above)
  const quote = quoteStart(own)
  const signature = Math.min(signatureStart(own.slice(0, quote)), quote)
  const text = joined(own.slice(0, signature))
  const folded = joined([...lines.slice(0, above), ...own.slice(signature)])
  return { text, folded, quotes: above > 0 || quote < own.length }
}

/** The same for a mail that has no plain part: the marks of mail programs in the HTML cut first. */
export function foldQuotedHtml(html: string): FoldedText {
  const { own, quoted } = splitQuotedHtml(html)
  const first = foldQuotedText(own)
  return {
    text: first.text,
    folded: [first.folded, quoted].filter((part) => part !== '').join('\n\n'),
    quotes: first.quotes === true || quoted !== '',
  }
}

const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const isQuoted = (line: string): boolean => line.trimStart().startsWith('>')

/** Where a single quote at the top ends when everything new stands below it; 0 when the mail is not like that. */
function leadingQuoteEnd(lines: readonly string[]): number {
  let at = lines.findIndex((line) => line.trim() !== '')
  if (at < 0) return 0
  const attribution = attributionEnd(lines, at)
  if (attribution === null) return 0
  at = attribution + 1
  const quoted = (line: string | undefined) => line !== undefined && (isQuoted(line) || line.trim() === '')
  while (quoted(lines[at])) at++
  const below = lines.slice(at)
  const hasQuote = lines.slice(attribution + 1, at).some(isQuoted)
  return hasQuote && below.length > 0 && !below.some(isQuoted) ? at : 0
}

/** Index of the first line of the quoted mail at the end, or the number of lines. */
function quoteStart(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    if (isOriginalMessageMark(lines[at]!)) return at
    if (isHeaderBlockStart(lines, at)) return beforeRules(lines, at)
    const end = attributionEnd(lines, at)
    if (end !== null && restIsQuoted(lines, end + 1)) return at
    if (isQuoted(lines[at]!) && restIsQuoted(lines, at)) return at
  }
  return lines.length
}

/** True when nothing new follows, or when the program quotes without any mark. */
function restIsQuoted(lines: readonly string[], from: number): boolean {
  let at = from
  while (at < lines.length && lines[at]!.trim() === '') at++
  if (at === lines.length) return true
  if (!isQuoted(lines[at]!)) return true
  while (at < lines.length && (isQuoted(lines[at]!) || lines[at]!.trim() === '')) at++
  const after = lines.slice(at)
  return after.length === 0 || signatureStart(after) === 0
}

function beforeRules(lines: readonly string[], at: number): number {
  let start = at
  while (start > 0 && (lines[start - 1]!.trim() === '' || isRule(lines[start - 1]!))) start--
  return start
}
