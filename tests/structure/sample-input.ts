import { z } from 'zod'

type Schema = Record<string, unknown> & {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  minLength?: number
  minimum?: number
  minItems?: number
  additionalProperties?: Schema | boolean
  $ref?: string
  $defs?: Record<string, Schema>
}

/**
 * The smallest input that a call's schema takes, with every id-like string replaced by what `idFor` gives for
 * its property name. Optional properties that are ids are filled too: a stranger would fill them. So are all others
 * where `withOptional`.
 */
export const sampleInput = (
  schema: z.ZodType,
  idFor: (property: string) => string,
  withOptional = false,
): { input: unknown; ids: string[] } => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const ids: string[] = []
  const resolve = (node: Schema): Schema =>
    node.$ref ? resolve(root.$defs?.[node.$ref.split('/').at(-1)!] ?? {}) : node
  const isId = (node: Schema) => node.format === 'uuid'
  const holdsId = (given: Schema): boolean => {
    const node = resolve(given)
    return (
      isId(node) ||
      (node.items !== undefined && holdsId(node.items)) ||
      [...(node.anyOf ?? []), ...(node.oneOf ?? [])].some(holdsId)
    )
  }
  const sample = (given: Schema, property: string): unknown => {
    const node = resolve(given)
    if ('const' in node) return node.const
    if (node.enum) return node.enum[0]
    const choices = node.anyOf ?? node.oneOf
    if (choices)
      return sample(
        choices.find(holdsId) ?? choices.find((one) => one.type !== 'null') ?? choices[0]!,
        property,
      )
    if (node.allOf) return Object.assign({}, ...node.allOf.map((one) => sample(one, property)))
    const type = Array.isArray(node.type) ? node.type.find((one) => one !== 'null') : node.type
    if (type === 'object' || node.properties) {
      const wanted = Object.entries(node.properties ?? {}).filter(
        ([name, child]) => withOptional || (node.required ?? []).includes(name) || holdsId(child),
      )
      return Object.fromEntries(wanted.map(([name, child]) => [name, sample(child, name)]))
    }
    if (type === 'array')
      return withOptional || node.minItems || (node.items && holdsId(node.items))
        ? Array.from({ length: Math.max(1, node.minItems ?? 0) }, () => sample(node.items ?? {}, property))
        : []
    if (type === 'number' || type === 'integer') return Math.max(1, node.minimum ?? 1)
    if (type === 'boolean') return true
    if (type === 'string') {
      if (isId(node)) {
        const id = idFor(property)
        ids.push(id)
        return id
      }
      if (node.format === 'email') return 'someone@elsewhere.example'
      if (node.format === 'date-time') return '2026-12-01T09:00:00.000Z'
      if (node.format === 'date') return '2026-12-01'
      if (node.format === 'uri') return 'https://elsewhere.example/'
      return wordFor(property) ?? 'x'.repeat(Math.max(3, node.minLength ?? 0))
    }
    return {}
  }
  return { input: sample(root, ''), ids }
}

/** A word that properties of this name take, where they do not take any. */
const wordFor = (property: string): string | undefined =>
  (
    [
      [/mail/i, 'someone@elsewhere.example'],
      [/country|remoteFrom/i, 'NL'],
      [/timeZone|^zone$/i, 'Europe/Berlin'],
      [/^from$/, '09:00'],
      [/^to$/, '17:00'],
      [/currency/i, 'EUR'],
      [/colour/i, '#0f5b73'],
      [/^permission$/, 'accounts.seeColleagues'],
      [/^before$/, '2026-11-21T12:00:00.000Z_0192a000-0000-7000-8000-00000000dead'],
      [/^mine$/, 'true'],
      [/^startedAt$/, '2026-11-21T12:00:00.000Z'],
    ] as const
  ).find(([name]) => name.test(property))?.[1]
