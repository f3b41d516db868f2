import { z } from 'zod'
import { type ColumnRole, columnRoles, headingKey, roleOf, stoppingRoles } from './column.ts'

/** How a file is understood: what each column is, and what is said of everyone in it. */
export const mappingSchema = z.strictObject({
  /** One entry a column, left to right; null is not taken over. */
  columns: z.array(z.enum(columnRoles).nullable()).max(500),
  /** Which system the external ids are of: the same id of the same system is the same person. */
  system: z.string().trim().min(1).max(60).default('list'),
  /** Where these people are from, unless a column says so. */
  source: z.string().trim().max(100).optional(),
  /** Carried by everyone in the file, so that they are found again. */
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** Read phone numbers without + and places as of this country (ISO 3166-1 alpha-2). */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'That is not a country code such as NL.')
    .optional(),
})
export type Mapping = z.output<typeof mappingSchema>

/** The mapping that the headings suggest. */
export const guessMapping = (headers: readonly string[]): Mapping => {
  const columns = headers.map((heading): ColumnRole | null => roleOf(heading) ?? null)
  const known = new Set(columns)
  // "Name" beside "First name" is the family name in most such files.
  if (known.has('givenName') && !known.has('familyName') && known.has('fullName'))
    columns.splice(columns.indexOf('fullName'), 1, 'familyName')
  // French and Italian lists call the family name "Nom" and the person "Nom" alike.
  if (!known.has('givenName') && known.has('familyName') && !known.has('fullName'))
    columns.splice(columns.indexOf('familyName'), 1, 'fullName')
  // A label is not a person's number: the first column that looks like one is.
  const ids = columns.flatMap((role, at) => (role === 'externalId' ? [at] : []))
  for (const at of ids.slice(1)) columns[at] = null
  return { columns, system: systemOf(headers), tags: [] }
}

/** The mapping with the columns that stop contact: they are honoured whatever was chosen. */
export const withStops = (mapping: Mapping, headers: readonly string[]): Mapping => ({
  ...mapping,
  columns: headers.map((heading, at) => {
    const meant = roleOf(heading)
    const chosen = mapping.columns[at] ?? null
    return meant && stoppingRoles.has(meant) && (chosen === null || !stoppingRoles.has(chosen))
      ? meant
      : chosen
  }),
})

/** What is missing before people can come in, or undefined. */
export const mappingProblem = (mapping: Mapping): string | undefined => {
  const known = new Set(mapping.columns)
  if (known.has('fullName') || known.has('givenName') || known.has('familyName')) return undefined
  return 'Say which column holds the name: a full name, or first and last name.'
}

/** Equal for files with the same headings, so that a mapping is found again. */
export const headersKey = (headers: readonly string[]): string => headers.map(headingKey).join('|')

/**
 * Which line holds the headings: the one that knows most of them, among the first twenty. LinkedIn puts notes
 * above them. Undefined where no line knows any.
 */
export const headerLine = (lines: readonly (readonly string[])[]): number | undefined => {
  const known = lines.slice(0, 20).map((line) => new Set(line.map(roleOf).filter(Boolean)).size)
  const best = Math.max(0, ...known)
  return best === 0 ? undefined : known.indexOf(best)
}

const systemOf = (headers: readonly string[]): string => {
  const keys = new Set(headers.map(headingKey))
  if (keys.has('throughlineid')) return 'throughline'
  if (keys.has('connectedon')) return 'linkedin'
  if (keys.has('prospectpool') || keys.has('whogetscredit')) return 'greenhouse'
  if (keys.has('keyskills') || keys.has('currentpay')) return 'opencats'
  return 'list'
}
