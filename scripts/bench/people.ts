import { nameKey, sortKey } from '../../src/candidates/model/name.ts'
import { searchDocument } from '../../src/candidates/model/search-document.ts'
import { origins } from '../../src/server/demo/names.ts'
import { type Chance, chance } from '../../src/server/demo/random.ts'
import { lines, titles, topics, verbs } from './resume-words.ts'

/** A person made up for measuring: the same for the same number and size at every run. */
export interface Made {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly sortKey: string
  readonly title: string
  readonly company: string
  readonly town: string
  readonly country: string
  readonly mail: string
  readonly phone: string
  readonly skills: readonly string[]
  readonly school: string
  readonly createdAt: string
  readonly lastActivityAt: string
  readonly resume: string
  readonly body: string
  readonly words: string
}

/** Words with a known share of the people who have them, for the rows of the résumé search. */
export const searched = {
  /** In half of all résumés. */
  half: ['logistics', 'python', 'planning', 'english'],
  /** In three of ten each, so two of them in nine of a hundred. */
  third: ['kubernetes', 'welding', 'payroll', 'turbine', 'audit', 'signal'],
  /** In one of five thousand each. */
  rare: Array.from({ length: 200 }, (_, at) => `${made(at * 7919 + 13)}ix`),
} as const

const day = 86_400_000
const epoch = Date.UTC(2026, 9, 1)

/** The id of a row: version 7 of RFC 9562, in the order of `moment`. */
export const idAt = (moment: number, kind: number, number: number): string => {
  const time = Math.floor(moment).toString(16).padStart(12, '0')
  const rest = (kind * 2 ** 32 + number).toString(16).padStart(12, '0')
  const mixed = (Math.imul(number + kind * 7919, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mixed.slice(0, 3)}-8${mixed.slice(3, 6)}-${rest}`
}

/** When person `at` of `of` came on record: spread over five years. */
export const cameAt = (at: number, of: number): number => epoch - Math.floor(((of - at) / of) * 5 * 365 * day)

export const candidateId = (at: number, of: number): string => idAt(cameAt(at, of), 1, at)

/** The name of person `at`: one of a few hundred given names, one of 8,000 family names. */
export const nameOf = (at: number): string => {
  const by = chance(at * 2 + 1)
  const origin = origins[Math.floor(by.next() * origins.length)]!
  const given = by.pick(origin.given)
  // A fifth bear one of the common names of where they are from, the others one of many.
  const family = by.percent(20) ? by.pick(origin.family) : capital(made(by.whole(0, 7999)))
  return origin.familyFirst ? `${family} ${given}` : `${given} ${family}`
}

export const person = (at: number, of: number): Made => {
  const by = chance(at * 2 + 2)
  const created = cameAt(at, of)
  const name = nameOf(at)
  const origin = by.pick(origins)
  const title = by.pick(titles)
  const company = `${capital(made(by.whole(0, 2999)))} ${by.pick(['BV', 'GmbH', 'Group', 'Labs', 'Systems'])}`
  const town = by.pick(origin.towns)
  const school = `University of ${by.pick(by.pick(origins).towns)}`
  const skills = by.some(topics, 6)
  const mail = `p${at}.${nameKey(name).replace(/[^a-z]/gu, '')}@mail.example`
  const resume = resumeOf(by, at, name, mail)
  const active = created + by.next() ** 2 * (epoch - created)
  return {
    id: candidateId(at, of),
    name,
    nameKey: nameKey(name),
    sortKey: sortKey({ full: name }),
    title,
    company,
    town,
    country: origin.country,
    mail,
    phone: `+4915${String(100_000_000 + at).slice(0, 9)}`,
    skills,
    school,
    createdAt: new Date(created).toISOString(),
    lastActivityAt: new Date(active).toISOString(),
    resume,
    ...searchDocument({
      names: [name],
      titles: [title],
      companies: [company],
      skills,
      places: [town],
      tags: [],
      contacts: [mail],
      schools: [school],
      resume,
    }),
  }
}

/** About 3,500 signs: lines as they stand in résumés, with words that few have and the words that are searched. */
const resumeOf = (by: Chance, at: number, name: string, mail: string): string => {
  const special = [
    ...searched.half.filter(() => by.percent(50)),
    ...searched.third.filter(() => by.percent(30)),
    ...(at % 25 === 0 ? [searched.rare[(at / 25) % searched.rare.length]!] : []),
  ]
  const text = [name, mail]
  let length = name.length + mail.length
  while (length < 3500) {
    const own = special.length > 0 && by.percent(30) ? special.pop()! : by.pick(topics)
    // Words get rarer as in any language: the square of chance prefers the first ones.
    const rarer = made(Math.floor(by.next() ** 3 * 30_000) + 10_000)
    const line = by
      .pick(lines)
      .replace('{verb}', by.pick(verbs))
      .replace('{topic}', own)
      .replace('{other}', by.pick(topics))
      .replace('{name}', capital(rarer))
      .replace('{number}', String(by.whole(2, 400)))
      .replace('{year}', String(by.whole(1998, 2026)))
    text.push(line)
    length += line.length + 1
  }
  return [...text, ...special].join('\n')
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)

/** A word that no language has, the same for the same number. */
function made(number: number): string {
  const starts = [
    'b',
    'br',
    'd',
    'dr',
    'f',
    'g',
    'k',
    'kr',
    'l',
    'm',
    'n',
    'p',
    'r',
    's',
    'st',
    't',
    'v',
    'w',
    'z',
  ]
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou']
  let left = number
  let word = ''
  for (let syllable = 0; syllable < 3; syllable++) {
    word += starts[left % starts.length]!
    left = Math.floor(left / starts.length)
    word += vowels[(left + syllable * 3) % vowels.length]!
    left = Math.floor(left / vowels.length)
  }
  return `${word}${['n', 'r', 's', 'k'][number % 4]}`
}
