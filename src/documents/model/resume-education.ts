import { type Line, type Quote, quote, withoutBullet } from './lines.ts'
import { namesPlace, withoutPlace } from './places.ts'
import { findDates, type ResumeDate, withoutDates } from './resume-dates.ts'
import { strip, stripEnd } from './strip.ts'
import { namesSchool, schoolRank } from './work-words.ts'

export type Education = {
  school?: string
  degree?: string
  field?: string
  start?: ResumeDate
  end?: ResumeDate
  quote: Quote
}

/** The studies named in the lines of an education section, in reading order. */
export function findEducation(lines: readonly Line[]): Education[] {
  const entries: Education[] = []
  let open: Education | undefined
  let blanks = 0
  const begin = (line: Line, part: string) => {
    open = { quote: quote(line, part) }
    entries.push(open)
    return open
  }
  lines.forEach((line) => {
    if (line.text === '') {
      blanks += 1
      return
    }
    if (line.text.length > 220) return
    const spans = findDates(line.text)
    const rest = withoutBullet(spans.length > 0 ? withoutDates(line.text, spans) : line.text)
    const { schools, degrees, others } = sort(rest)
    const school = schools[0]
    const degree = degrees[0]
    if (school && degree) open = undefined
    if (degree) {
      if (!open || open.degree) begin(line, degree.text)
      open!.degree = degree.degree
      if (degree.field) open!.field = degree.field
    }
    if (school) {
      if (!open || open.school) begin(line, school)
      open!.school = withoutPlace(school)
    } else if (degree && others[0] && !open!.school && isNamed(others[0]))
      open!.school = withoutPlace(others[0])
    else if (!degree && open?.degree && !open.school && blanks < 3 && isNamed(rest) && spans.length === 0) {
      const name = withoutPlace(rest.split('\t')[0]!)
      if (open.field || rest.split(/\s/).length <= 7) open.school = name
    }
    const span = spans.find((found) => found.start) ?? spans[0]
    if (span && open && !open.end)
      Object.assign(open, { ...(span.start && { start: span.start }), end: span.end })
    blanks = 0
  })
  return entries.filter((entry) => entry.school || entry.degree)
}

function sort(text: string): {
  schools: string[]
  degrees: { degree: string; field?: string; text: string }[]
  others: string[]
} {
  const pieces = text
    .replace(/ {2,}/g, ' ')
    .split(/\t|\s[|•·–—-]\s|[|;]|,\s|\s(?:from|at|an der|à l['’]|presso)\s(?=\p{Lu})|\s\((?=\p{Lu})/u)
    .map((piece) => strip(piece, ',(:*)-'))
    .filter((piece) => /\p{L}{2}/u.test(piece) && !namesPlace(piece) && !GRADE.test(piece))
  const degrees = pieces.flatMap((piece) => {
    const degree = readDegree(piece)
    return degree ? [{ ...degree, text: piece }] : []
  })
  const taken = new Set(degrees.map((degree) => degree.text))
  const schools = pieces
    .filter((piece) => !taken.has(piece) && namesSchool(piece) && piece.length <= 110)
    .sort((a, b) => schoolRank(b) - schoolRank(a))
  return { schools, degrees, others: pieces.filter((piece) => !taken.has(piece) && !schools.includes(piece)) }
}

/** The degree a phrase names and, after "in", its field; undefined when it names none. */
export function readDegree(phrase: string): { degree: string; field?: string } | undefined {
  if (phrase.length > 160) return undefined
  const match = DEGREE.exec(phrase)
  if (!match) return undefined
  const from = match[1] ? match.index + match[0].indexOf(match[1]) : match.index
  const rest = phrase.slice(from)
  const cut =
    /\s(?:in|im|en|di|w|of(?! (?:science|arts|engineering|technology|commerce|business|computer|philosophy|education|law|laws|nursing|fine|medicine|applied|management|social|public|architecture|pharmacy|music|design)))\s|[:(]/iu.exec(
      rest,
    )
  const degree = (cut ? rest.slice(0, cut.index) : rest).trim()
  const field = cut ? stripEnd(rest.slice(cut.index + cut[0].length), ')').trim() : ''
  return { degree, ...(field.length > 1 && { field }) }
}

const DEGREE = new RegExp(
  `(?:^|[^\\p{L}.])((?:(?:post|under)?[ -]?graduate |advanced |executive |national |professional |higher )?(?:${[
    "bachelor(?:'?s|s’|’s)?(?!\\p{L})",
    "master(?:'?s|’s)?(?: of| in| degree|$|,|'s|\\s\\p{Lu})",
    'doctora(?:te|l|t)|doctor of|ph\\.? ?d\\.?|d\\.?phil|dr\\. rer',
    "associate(?:['’]?s)?(?: of| in| degree)|diploma|diplom(?:a|e|ado|-\\p{L}+)?(?!\\p{L})|post[ -]?graduation|graduation|degree",
    "b\\.? ?(?:sc|s|a|e|tech|com|b\\.? ?a|ed|arch|pharm|c\\.? ?a|eng|f\\.? ?a|n)(?![\\p{L}'])\\.?",
    "m\\.? ?(?:sc|s|a|e|tech|com|b\\.? ?a|ed|arch|pharm|c\\.? ?a|eng|f\\.? ?a|phil|d|p\\.? ?h)(?![\\p{L}'])\\.?",
    'b[ -]tech|m[ -]tech|b\\.?ca|m\\.?ca|pgd\\p{L}{0,3}|ll\\.?[bm]\\.?|j\\.?d\\.?(?!\\p{L})|a\\.?a\\.?s?\\.?(?= (?:in|of|degree))|mba|bba|bsn|msn|gnm|hnd|pgce|iti',
    'high school(?: diploma)?|secondary school certificate|s\\.?s\\.?[cl]\\.?c?(?!\\p{L})|h\\.?s\\.?c\\.?(?!\\p{L})|ged|a[- ]levels?|intermediate|matriculation|10th|12th|xii(?!\\p{L})|certificate|certification',
    'abitur|fachabitur|mittlere reife|hauptschulabschluss|staatsexamen|magister|promotion|ausbildung (?:zum|zur)',
    'licence|maîtrise|baccalauréat|bac(?:calaur\\p{L}+)?(?!\\p{L})|doctorat|ingénieur|bts|dut|cap(?!\\p{L})|brevet|capes',
    'licenciatura|licenciado|grado|máster|doctorado|bachillerato|ingeniería|técnico|mestrado|doutorado|doutoramento|bacharel\\p{L}*|graduação',
    'laurea(?: (?:magistrale|triennale))?|dottorato|maturità|vwo|havo|hbo|mbo|licencjat|inżynier|matura',
    '博士|修士|学士',
  ].join('|')}).*)`,
  'iu',
)

const GRADE =
  /^(?:institute\/board|g\.?p\.?a|cgpa|grade|score|percentage|aggregate|marks|first class|\d+(?:\.\d+)? ?%|courses?\b|note\b|relevant coursework|thesis)/i

function isNamed(text: string): boolean {
  return (
    /^\p{Lu}/u.test(text) &&
    text.length <= 80 &&
    !/[.:]$/.test(text) &&
    !GRADE.test(text) &&
    !namesPlace(text) &&
    !/^(?:institute\/board)$/i.test(text)
  )
}
