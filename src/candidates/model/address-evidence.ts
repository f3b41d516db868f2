import { type Population, share } from './population.ts'
import type { Reason } from './reason.ts'
import { sharedPairs, typingErrors } from './similarity.ts'
import type { Line, Traits } from './traits.ts'

/** What two addresses say, as one reason: street, number, place and code follow from one another and are not counted apart. */
export function addressEvidence(a: Traits, b: Traits, population: Population): Reason[] {
  const street = streetBits(a, b, population)
  const place = placeBits(a, b, population)
  if (street === undefined && place === undefined) return []
  if (street === undefined || (street <= 0 && (place ?? 0) > 0))
    return placeReason((place ?? 0) + (street ?? 0))
  const bits = Math.max(-3, Math.min(mostForAnAddress, street + (place ?? 0)))
  if (bits >= 9) return [{ code: 'address-same', says: 'Same address', weight: bits }]
  if (bits > 0) return [{ code: 'address-close', says: 'Much the same address', weight: bits }]
  return [{ code: 'address-differs', says: 'Different addresses', weight: bits }]
}

// A whole address points to a household, not to a person: it can't outweigh what a list of a few thousand asks for.
const mostForAnAddress = 13

function placeReason(bits: number): Reason[] {
  if (bits > 0) return [{ code: 'place-same', says: 'Same place', weight: Math.min(8, bits) }]
  return [{ code: 'place-differs', says: 'Different places', weight: Math.max(-2, bits) }]
}

function streetBits(a: Traits, b: Traits, population: Population): number | undefined {
  if (a.lines.length === 0 || b.lines.length === 0) return undefined
  let bits = Number.NEGATIVE_INFINITY
  for (const line of a.lines)
    for (const other of b.lines) {
      const alike = line.joined === other.joined ? 1 : sharedPairs(line.pairs, other.pairs)
      const found =
        alike === 1
          ? Math.log2(0.8 / share(population, 'line', line.joined))
          : alike >= 0.7
            ? 6
            : alike >= 0.55
              ? 3
              : -1.5
      if (found > bits) bits = found
    }
  if (bits <= 0 || a.number === '' || b.number === '') return bits
  return bits + (a.number === b.number ? 4 : typingErrors(a.number, b.number, 1) === 1 ? 1 : -1)
}

function placeBits(a: Traits, b: Traits, population: Population): number | undefined {
  const places = agree(a.place, b.place)
  const codes = a.postcode === '' || b.postcode === '' ? undefined : typingErrors(a.postcode, b.postcode, 1)
  if (places === undefined && codes === undefined) return undefined
  let bits = 0
  if (places !== undefined)
    bits +=
      places === 1 ? Math.log2(0.8 / share(population, 'place', a.place.joined)) : places >= 0.6 ? 4 : -1
  if (codes !== undefined)
    bits += codes === 0 ? Math.log2(0.8 / share(population, 'postcode', a.postcode)) : codes === 1 ? 2 : -1
  return bits
}

function agree(a: Line, b: Line): number | undefined {
  if (a.joined === '' || b.joined === '') return undefined
  return a.joined === b.joined ? 1 : sharedPairs(a.pairs, b.pairs)
}
