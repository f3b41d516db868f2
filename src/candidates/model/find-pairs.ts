import { meetingKeys } from './blocking.ts'
import { type Match, match } from './match.ts'
import { countPopulation, type Population } from './population.ts'
import type { Traits } from './traits.ts'

/** Two places in the list that are perhaps one person. */
export interface Pair extends Match {
  first: number
  second: number
}

/** Every pair of a list that is worth a look, in the order of the list; each pair once. */
export function* findPairs(
  list: readonly Traits[],
  population: Population = countPopulation(list),
): Generator<Pair> {
  const partners = meet(list)
  for (const [first, seconds] of partners.entries()) {
    for (const second of [...seconds].sort((a, b) => a - b)) {
      const found = match(list[first]!, list[second]!, population)
      if (found.verdict !== 'different') yield { first, second, ...found }
    }
  }
}

// A block larger than this (a popular name in a popular year) is walked in sorted order and compared with near neighbours only.
const largestBlock = 40
const neighbours = 15

function meet(list: readonly Traits[]): Set<number>[] {
  const blocks = new Map<string, number[]>()
  for (const [at, traits] of list.entries())
    for (const key of meetingKeys(traits)) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  const partners = list.map(() => new Set<number>())
  const order = new Map<number, string>()
  const orderOf = (at: number) => order.get(at) ?? remember(order, at, sorted(list[at]!))
  for (const block of blocks.values()) {
    const large = block.length > largestBlock
    if (large) block.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : a - b))
    for (let i = 0; i < block.length; i++) {
      const end = large ? Math.min(block.length, i + 1 + neighbours) : block.length
      for (let j = i + 1; j < end; j++)
        partners[Math.min(block[i]!, block[j]!)]!.add(Math.max(block[i]!, block[j]!))
    }
  }
  return partners
}

function sorted(traits: Traits): string {
  const [name] = traits.names
  return [name?.family.joined, name?.given.joined, traits.born, traits.postcode].join(' ')
}

function remember(order: Map<number, string>, at: number, text: string): string {
  order.set(at, text)
  return text
}
