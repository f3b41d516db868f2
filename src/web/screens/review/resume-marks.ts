import { markedParts } from '../../../design/found.ts'

/** A criterion's place in the list decides how its words are underlined. */
export interface Marked {
  readonly text: string
  /** Which criterion the words show; none is plain text. */
  readonly criterion?: number
  /** Whether the words speak against it. */
  readonly against?: boolean
}
export interface Criterion {
  readonly id: string
  readonly says: string
  readonly must: boolean
  readonly words: readonly string[]
  readonly against: readonly string[]
}

/** Cuts a text at the words of the criteria; where two overlap the earlier begins, then the longer wins. */
export const markedText = (text: string, criteria: readonly Criterion[]): readonly Marked[] => {
  const finds = criteria.flatMap((one, criterion) => [
    ...placesOf(text, one.words).map((place) => ({ ...place, criterion, against: false })),
    ...placesOf(text, one.against).map((place) => ({ ...place, criterion, against: true })),
  ])
  finds.sort((one, other) => one.from - other.from || other.to - one.to)
  const parts: Marked[] = []
  let at = 0
  for (const find of finds) {
    if (find.from < at) continue
    if (find.from > at) parts.push({ text: text.slice(at, find.from) })
    parts.push({ text: text.slice(find.from, find.to), criterion: find.criterion, against: find.against })
    at = find.to
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/** How often each criterion's words stand in the text. */
export const countsOf = (parts: readonly Marked[], criteria: readonly Criterion[]): readonly number[] =>
  criteria.map((_, criterion) => parts.filter((part) => part.criterion === criterion).length)

const placesOf = (text: string, words: readonly string[]) =>
  words.flatMap((word) =>
    markedParts(text, { words: [word] })
      .filter((part) => part.found && !/[\p{L}\p{N}]/u.test(endsAt(text, part.at + part.text.length, word)))
      .map((part) => ({ from: part.at, to: part.at + part.text.length })),
  )

/** The sign after a find, where it would make another word of it: “C” is not in “Chief”. */
const endsAt = (text: string, at: number, word: string): string =>
  /[\p{L}\p{N}]$/u.test(word) ? (text[at] ?? '') : ''
