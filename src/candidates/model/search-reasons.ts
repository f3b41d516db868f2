import { fold, foldedWords, isAscii } from './fold.ts'
import { passageAround, type Stretch } from './passage.ts'
import { phoneWord } from './search-document.ts'
import type { SearchQuery, Term } from './search-query.ts'
import { foundWords } from './search-words.ts'
import { typingErrors } from './similarity.ts'

/** Why a person was found: where it stands and the words around, cut so that every second piece is marked. */
export interface FoundBecause {
  readonly where: 'name' | 'title' | 'company' | 'skill' | 'place' | 'tag' | 'contact' | 'school' | 'resume'
  /** Pieces in turn: plain, marked, plain, marked … */
  readonly pieces: readonly string[]
}

/** The reasons of one hit, the strongest fields first, one a field and at most `most`; marks every asked word. */
export const reasonsOf = (
  query: SearchQuery,
  body: string,
  resume: string,
  most = 3,
): readonly FoundBecause[] => {
  const because: FoundBecause[] = []
  const missing = new Set(query.wanted)
  const seen = new Set<string>()
  for (const line of body.split('\n')) {
    const tab = line.indexOf('\t')
    const where = places[line.slice(0, tab)]
    if (!where || seen.has(where)) continue
    const value = line.slice(tab + 1)
    if (isWithout(query.wanted, value)) continue
    const words = foundWords(value)
    const marks = query.wanted.flatMap((term) => {
      const found = marksOf(term, value, words)
      if (found.length > 0) missing.delete(term)
      return found
    })
    if (marks.length === 0) continue
    seen.add(where)
    because.push({ where, pieces: cut(value, marks) })
  }
  if (resume !== '' && (missing.size > 0 || because.length === 0)) {
    const found = inResume(missing.size > 0 ? [...missing] : query.wanted, query.wanted, resume)
    if (found) because.splice(most - 1, Number.POSITIVE_INFINITY, found)
  }
  return because.slice(0, most)
}

/** The name as the reason where it was found in spite of slips; undefined where the slips are too many. */
export const closeName = (typed: readonly string[], body: string): FoundBecause | undefined => {
  for (const line of body.split('\n')) {
    if (!line.startsWith('names\t')) continue
    const value = line.slice('names\t'.length)
    const words = foldedWords(value)
    const close = (word: string) =>
      words.find((other) => typingErrors(word, other, allowed(word)) <= allowed(word))
    if (typed.every((word) => close(word) !== undefined)) {
      const marked = new Set(typed.map(close))
      const marks = foundWords(value).filter(({ word }) => marked.has(word))
      return { where: 'name', pieces: cut(value, marks) }
    }
  }
  return undefined
}

const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2)

const places: Readonly<Record<string, FoundBecause['where']>> = {
  names: 'name',
  titles: 'title',
  companies: 'company',
  skills: 'skill',
  places: 'place',
  tags: 'tag',
  contacts: 'contact',
  schools: 'school',
}

/** A quick no, before a text is taken apart: folding leaves plain letters alone but for their case. */
const isWithout = (terms: readonly Term[], text: string): boolean => {
  if (!isAscii(text)) return false
  const lower = text.toLowerCase().replace(apostrophe, '')
  return terms.every(({ words: [first] }) => !first!.startsWith('#') && !lower.includes(first!))
}

const apostrophe = /['`]/g

/** Where a term stands in a text, whole words only. */
const marksOf = (term: Term, text: string, found = foundWords(text)): Stretch[] => {
  const last = term.words.at(-1)!
  if (last.startsWith('#') && last === phoneWord(text)) return [{ start: 0, end: text.length }]
  const marks: Stretch[] = []
  for (let at = 0; at + term.words.length <= found.length; at++) {
    const agrees = term.words.every((word, offset) => {
      const here = found[at + offset]!.word
      return here === word || (term.isPrefix && offset === term.words.length - 1 && here.startsWith(word))
    })
    if (agrees) marks.push({ start: found[at]!.start, end: found[at + term.words.length - 1]!.end })
  }
  return marks
}

// A line on the screen: some words before the first mark and some after.
const windowOf = (resume: string, found: Stretch): string => {
  const { start, end } = passageAround(resume, found, { before: 50, after: 130, least: 60 })
  return resume.slice(start, end)
}
// A word may stand inside longer ones (java in javascript) so often before it stands alone.
const mostTries = 12

const inResume = (first: readonly Term[], all: readonly Term[], resume: string): FoundBecause | undefined => {
  const plain = isAscii(resume)
  const lower = resume.toLowerCase()
  // Offsets hold only where lower-casing and folding keep the length, which is so for nearly every text.
  const texts = lower.length === resume.length ? [() => lower] : []
  if (!plain) texts.push(() => foldedAlike(resume))
  for (const textOf of texts) {
    const text = textOf()
    for (const term of first) {
      const sought = term.words[0]!
      for (let at = text.indexOf(sought), tries = 0; at >= 0 && tries < mostTries; tries++) {
        const window = windowOf(resume, { start: at, end: at + sought.length })
        const words = foundWords(window)
        if (marksOf(term, window, words).length > 0) {
          const marks = all.flatMap((each) => marksOf(each, window, words))
          const pieces = cut(window, marks).map((piece) => piece.replace(/\s+/gu, ' '))
          return { where: 'resume', pieces }
        }
        at = text.indexOf(sought, at + 1)
      }
    }
  }
  return plain ? undefined : wordByWord(first, all, resume.slice(0, longestWordByWord))
}

const longestWordByWord = 30_000

/** For scripts whose letters fold into several, where places in the folded text say nothing. */
const wordByWord = (
  first: readonly Term[],
  all: readonly Term[],
  resume: string,
): FoundBecause | undefined => {
  for (const term of first) {
    const [mark] = marksOf(term, resume)
    if (!mark) continue
    const window = windowOf(resume, mark)
    const marks = all.flatMap((each) => marksOf(each, window))
    return { where: 'resume', pieces: cut(window, marks).map((piece) => piece.replace(/\s+/gu, ' ')) }
  }
  return undefined
}

/** Folded sign by sign, so that places in it are places in the text. */
const foldedAlike = (text: string): string =>
  text.replace(/\P{ASCII}/gu, (sign) => {
    const folded = fold(sign)
    return folded.length === sign.length ? folded : sign
  })

const cut = (text: string, marks: readonly Stretch[]): string[] => {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    pieces.push(text.slice(at, start), text.slice(start, end))
    at = end
  }
  return [...pieces, text.slice(at)]
}
