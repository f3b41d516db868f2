import type { CandidateName } from './candidate.ts'
import { fold, foldedWords } from './fold.ts'

/** A name taken apart for matching: folded words, titles and particles gone. */
export interface NameWords {
  given: readonly string[]
  family: readonly string[]
}

/** The parts of a name as its owner writes it; a guess where only the full name is known (`guessed`). */
export interface NameParts {
  given: string
  family: string
  guessed: boolean
}

/**
 * Whether a name carries the address of a page. Our mails greet by name and mail programs make links of addresses:
 * whoever applies with somebody else's mail address could have us send them any link.
 */
export const holdsAddress = (name: string): boolean => /:\/\/|\bwww\./iu.test(name)

/** Given and family name: the person's own parts where known, else the usual order of the script and of commas. */
export function nameParts(name: Pick<CandidateName, 'full' | 'given' | 'family'>): NameParts {
  if (name.given || name.family) return { given: name.given ?? '', family: name.family ?? '', guessed: false }
  const full = name.full.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  const [before, after] = full.split(/\s*,\s*/u)
  if (before && after && !suffixes.has(foldedWords(after).join(''))) return guess(after, before)
  const words = (after ? before! : full)
    .split(' ')
    .filter((word) => !honorifics.has(foldedWords(word).join('')))
  while (words.length > 1 && suffixes.has(foldedWords(words.at(-1)!).join(''))) words.pop()
  if (words.length === 1)
    return familyFirst.test(words[0]!)
      ? guess(words[0]!.slice(1), words[0]!.slice(0, 1))
      : guess(words[0]!, '')
  if (words.every((word) => familyFirst.test(word))) return guess(words.slice(1).join(' '), words[0]!)
  let start = words.length - 1
  while (start > 1 && particles.has(foldedWords(words[start - 1]!).join(''))) start--
  return guess(words.slice(0, start).join(' '), words.slice(start).join(' '))
}

/** The words by which a name is matched: order inside a part is kept, accents, case and particles are not. */
export function nameWords(name: Pick<CandidateName, 'full' | 'given' | 'family'>): NameWords {
  const parts = nameParts(name)
  return { given: matchedWords(parts.given), family: matchedWords(parts.family) }
}

/** One key for a name whatever its order, accents and particles: equal keys are worth comparing, no more. */
export function nameKey(full: string): string {
  return matchedWords(full).sort().join(' ')
}

/** What a face shows without a picture: the first sign of the given and of the family name, one sign where there is one part. */
export function initials(full: string): string {
  const { given, family } = nameParts({ full })
  const chosen = familyFirst.test(family) ? [family] : [given, withoutParticles(family)]
  const signs = chosen.map((part) => firstSign(part)).join('')
  return (signs || firstSign(full, /\S/u)).toLocaleUpperCase('und')
}

/** Family name first, folded, for lists; a name of one part sorts by that part, titles and suffixes do not count. */
export function sortKey(name: Pick<CandidateName, 'full' | 'given' | 'family'>): string {
  const parts = nameParts(name)
  const inOrder = [parts.family, parts.given]
    .map((part) => foldedWords(part).join(' '))
    .filter((part) => part !== '')
  return inOrder.join(', ') || fold(name.full.trim())
}

const particles = new Set(
  'von van der den de del della di da dos das du la le les ter ten zu zum zur af av al el bin ibn bint ben abu y e d vant vander vande st san'.split(
    ' ',
  ),
)
const honorifics = new Set(
  'mr mrs ms miss mx dr prof professor sir dame herr frau dipl ing mag mme mlle monsieur madame sr sra srta dott ing rev fr'.split(
    ' ',
  ),
)
const suffixes = new Set('jr sr junior senior ii iii iv phd md mba msc bsc ma ba llm cpa pe esq'.split(' '))

// Chinese and Korean names are written family first; the family name is one sign almost always.
const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$|^[\p{Script=Han}\p{Script=Hangul}]$/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

function guess(given: string, family: string): NameParts {
  return { given, family, guessed: true }
}

function matchedWords(part: string): string[] {
  const words = foldedWords(part).filter((word) => !honorifics.has(word))
  const weighty = words.filter((word) => !particles.has(word) && !suffixes.has(word))
  return weighty.length > 0 ? weighty : words
}

function withoutParticles(family: string): string {
  const words = family.split(' ')
  return words.find((word) => !particles.has(foldedWords(word).join(''))) ?? family
}

function firstSign(text: string, sign = /[\p{L}\p{N}]/u): string {
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) if (sign.test(segment)) return segment
  return ''
}
