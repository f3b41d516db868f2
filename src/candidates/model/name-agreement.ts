import { areForms } from './nicknames.ts'
import { jaroWinkler, typingErrors } from './similarity.ts'
import type { Name, Part } from './traits.ts'

/** How two parts of a name stand to each other, from best to worst; `unknown` where one side is silent. */
export type Agreement = 'same' | 'form' | 'close' | 'initial' | 'unknown' | 'differs'

export interface NameAgreement {
  given: Agreement
  family: Agreement
  /** First and family name stand in each other's place. */
  swapped: boolean
  /** The words that agree, by which their rarity is looked up. */
  givenWord: string
  familyWord: string
}

/** The best agreement between any name of one person and any of the other's (maiden names, spellings, other scripts). */
export function agreeOnName(a: readonly Name[], b: readonly Name[]): NameAgreement {
  let best: NameAgreement = {
    given: 'unknown',
    family: 'unknown',
    swapped: false,
    givenWord: '',
    familyWord: '',
  }
  let rank = Number.NEGATIVE_INFINITY
  for (const name of a)
    for (const other of b)
      for (const agreement of [straight(name, other), crossed(name, other)]) {
        const worth = value[agreement.given] + value[agreement.family] - (agreement.swapped ? 0.5 : 0)
        if (worth > rank) [best, rank] = [agreement, worth]
      }
  return best
}

/** Whether both names may be one person's: nothing in them contradicts. */
export function namesAgree(agreement: NameAgreement): boolean {
  return agreement.given !== 'differs' && agreement.family !== 'differs'
}

const value: Record<Agreement, number> = { same: 5, form: 4, close: 3, initial: 2, unknown: 0, differs: -2 }

function straight(a: Name, b: Name): NameAgreement {
  const given = agree(a.given, b.given, true)
  let family = agree(a.family, b.family, false)
  // García López and García alone: the word that a guess took for a middle name is the other's family name.
  if (family === 'differs' && given !== 'differs' && (strays(a, b) || strays(b, a))) family = 'close'
  return {
    given,
    family,
    swapped: false,
    givenWord: sharedWord(a.given, b.given),
    familyWord: sharedWord(a.family, b.family),
  }
}

// The better half counts as the first name, so that the answer is the same whichever record comes first.
function crossed(a: Name, b: Name): NameAgreement {
  const halves = [
    { agreement: agree(a.given, b.family, true), word: sharedWord(a.given, b.family) },
    { agreement: agree(a.family, b.given, true), word: sharedWord(a.family, b.given) },
  ].sort((x, y) => value[y.agreement] - value[x.agreement] || (x.word < y.word ? -1 : 1))
  const [given, family] = [halves[0]!, halves[1]!]
  return {
    given: given.agreement,
    family: family.agreement,
    swapped: true,
    givenWord: given.word,
    familyWord: family.word,
  }
}

function agree(a: Part, b: Part, givenNames: boolean): Agreement {
  const [first, other] = [a.words[0], b.words[0]]
  if (first === undefined || other === undefined) return 'unknown'
  if (a.joined === b.joined || first === other) return 'same'
  if (a.words.some((word) => word.length > 2 && b.words.includes(word))) return givenNames ? 'close' : 'same'
  if (givenNames && areForms(first, other)) return 'form'
  if ((first.length === 1 || other.length === 1) && first[0] === other[0]) return 'initial'
  return isClose(a.joined, b.joined) || isClose(first, other) ? 'close' : 'differs'
}

function isClose(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < 3) return false
  const allowed = length < 5 ? 1 : length < 9 ? 2 : 3
  const errors = typingErrors(a, b, allowed)
  return errors <= 1 || (errors <= allowed && jaroWinkler(a, b) >= 0.86)
}

function strays(a: Name, b: Name): boolean {
  return a.family.words.some((word) => word.length > 2 && b.given.words.slice(1).includes(word))
}

function sharedWord(a: Part, b: Part): string {
  return a.words.find((word) => b.words.includes(word)) ?? ''
}
