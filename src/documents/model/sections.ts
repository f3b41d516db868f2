import { fold } from './fold.ts'
import type { Line } from './lines.ts'
import { SECTION_HEADINGS, type SectionKind } from './section-headings.ts'
import { stripEnd } from './strip.ts'

export type { SectionKind } from './section-headings.ts'

/** A stretch of lines under one heading. */
export type Section = { kind: SectionKind; heading: string; lines: Line[] }

/** True for a line that is nothing but the heading of a section, in any language read. */
export function isHeading(line: string): boolean {
  return headingKind(line) !== undefined
}

/** The kind of section a line opens, or undefined for any other line. */
export function headingKind(line: string): SectionKind | undefined {
  const bare = stripEnd(line.slice(0, 200), '-=_*~#.─—')
  if (bare.length > 60) return undefined
  const folded = fold(closeLetters(stripEnd(bare, '0123456789.:：()[]|*•<>»/\\')))
  const name = folded
    .replace(/^[^\p{L}]+/u, '')
    .replace(/ ?(?:&|\+| and | und | et | y | e | en | i ) ?/g, ' and ')
  if (name === '' || name.length > 48) return undefined
  const known = HEADINGS.get(name.replaceAll(' ', ''))
  if (known) return known
  const joined = name
  const parts = joined.split(/ and | ?[/,|] ?/)
  if (parts.length < 2 || parts.length > 3) return undefined
  const kinds = parts.map((part) => HEADINGS.get(part.replaceAll(' ', '')))
  return kinds.every((kind) => kind !== undefined) ? kinds[0] : undefined
}

// "W O R K  E X P E R I E N C E": capitals set wide apart are one word to the reader.
function closeLetters(line: string): string {
  const parts = line.split(' ')
  return parts.length > 4 && parts.filter((part) => part.length === 1).length > parts.length / 2
    ? parts.join('')
    : line
}

/**
 * Cuts a text into its sections; what stands before the first heading is the head. Lines in
 * `marked` are set as headings by the document itself, so that they count however they are written.
 */
export function cutSections(lines: readonly Line[], marked: ReadonlySet<string> = new Set()): Section[] {
  const sections: Section[] = [{ kind: 'head', heading: '', lines: [] }]
  for (const line of lines) {
    const opened = openSection(line.text, marked.has(line.text))
    const open = sections.at(-1)!.kind
    const inside =
      opened &&
      ((opened.soft && open === opened.kind) ||
        (open === 'education' && /^[\p{L} ]*course/iu.test(opened.heading)))
    if (!opened || inside) {
      sections.at(-1)!.lines.push(line)
      continue
    }
    const rest = { text: opened.rest, at: line.at + line.text.length - opened.rest.length }
    sections.push({ kind: opened.kind, heading: opened.heading, lines: opened.rest === '' ? [] : [rest] })
  }
  return sections
}

type Opened = { kind: SectionKind; heading: string; rest: string; soft: boolean }

function openSection(line: string, marked: boolean): Opened | undefined {
  const trimmed = line.trim()
  if (trimmed === '') return undefined
  const whole = marked || looksSet(trimmed) ? headingKind(trimmed) : undefined
  if (whole) return { kind: whole, heading: trimmed, rest: '', soft: false }
  const cell = /^([^\t]{2,48})\t/.exec(trimmed)?.[1]
  if (cell && looksSet(cell) && headingKind(cell))
    return { kind: headingKind(cell)!, heading: cell, rest: trimmed.slice(cell.length + 1), soft: false }
  const label = /^([^:：]{3,40})[:：]\s*(?=\S)/.exec(trimmed)
  const kind = label && !/^[-•*·▪◦]/.test(trimmed) ? headingKind(label[1]!) : undefined
  if (kind && kind !== 'contact' && kind !== 'links' && INLINE.has(kind))
    return { kind, heading: label![1]!, rest: trimmed.slice(label![0].length), soft: true }
  return undefined
}

const INLINE = new Set<SectionKind>(['skills', 'education', 'languages', 'summary', 'other', 'credentials'])

// A sentence or a list item that happens to be one of the words is not a heading.
function looksSet(line: string): boolean {
  return (
    !/^[-•*·▪◦➢✓]\s/.test(line) &&
    !/[^.\s][.;,]$/.test(line) &&
    /^[^\p{Ll}]/u.test(line.replace(/^[#=*_\s]+/, ''))
  )
}

// Keyed without spaces: "E D U C A T I O N" and "Workexperience" are what some layouts make of a heading;
// and without the letters that PDFs lose when a font joins them ("Certi cations").
const HEADINGS = new Map<string, SectionKind>()
for (const [kind, phrases] of Object.entries(SECTION_HEADINGS)) {
  for (const phrase of phrases.split('|')) {
    const key = phrase
      .trim()
      .replace(/ ?(?:&| and | und | et | y | e | en | i ) ?/g, ' and ')
      .replaceAll(' ', '')
    if (!HEADINGS.has(key)) HEADINGS.set(key, kind as SectionKind)
    const torn = key.replace(/ff[il]?|f[il]/g, '')
    if (torn !== key && torn.length > 4 && !HEADINGS.has(torn)) HEADINGS.set(torn, kind as SectionKind)
  }
}
