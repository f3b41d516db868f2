import type { ContactKind } from './candidate.ts'
import { contactKeys, type Region } from './contact-point.ts'
import { type Match, match } from './match.ts'
import { nameKey } from './name.ts'
import { uncounted } from './population.ts'
import { type Traits, traitsOf } from './traits.ts'

/** Someone who comes in by any way: what they or others said about them. */
export interface Arrival {
  readonly name: string
  readonly emails?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly links?: readonly string[] | undefined
  readonly goesBy?: string | undefined
  readonly pronouns?: string | undefined
  readonly headline?: string | undefined
  readonly title?: string | undefined
  readonly company?: string | undefined
  readonly location?: string | undefined
  /** ISO 3166-1 alpha-2; phones without + are read as numbers of this country. */
  readonly country?: string | undefined
  readonly language?: string | undefined
  readonly timeZone?: string | undefined
  readonly ownerId?: string | undefined
  /** application | import | referral | mail | event | user | demo */
  readonly source: string
  readonly sourceDetail?: string | undefined
  readonly fileId?: string | undefined
}

/** A contact point that can be stored: what was given, and the keys it is matched by. */
export interface Point {
  readonly kind: ContactKind
  readonly value: string
  readonly normalised: string
  readonly weak: string
  readonly shared: boolean
}

/** An arrival made ready to be compared. */
export interface ReadyArrival {
  readonly arrival: Arrival
  readonly name: string
  readonly nameKey: string
  readonly points: readonly Point[]
  readonly traits: Traits
}

/** What is on record and may be the same person. */
export interface Known {
  readonly id: string
  readonly nameKey: string
  readonly traits: Traits
  readonly normalised: ReadonlySet<string>
}

/** The record that an arrival joins, if any is certain, and those that a person should look at. */
export interface Recognition {
  readonly joins: string | undefined
  readonly suggestions: readonly { readonly id: string; readonly match: Match }[]
}

/** Reads a contact point, or undefined where the text is none. */
export const pointOf = (kind: ContactKind, value: string, region?: Region): Point | undefined => {
  const given = value.normalize('NFC').replaceAll('\0', '').trim()
  const keys = contactKeys(kind, given, region)
  if (!keys) return undefined
  return {
    kind,
    value: given,
    normalised: keys.exact || keys.weak,
    weak: keys.weak,
    shared: keys.shared,
  }
}

/** Cleans and keys an arrival; contact points that are none are left out. */
export const readyArrival = (arrival: Arrival): ReadyArrival => {
  const name = arrival.name
    .normalize('NFC')
    .replace(/[\s\0]+/gu, ' ')
    .trim()
  const region = regionOf(arrival.country)
  const points = new Map<string, Point>()
  const each = [
    ['email', arrival.emails],
    ['phone', arrival.phones],
    ['link', arrival.links],
  ] as const
  for (const [kind, values] of each)
    for (const value of values ?? []) {
      const point = pointOf(kind, value, region)
      if (point && !points.has(keyOf(point))) points.set(keyOf(point), point)
    }
  const traits = traitsOf(
    {
      names: [{ full: name, ...(arrival.goesBy ? { goesBy: arrival.goesBy } : {}) }],
      emails: arrival.emails ?? [],
      phones: arrival.phones ?? [],
      links: arrival.links ?? [],
      ...(arrival.company ? { employers: [arrival.company] } : {}),
      ...(arrival.location ? { address: { place: arrival.location } } : {}),
    },
    region,
  )
  return { arrival, name, nameKey: nameKey(name), points: [...points.values()], traits }
}

/** What identifies a contact point within one record. */
export const keyOf = (point: { readonly kind: string; readonly normalised: string }): string =>
  `${point.kind} ${point.normalised}`

/** Compares an arrival with those it may be: at most one is joined, and only when it is certain. */
export const recognise = (ready: ReadyArrival, known: readonly Known[], onRecord: number): Recognition => {
  const population = uncounted(onRecord)
  const matches = known
    .map(({ id, traits }) => ({ id, match: match(ready.traits, traits, population) }))
    .filter(({ match }) => match.verdict !== 'different')
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
  const joins = matches.find(({ match }) => match.verdict === 'same')?.id
  return { joins, suggestions: matches.filter(({ id }) => id !== joins) }
}

/** A country code as phone numbers need it; anything else is no region. */
export const regionOf = (country: string | undefined | null): Region | undefined =>
  country && /^[A-Za-z]{2}$/u.test(country) ? (country.toUpperCase() as Region) : undefined
