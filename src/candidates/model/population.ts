import type { Traits } from './traits.ts'

/** The list in which two records are compared: a shared Smith says less than a shared Trevorrow, and less in a longer list. */
export interface Population {
  size: number
  /** How many records hold this value; undefined where nobody counted. */
  count(field: CountedField, value: string): number | undefined
}

export type CountedField = 'given' | 'family' | 'born' | 'line' | 'place' | 'postcode' | 'employer'

/** A list of which only the length is known: every value is taken to be as common as values usually are. */
export function uncounted(size: number): Population {
  return { size, count: () => undefined }
}

/** Counts what a whole list holds, in one pass. */
export function countPopulation(list: readonly Traits[]): Population {
  const counts = new Map<string, number>()
  for (const traits of list)
    for (const key of countedValues(traits)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { size: list.length, count: (field, value) => counts.get(`${field} ${value}`) ?? 0 }
}

/** The share of people who hold a value: the count of this list, steadied by what is usual while the list is short. */
export function share(population: Population, field: CountedField, value: string): number {
  const count = population.count(field, value)
  if (count === undefined) return usualShare[field]
  return (count + steadiness * usualShare[field]) / (population.size + steadiness)
}

// How many records the usual share is worth against the counts of the list.
const steadiness = 1000

// Orders of magnitude of a random pair's agreement in census and directory data (given names gather, family names scatter).
const usualShare: Record<CountedField, number> = {
  given: 1 / 150,
  family: 1 / 1000,
  born: 1 / 20_000,
  line: 1 / 2000,
  place: 1 / 200,
  postcode: 1 / 500,
  employer: 1 / 300,
}

function countedValues(traits: Traits): Set<string> {
  const values = new Set<string>()
  for (const name of traits.names) {
    for (const word of name.given.words) values.add(`given ${word}`)
    for (const word of name.family.words) values.add(`family ${word}`)
  }
  values.add(`born ${traits.born}`)
  for (const line of traits.lines) values.add(`line ${line.joined}`)
  values.add(`place ${traits.place.joined}`)
  values.add(`postcode ${traits.postcode}`)
  for (const employer of traits.employers) values.add(`employer ${employer}`)
  return values
}
