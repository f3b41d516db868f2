import { fold } from './fold.ts'

/** A word of a text as search knows it, with where it stands in the text (half open, in the original). */
export interface FoundWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/**
 * The words of a text, folded. C++, C# and .NET stay whole beside their bare letters; scripts written without
 * spaces become pairs of neighbouring signs, so that any two signs that stand together are found.
 */
export const searchWords = (text: string): string[] => foundWords(text).map(({ word }) => word)

/** The same with their places, for marking. */
export const foundWords = (text: string): FoundWord[] => {
  const words: FoundWord[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match
    const start = match.index
    const end = start + written.length
    if (unspaced.test(written)) words.push(...signPairs(written, start))
    else {
      const folded = fold(written).replace(apostrophes, '')
      if (folded !== '') words.push({ word: folded.slice(0, longestWord), start, end })
    }
  }
  return words
}

const longestWord = 100
const apostrophes = /['’‘ʼʻ`´]/gu
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

// A run of signs without spaces, or letters and digits with apostrophes inside, then ++ or # as in C++ and C#.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+(?:['’ʼ](?=\p{L})(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu

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
