import type { CandidateName } from './candidate.ts'
import { type ContactKeys, emailKeys, linkKeys, phoneKeys, type Region } from './contact-point.ts'
import { foldedWords, withoutUmlautSpelling } from './fold.ts'
import { nameWords } from './name.ts'
import { letterPairs } from './similarity.ts'

/** What is known of a person and may be compared; never what protects them (no sex, origin, photo, state number). */
export interface MatchRecord {
  names: readonly Pick<CandidateName, 'full' | 'given' | 'family' | 'goesBy'>[]
  emails?: readonly string[]
  phones?: readonly string[]
  links?: readonly string[]
  /** A birth date in one way of writing per list: year first, or day first, or month first. */
  born?: string
  address?: MatchAddress
  employers?: readonly string[]
}

export interface MatchAddress {
  number?: string
  lines?: readonly string[]
  place?: string
  postcode?: string
  region?: string
}

/** A record made ready once, so that a comparison of two is cheap. */
export interface Traits {
  names: readonly Name[]
  emails: readonly ContactKeys[]
  phones: readonly ContactKeys[]
  links: readonly ContactKeys[]
  born: string
  number: string
  lines: readonly Line[]
  place: Line
  postcode: string
  region: string
  employers: readonly string[]
}

export interface Name {
  given: Part
  family: Part
}

export interface Part {
  words: readonly string[]
  joined: string
}

export interface Line {
  joined: string
  pairs: Uint32Array
}

/** Makes a record ready for comparison; `region` is where a phone number without + is from. */
export function traitsOf(record: MatchRecord, region?: Region): Traits {
  const address = record.address ?? {}
  return {
    names: record.names.flatMap(namesOf),
    emails: known(record.emails, emailKeys),
    phones: known(record.phones, (phone) => phoneKeys(phone, region)),
    links: known(record.links, linkKeys),
    born: birthDigits(record.born ?? ''),
    number: joined(address.number ?? ''),
    lines: (address.lines ?? []).map(line).filter(({ joined }) => joined !== ''),
    place: line(address.place ?? ''),
    postcode: joined(address.postcode ?? ''),
    region: joined(address.region ?? ''),
    employers: [...new Set((record.employers ?? []).map(employerKey))].filter((employer) => employer !== ''),
  }
}

const companyForms = new Set(
  'inc llc ltd limited corp corporation co company gmbh ag kg se sa sas sarl bv nv plc pty oy ab as aps spa srl the group holding'.split(
    ' ',
  ),
)

function namesOf(name: MatchRecord['names'][number]): Name[] {
  const { given, family } = nameWords(name)
  if (given.length + family.length === 0) return []
  const written = { given: part(given), family: part(family) }
  return name.goesBy
    ? [written, { given: part(foldedWords(name.goesBy)), family: written.family }]
    : [written]
}

function part(words: readonly string[]): Part {
  const spelt = words.map(withoutUmlautSpelling)
  return { words: spelt, joined: spelt.join('') }
}

function known(
  values: readonly string[] | undefined,
  keys: (value: string) => ContactKeys | undefined,
): ContactKeys[] {
  return (values ?? []).flatMap((value) => keys(value) ?? [])
}

/** Eight digits, as a slip of the finger is judged on digits; empty where the text holds no whole date. */
function birthDigits(born: string): string {
  const groups = born.match(/\d+/gu) ?? []
  const digits = groups
    .slice(0, 3)
    .map((group) => group.padStart(2, '0'))
    .join('')
  return digits.length === 8 && !/^0{4}|^19000101$|^1000/u.test(digits) ? digits : ''
}

function line(text: string): Line {
  const folded = joined(text)
  return { joined: folded, pairs: letterPairs(folded) }
}

function joined(text: string): string {
  return foldedWords(text).join('')
}

function employerKey(employer: string): string {
  const words = foldedWords(employer)
  return words.filter((word) => !companyForms.has(word)).join('') || words.join('')
}
