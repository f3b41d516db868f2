import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { Region } from '../candidates/model/contact-point.ts'
import { findPairs } from '../candidates/model/find-pairs.ts'
import type { Reason } from '../candidates/model/reason.ts'
import { type MatchRecord, type Traits, traitsOf } from '../candidates/model/traits.ts'

export interface Duplicate {
  /** The ids of both rows, the earlier row first. */
  a: string
  b: string
  /** 0 to 1. */
  score: number
  reasons: Reason[]
}

/**
 * The pairs of rows of a CSV file that are perhaps one person. The first column is the row's id; the others are
 * recognised by their headings in any order, what is not recognised (any state number above all) is never read.
 * Throws where the file can't be read or is no CSV.
 */
export async function* findDuplicates(file: string, region?: Region): AsyncIterable<Duplicate> {
  const ids: string[] = []
  const list: Traits[] = []
  let columns: (Column | undefined)[] | undefined
  const rows = parse({ bom: true, trim: true, relax_column_count: true, skip_empty_lines: true })
  // `pipe` would swallow a read error; this hands it to the loop below, which throws it.
  pipeline(createReadStream(file), rows, () => {})
  for await (const row of rows as AsyncIterable<string[]>) {
    if (columns === undefined) {
      columns = row.map((heading, at) => (at === 0 ? undefined : columnOf(heading)))
      continue
    }
    ids.push(row[0] ?? '')
    list.push(traitsOf(recordOf(row, columns), region))
  }
  for (const { first, second, score, reasons } of findPairs(list))
    yield { a: ids[first]!, b: ids[second]!, score, reasons }
}

type Column = (typeof headings)[number][0]

// The first pattern that fits the heading (lower case, words joined by _) names the column; English, German, French, Spanish.
const headings = [
  ['given', /^(given|first|fore)_?names?$|^vorname|^prenom|^nombres?$|^first$/u],
  [
    'family',
    /^(sur|family_?|last_?)names?$|^nachname|^familienname|^nom(_de_famille)?$|^apellidos?$|^last$|^surname$/u,
  ],
  ['goesBy', /^(nick|preferred|known_as|goes_by)/u],
  ['full', /^(full_?|candidate_?|display_?|person_?)?name$|^nombre_completo$|^candidate$/u],
  ['email', /e_?mail|^courriel|^correo/u],
  ['phone', /phone|mobile|^cell|^tel(efon|efono)?$|^handy/u],
  ['link', /linkedin|github|xing|website|profile_url|^links?$|^urls?$|homepage|portfolio/u],
  ['born', /birth|^dob$|^born|geburt|naissance|nacimiento/u],
  ['number', /^(street|house)_?(number|no|nr)$|^hausnummer|^numero$/u],
  [
    'line',
    /^address(_?(line_?)?\d)?$|^street(_?(name|address|line|\d).*)?$|^strasse|^adresse|^direccion|^rue$|^calle$/u,
  ],
  ['postcode', /^(post(al)?_?code|zip(_?code)?|plz|postleitzahl|code_postal|codigo_postal)$/u],
  ['place', /^(city|town|suburb|place|locality|location|ort|stadt|wohnort|ville|ciudad)$/u],
  ['region', /^(state|province|region|county|bundesland)$/u],
  ['employer', /employer|company|organi[sz]ation|^firma|^arbeitgeber|entreprise|empresa/u],
] as const

function columnOf(heading: string): Column | undefined {
  const words = heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/gu, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
  return headings.find(([, pattern]) => pattern.test(words.replace(/^_|_$/gu, '')))?.[0]
}

function recordOf(row: readonly string[], columns: readonly (Column | undefined)[]): MatchRecord {
  const held: Partial<Record<Column, string[]>> = {}
  for (const [at, column] of columns.entries()) {
    const value = row[at]
    if (column && value) held[column] = [...(held[column] ?? []), value]
  }
  const given = held.given?.join(' ') ?? ''
  const family = held.family?.join(' ') ?? ''
  const full = held.full?.[0] ?? ''
  return {
    names: [{ full, given, family, goesBy: held.goesBy?.[0] }],
    emails: held.email?.flatMap(several),
    phones: held.phone?.flatMap(several),
    links: held.link?.flatMap(several),
    born: held.born?.[0],
    address: {
      number: held.number?.[0],
      lines: held.line,
      place: held.place?.[0],
      postcode: held.postcode?.[0],
      region: held.region?.[0],
    },
    employers: held.employer,
  }
}

function several(cell: string): string[] {
  return cell.split(/[;|\n]|,\s*(?=\S+@)/u).map((value) => value.trim())
}
