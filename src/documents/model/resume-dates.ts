import { fold } from './fold.ts'
import { stripEnd, stripStart } from './strip.ts'

/** Year, or year and month, as ISO 8601 writes them; `present` for a time that goes on. */
export type ResumeDate = string

export type DateSpan = { start?: ResumeDate; end?: ResumeDate; from: number; to: number }

/** The dates and stretches of time named in a line, in any of the languages and forms read. */
export function findDates(line: string): DateSpan[] {
  const marks = findMarks(line)
  const spans: DateSpan[] = []
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!
    const next = marks[at + 1]
    if (mark.value !== 'present' && next && joins(line.slice(mark.to, next.from), mark, next)) {
      spans.push({ start: mark.value, end: next.value, from: mark.from, to: next.to })
      at += 1
      continue
    }
    if (mark.value === 'present') continue
    const open = /(?:since|seit|depuis|desde|sinds|od|dal|from|ab) ?$/i.exec(
      line.slice(Math.max(0, mark.from - 10), mark.from),
    )
    const onwards = /^(?:onwards?|[-–—]$)/i.exec(line.slice(mark.to).trim())
    if (open || onwards)
      spans.push({
        start: mark.value,
        end: 'present',
        from: mark.from - (open?.[0].length ?? 0),
        to: onwards ? line.indexOf(onwards[0], mark.to) + onwards[0].length : mark.to,
      })
    else spans.push({ end: mark.value, from: mark.from, to: mark.to })
  }
  return spans
}

/** The line with its dates, and the brackets and dashes that held them, taken out. */
export function withoutDates(line: string, spans: readonly DateSpan[]): string {
  const kept: string[] = []
  let at = 0
  for (const span of spans) {
    kept.push(line.slice(at, span.from))
    at = span.to
  }
  kept.push(line.slice(at))
  return kept
    .map((part, place) => {
      const start = place > 0 ? stripStart(part, ',|:–—)]-') : part
      return place < kept.length - 1
        ? stripEnd(stripEnd(start, ',|:–—([/-').replace(LEADS_IN, ''), ',|:–—([/-')
        : start
    })
    .filter((part) => part.trim() !== '')
    .join('\t')
}

const LEADS_IN = /(?<!\p{L})(?:from|since|seit|depuis|von|duration)$/iu

type Mark = { value: string; from: number; to: number }

const YEAR = '(?:19[4-9]\\d|20[0-4]\\d)'
const MARK = new RegExp(
  [
    `(?<iso>${YEAR})[-/.](?<isoMonth>0[1-9]|1[0-2])(?:[-/.][0-3]\\d)?(?!\\d)`,
    `(?:[0-3]?\\d[./-])?(?<month>0?[1-9]|1[0-2])[./-](?<monthYear>${YEAR})(?!\\d)`,
    `(?<name>\\p{L}{3,10})\\.?[,'’/ -]{0,3}(?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?<nameYear>${YEAR})(?!\\d)`,
    `(?<shortName>\\p{L}{3,4})\\.?[ ]?['’-](?<shortYear>\\d\\d)(?!\\d)`,
    `(?<jaYear>${YEAR})年(?: ?(?<jaMonth>1[0-2]|[1-9])月)?`,
    `(?<year>${YEAR})(?![\\d%])`,
    `(?<word>present|currently|current|ongoing|today|till date|till now|to date|now|heute|aujourd['’]hui|présent|ce jour|actualidad|actualmente|presente|atualmente|atual|o momento|oggi|attuale|in corso|heden|nu|obecnie|nadal|現在|σήμερα|laufend)(?!\\p{L})`,
  ].join('|'),
  'giu',
)

function findMarks(line: string): Mark[] {
  const marks: Mark[] = []
  for (const match of line.slice(0, 2000).matchAll(MARK)) {
    const before = line[match.index - 1] ?? ' '
    const groups = match.groups!
    let from = match.index
    const to = from + match[0].length
    if (/[\p{L}\d]/u.test(before) && !groups.name && !groups.word) continue
    const push = (value: string) => marks.push({ value, from, to })
    const month = (number: string) => number.padStart(2, '0')
    if (groups.iso) push(`${groups.iso}-${groups.isoMonth}`)
    else if (groups.monthYear) push(`${groups.monthYear}-${month(groups.month!)}`)
    else if (groups.nameYear) {
      const number = monthNumber(groups.name!)
      if (!number) from = to - 4
      push(number ? `${groups.nameYear}-${number}` : groups.nameYear)
    } else if (groups.shortYear) {
      const number = monthNumber(groups.shortName!)
      if (number) push(`${Number(groups.shortYear) > 45 ? 19 : 20}${groups.shortYear}-${number}`)
    } else if (groups.jaYear)
      push(groups.jaMonth ? `${groups.jaYear}-${month(groups.jaMonth)}` : groups.jaYear)
    else if (groups.year) {
      const short = /^ ?[-–/] ?(\d\d)(?!\d|[/.])/.exec(line.slice(to))
      push(groups.year)
      if (short && Number(short[1]) > Number(groups.year.slice(2)))
        marks.push({
          value: groups.year.slice(0, 2) + short[1],
          from: to + short[0].length - 2,
          to: to + short[0].length,
        })
    } else if (groups.word && !/\p{L}/u.test(before)) push('present')
  }
  return marks
}

function joins(between: string, start: Mark, end: Mark): boolean {
  if (between.length > 24) return false
  const word = fold(between.replace(/[()[\].,|:\t]/g, ' '))
  if (
    /^(?:[-–—−~〜～→]+|to|until|till|bis|a|al|au|jusqu'a|hasta|ate|tot|t\/m|do|fino a|up to|and|through)$/.test(
      word,
    )
  )
    return true
  if (/^[-–—−~] ?(?:till|until|to|bis|aujourd'hui)?$/.test(word) || word === 'bis zum') return true
  // A dash may get lost with the layout: "2001 2007" or "June 2015 Present".
  return (
    /^[ \t]{1,3}$/.test(between) &&
    (end.value === 'present' || end.value.slice(0, 4) > start.value.slice(0, 4))
  )
}

function monthNumber(name: string): string | undefined {
  const folded = fold(name)
  const found = MONTHS.findIndex((starts) => starts.test(folded))
  return found < 0 ? undefined : String(found + 1).padStart(2, '0')
}

// Starts of the months' names in the languages read; short forms are starts as well.
const MONTHS = [
  /^(?:jan|ene|gen|sty|ιαν)/,
  /^(?:feb|fev|fevr|lut|φεβ)/,
  /^(?:mar(?!k)|maerz|marz|mrt|maa|mars|μαρ)/,
  /^(?:apr|avr|abr|kwi|απρ)/,
  /^(?:may|mai|mei|mag|maj|μαι)/,
  /^(?:jun|juin|giu|cze|ιουν)/,
  /^(?:jul|juil|lug|lip|ιουλ)/,
  /^(?:aug|aou|ago|sie|αυγ)/,
  /^(?:sep|set|wrz|σεπ)/,
  /^(?:oct|okt|out|ott|paz|οκτ)/,
  /^(?:nov|lis|νοε)/,
  /^(?:dec|dez|dic|gru|δεκ)/,
]
