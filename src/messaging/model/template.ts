import { headerText } from './header-text.ts'

/** One language of a template; `{{ candidate.first_name }}` is the only thing in it that is not plain text. */
export type TemplateText = { readonly language: string; readonly subject: string; readonly body: string }

/** Values by field name; a field that is missing or empty blocks. */
export type MergeValues = Readonly<Record<string, string | number | undefined | null>>

/** A piece of a rendered text; `field` is set where a value was merged, so that the composer can show it. */
export type Span = { readonly text: string; readonly field?: string }

export type Rendered =
  | {
      readonly ok: true
      readonly subject: string
      readonly text: string
      readonly preview: { readonly subject: readonly Span[]; readonly body: readonly Span[] }
    }
  | {
      readonly ok: false
      readonly unknown: readonly string[]
      readonly missing: readonly string[]
      readonly says: string
    }

/** Every field a template may use. No other name, no logic and no path beyond this list exists (R35). */
export const mergeFields = [
  'candidate.first_name',
  'candidate.last_name',
  'candidate.full_name',
  'job.title',
  'job.location',
  'job.team',
  'job.link',
  'organisation.name',
  'office.name',
  'office.postal_address',
  'sender.first_name',
  'sender.full_name',
  'sender.title',
  'application.date',
  'application.link',
  'interview.date',
  'interview.time',
  'interview.place',
  'interview.people',
  'offer.link',
  'offer.answer_by',
  'event.name',
  'event.date',
  'event.place',
  'pool.name',
  'preferences.link',
  'personal.line',
] as const
export type MergeField = (typeof mergeFields)[number]

/** Fields a text uses, each once in order; `unknown` are those the product does not have. */
export function fieldsOf(source: string): {
  readonly fields: readonly string[]
  readonly unknown: readonly string[]
} {
  const fields = [...new Set(parts(source).flatMap((part) => (part.field === undefined ? [] : [part.field])))]
  return { fields, unknown: fields.filter((field) => !isMergeField(field)) }
}

/** Merges a template for one person, or lists what keeps it from being sent. */
export function renderTemplate(template: TemplateText, values: MergeValues): Rendered {
  const { fields, unknown } = fieldsOf(`${template.subject}\n${template.body}`)
  const missing = fields.filter((field) => isMergeField(field) && isEmpty(values, field))
  if (unknown.length > 0 || missing.length > 0)
    return { ok: false, unknown, missing, says: saysWhy(unknown, missing) }
  const body = spans(template.body, values)
  const subject = spans(template.subject, values).map((span) => ({ ...span, text: headerSpan(span.text) }))
  return {
    ok: true,
    subject: headerText(joined(subject)),
    text: joined(body),
    preview: { subject, body },
  }
}

/** The text in the person's language, else in its base language (`de-CH` → `de`), else the first. */
export function inLanguage(
  texts: readonly [TemplateText, ...TemplateText[]],
  language: string,
): TemplateText {
  const wanted = language.toLowerCase()
  const base = wanted.split('-')[0]
  const exact = texts.find((text) => text.language.toLowerCase() === wanted)
  return exact ?? texts.find((text) => text.language.toLowerCase().split('-')[0] === base) ?? texts[0]
}

const isMergeField = (field: string): field is MergeField =>
  (mergeFields as readonly string[]).includes(field)

const isEmpty = (values: MergeValues, field: string): boolean =>
  !Object.hasOwn(values, field) || String(values[field] ?? '').trim() === ''

type Part = { readonly text: string; readonly field?: string }

/** A brace pair that holds something else than a name is a field too: an unknown one, which blocks. */
function parts(source: string): readonly Part[] {
  const found: Part[] = []
  let from = 0
  while (from < source.length) {
    const open = source.indexOf('{{', from)
    const close = open < 0 ? -1 : source.indexOf('}}', open)
    if (open < 0) break
    if (open > from) found.push({ text: source.slice(from, open) })
    const end = close < 0 ? source.length : close + 2
    const inner = source.slice(open + 2, close < 0 ? source.length : close).trim()
    found.push({ text: source.slice(open, end), field: inner.slice(0, 80) || '{{ }}' })
    from = end
  }
  if (from < source.length) found.push({ text: source.slice(from) })
  return found
}

const spans = (source: string, values: MergeValues): readonly Span[] =>
  parts(source).map(({ text, field }) =>
    field === undefined ? { text } : { text: String(values[field]).normalize('NFC'), field },
  )

const joined = (pieces: readonly Span[]): string => pieces.map((span) => span.text).join('')

/** Keeps the spaces at a span's ends, which headerText trims. */
const headerSpan = (text: string): string => {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  return `${start > 0 ? ' ' : ''}${headerText(text)}${end < text.length && end > 0 ? ' ' : ''}`
}

function saysWhy(unknown: readonly string[], missing: readonly string[]): string {
  const sentences: string[] = []
  if (unknown.length > 0)
    sentences.push(`There is no field ${unknown.map((field) => `“${field}”`).join(', ')}.`)
  if (missing.length > 0)
    sentences.push(`This person has no ${missing.map((field) => `“${field}”`).join(', ')}.`)
  return sentences.join(' ')
}
