import { withoutUmlautSpelling } from './fold.ts'
import type { Name, Traits } from './traits.ts'

/**
 * The keys under which a record meets others: two records that share none are never compared, so that work grows
 * with the list and not with its square. Each kind of slip leaves at least one key whole.
 */
export function meetingKeys(traits: Traits): string[] {
  const keys = new Set<string>()
  for (const { weak } of traits.emails) keys.add(`e ${weak}`)
  for (const { weak } of traits.phones) keys.add(`p ${weak}`)
  for (const { weak } of traits.links) keys.add(`l ${weak}`)
  if (traits.born !== '') keys.add(`b ${traits.born}`)
  for (const line of traits.lines) keys.add(`s ${line.joined}`)
  for (const name of traits.names) for (const key of nameKeys(name, traits)) keys.add(key)
  if (traits.place.joined !== '' && traits.number !== '')
    keys.add(`h ${traits.number} ${traits.place.joined}`)
  if (traits.postcode !== '' && traits.number !== '') keys.add(`h ${traits.number} ${traits.postcode}`)
  return [...keys]
}

function nameKeys({ given, family }: Name, traits: Traits): string[] {
  const keys: string[] = []
  const first = given.words[0] ?? ''
  const last = family.words.at(-1) ?? ''
  if (first !== '' && last !== '') {
    // Sorted, so that swapped names meet; a skeleton, so that a slip in one of both names does not part them.
    keys.push(`n ${[skeleton(first), skeleton(last)].sort().join(' ')}`)
    keys.push(
      `i ${[first.slice(0, 3), last].sort().join(' ')}`,
      `i ${[first, last.slice(0, 3)].sort().join(' ')}`,
    )
  }
  for (const word of new Set([first, last].filter((word) => word !== ''))) {
    if (traits.postcode !== '') keys.push(`c ${word} ${traits.postcode}`)
    if (traits.place.joined !== '') keys.push(`c ${word} ${traits.place.joined}`)
    if (traits.born !== '')
      keys.push(`y ${word} ${traits.born.slice(0, 4)}`, `y ${word} ${traits.born.slice(4)}`)
  }
  return keys
}

/** First letter and the set of consonants: bears swapped, doubled and wrong vowels and swapped consonants. */
function skeleton(word: string): string {
  const spelt = withoutUmlautSpelling(word).replaceAll('ph', 'f')
  const consonants = new Set(spelt.slice(1).replace(/[aeiouyhw]/gu, ''))
  return spelt.slice(0, 1) + [...consonants].sort().join('')
}
