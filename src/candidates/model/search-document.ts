import { foldedWords } from './fold.ts'
import { searchWords } from './search-words.ts'

/** What of a person is searched. */
export interface Searched {
  readonly names: readonly string[]
  readonly titles: readonly string[]
  readonly companies: readonly string[]
  readonly skills: readonly string[]
  readonly places: readonly string[]
  readonly tags: readonly string[]
  readonly contacts: readonly string[]
  readonly schools: readonly string[]
  readonly resume: string
}

/** What the row of search holds: the text of all fields but the résumé, and a PostgreSQL `tsvector` as text. */
export interface SearchDocument {
  readonly body: string
  readonly words: string
}

/** The lexeme under which a word of a name is found as a name. */
export const nameWord = (word: string): string => `=${word}`

/** The lexemes that a word of a name shares with its slips of the finger: itself and itself less one letter. */
export const slipWords = (word: string): string[] => {
  if (word.length < 4) return []
  const letters = [...word.slice(0, 24)]
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])].map(
    (slip) => `~${slip}`,
  )
}

/** The lexeme of a phone number, however it is written: its last nine digits. */
export const phoneWord = (phone: string): string | undefined => {
  const digits = phone.replace(/\D/gu, '')
  return digits.length < 7 ? undefined : `#${digits.slice(-9)}`
}

/**
 * Makes the row. Weights: A name, B title, company and skill, C the other fields, D résumé. Built here and not by
 * a text search configuration, so that every script is cut, folded and later marked by the same rules, whatever
 * the database's locale; positions make phrases work.
 */
export const searchDocument = (searched: Searched): SearchDocument => {
  const postings = new Map<string, string[]>()
  let position = 0
  const put = (lexeme: string, weight: string, at: number) => {
    const places = postings.get(lexeme)
    if (!places) postings.set(lexeme, [`${at}${weight}`])
    else if (places.length < mostPlaces) places.push(`${at}${weight}`)
  }
  const body: string[] = []
  for (const [field, weight] of fields) {
    for (const value of new Set(searched[field])) {
      if (value.trim() === '') continue
      body.push(`${field}\t${value.replace(/[\s\0]+/gu, ' ').trim()}`)
      for (const word of searchWords(value)) put(word, weight, ++position)
      const phone = field === 'contacts' && !value.includes('@') ? phoneWord(value) : undefined
      if (phone) put(phone, weight, 1)
      if (field === 'names')
        for (const word of new Set(foldedWords(value).concat(searchWords(value)))) {
          put(nameWord(word), weight, 1)
          for (const slip of slipWords(word)) put(slip, weight, 1)
        }
      position += gap
    }
  }
  for (const word of searchWords(searched.resume.slice(0, longestResume))) {
    if (position >= lastPosition) put(word, '', lastPosition)
    else put(word, '', ++position)
  }
  return {
    body: body.join('\n'),
    words: [...postings].map(([word, places]) => `${quoted(word)}:${places.join(',')}`).join(' '),
  }
}

const fields = [
  ['names', 'A'],
  ['titles', 'B'],
  ['companies', 'B'],
  ['skills', 'B'],
  ['places', 'C'],
  ['tags', 'C'],
  ['contacts', 'C'],
  ['schools', 'C'],
] as const

// A phrase must not run from one value into the next.
const gap = 10
// PostgreSQL keeps positions up to 16383 and up to 255 a word; fewer make the row smaller.
const lastPosition = 16_383
const mostPlaces = 20
const longestResume = 200_000

/** A lexeme as PostgreSQL reads it in a `tsvector` or `tsquery`. */
export const quoted = (lexeme: string): string =>
  `'${lexeme.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
