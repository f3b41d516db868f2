import { nameWord, phoneWord, quoted, slipWords } from './search-document.ts'
import { searchWords } from './search-words.ts'

/** What someone typed, read as a question to the index of words. */
export interface SearchQuery {
  /** A PostgreSQL `tsquery` as text that says exactly what was asked. */
  readonly exact: string
  /** The same without the order of words in phrases: answered from the index alone. Empty where only exclusions were asked. */
  readonly wide: string
  /** What to mark and to give as reasons: the words of each term that was asked for. */
  readonly wanted: readonly Term[]
  /** The same as people's names that bear slips of the finger; empty where it cannot be a name. */
  readonly namesWithSlips: string
}

/** One word, or the words of a phrase in order. */
export interface Term {
  readonly words: readonly string[]
  /** The last word may go on. */
  readonly isPrefix: boolean
}

/**
 * Reads `words`, `"phrases"`, `-without`, `OR` between neighbours (all else is and) and `begin*`.
 * Undefined where nothing was asked. Never fails: what cannot be read as an operator is a word.
 */
export const readSearch = (typed: string): SearchQuery | undefined => {
  const phone = phoneTyped(typed)
  if (phone) return phone
  const groups = groupsOf(typed.slice(0, longestSearch))
  if (groups.length === 0) return undefined
  const wanted = groups.filter(({ isWithout }) => !isWithout)
  const say = (term: Term, next: string) =>
    term.words
      .map((word, at) => quoted(word) + (term.isPrefix && at === term.words.length - 1 ? ':*' : ''))
      .join(next)
  const group = ({ terms }: Group, next: string) =>
    `(${terms.map((term) => `(${say(term, next)})`).join(' | ')})`
  const exact = groups.map((each) => (each.isWithout ? '!' : '') + group(each, ' <-> ')).join(' & ')
  const wide = wanted.map((each) => group(each, ' & ')).join(' & ')
  return { exact, wide, wanted: wanted.flatMap(({ terms }) => terms), namesWithSlips: namesWithSlips(groups) }
}

/** Reads a name as it is being typed: every word is the beginning of a word of the name. */
export const readNameBeginnings = (typed: string): string =>
  searchWords(typed)
    .slice(0, mostTerms)
    .map((word) => `${quoted(nameWord(word))}:*`)
    .join(' & ')

interface Group {
  readonly isWithout: boolean
  readonly terms: readonly Term[]
}

const longestSearch = 500
const mostTerms = 20

const groupsOf = (typed: string): Group[] => {
  const groups: { isWithout: boolean; terms: Term[] }[] = []
  let joinsLast = false
  for (const match of typed.matchAll(
    /(?<without>(?<!\S)-)?(?:["“”„](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”„]+))/gu,
  )) {
    const { without, phrase, word } = match.groups as { without?: string; phrase?: string; word?: string }
    if (!without && (word === 'OR' || word === '|')) {
      joinsLast = groups.length > 0
      continue
    }
    const term = termOf(phrase ?? word ?? '')
    if (!term) continue
    const last = groups.at(-1)
    if (joinsLast && last && last.isWithout === (without !== undefined)) last.terms.push(term)
    else groups.push({ isWithout: without !== undefined, terms: [term] })
    joinsLast = false
    if (groups.length >= mostTerms) break
  }
  return groups
}

const termOf = (text: string): Term | undefined => {
  const words = searchWords(text)
  const last = words.at(-1)
  if (last === undefined) return undefined
  // One sign of a script without spaces begins a pair; Korean words take endings.
  const opensPair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u.test(last)
  return { words, isPrefix: text.endsWith('*') || opensPair || /\p{Script=Hangul}$/u.test(last) }
}

const namesWithSlips = (groups: readonly Group[]): string => {
  const words: string[] = []
  for (const { isWithout, terms } of groups) {
    const [word, ...others] = terms.flatMap((term) => term.words)
    if (isWithout || word === undefined || others.length > 0) return ''
    words.push(word)
  }
  const canBeName = words.length <= 5 && words.every((word) => /^[\p{L}\p{M}]{2,24}$/u.test(word))
  if (!canBeName || !words.some((word) => word.length >= 4)) return ''
  return words.map((word) => `(${[nameWord(word), ...slipWords(word)].map(quoted).join(' | ')})`).join(' & ')
}

const phoneTyped = (typed: string): SearchQuery | undefined => {
  if (!/^\s*\+?[\d\s()./-]+$/u.test(typed)) return undefined
  const word = phoneWord(typed)
  if (word === undefined) return undefined
  const whole = quoted(word)
  return { exact: whole, wide: whole, wanted: [{ words: [word], isPrefix: false }], namesWithSlips: '' }
}
