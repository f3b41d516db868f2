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
  const quote = quoteStart(lines)
  const own = lines.slice(0, quote)
  const signature = signatureStart(own)
  const text = joined(own.slice(0, signature))
  // A mail that is nothing but a quote still has to show something.
  if (text === '' && signature === 0 && quote === 0) return { text: '', folded: joined(lines), quotes: true }
  return { text, folded: joined(lines.slice(Math.min(signature, quote))), quotes: quote < lines.length }
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
