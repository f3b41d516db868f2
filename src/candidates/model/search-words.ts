import { fold, isAscii } from './fold.ts'

/** A word of a text as search knows it, with where it stands in the text (half open, in the original). */
export interface FoundWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/**
 * The words of a text, folded. C++ and C# stay whole; scripts written without
 * spaces become pairs of neighbouring signs, so that any two signs that stand together are found.
 */
export const searchWords = (text: string): string[] => foundWords(text).map(({ word }) => word)

/** The same with their places, for marking. */
export const foundWords = (text: string): FoundWord[] => {
  const words: FoundWord[] = []
  for (const match of text.matchAll(isAscii(text) ? asciiWord : anyWord)) {
    const [written] = match
    const start = match.index
    const plain = isAscii(written)
    if (!plain && unspacedSign.test(written)) words.push(...partsOf(written, start))
    else put(words, plain ? written.toLowerCase() : fold(written), start, start + written.length)
  }
  return words
}

// Letters and digits with apostrophes inside, then ++ or # as in C++ and C#.
const asciiWord = /[a-z\d]+(?:'[a-z][a-z\d]*)*(?:\+\+|#(?![a-z\d]))?/giu
const anyWord = /[\p{L}\p{M}\p{N}]+(?:['’ʼ]\p{L}[\p{L}\p{M}\p{N}]*)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu
const unspacedSign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const unspacedRuns =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu
const apostrophes = /['’‘ʼʻ`´]/gu
const longestWord = 100

const put = (words: FoundWord[], folded: string, start: number, end: number): void => {
  const word = folded.replace(apostrophes, '')
  if (word !== '') words.push({ word: word.slice(0, longestWord), start, end })
}

/** A run that mixes signs without spaces with letters (3年経験 or Java開発) parts where the kind of sign changes. */
const partsOf = (written: string, start: number): FoundWord[] => {
  const words: FoundWord[] = []
  let at = 0
  for (const run of written.matchAll(unspacedRuns)) {
    if (run.index > at) put(words, fold(written.slice(at, run.index)), start + at, start + run.index)
    words.push(...signPairs(run[0], start + run.index))
    at = run.index + run[0].length
  }
  if (at < written.length) put(words, fold(written.slice(at)), start + at, start + written.length)
  return words
}

const signPairs = (written: string, start: number): FoundWord[] => {
  const pairs: FoundWord[] = []
  let at = start
  const signs = [...written].map((sign) => {
    const place = { sign, start: at, end: at + sign.length }
    at += sign.length
    return place
  })
  for (const [index, { sign, start: from, end }] of signs.entries()) {
    const next = signs[index + 1]
    if (next) pairs.push({ word: (sign + next.sign).normalize('NFKC'), start: from, end: next.end })
    else if (signs.length === 1) pairs.push({ word: sign.normalize('NFKC'), start: from, end })
  }
  return pairs
}
