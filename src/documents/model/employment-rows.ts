import { isBullet, type Line, withoutBullet } from './lines.ts'
import { type DateSpan, findDates, withoutDates } from './resume-dates.ts'
import { strip } from './strip.ts'
import { namesOrganisation, namesRole } from './work-words.ts'

/** A phrase of a line that may be a title or an employer, with the row it stands in. */
export type Piece = { text: string; row: number }

/** What a line of an experience section is; `rest` is its text without dates and list mark. */
export type Row = {
  kind: 'blank' | 'bullet' | 'prose' | 'short' | 'dated'
  text: string
  rest: string
  spans: DateSpan[]
}

/** The lines of an experience section, each told apart as running text, head line or dated line. */
export function readRows(lines: readonly Line[]): Row[] {
  return markWrapped(lines.map(toRow))
}

function toRow(line: Line): Row {
  const text = line.text
  const row = { text, rest: text, spans: [] as DateSpan[] }
  if (text === '') return { ...row, kind: 'blank' }
  if (/^(?:https?:|www\.)\S+$/.test(text)) return { ...row, kind: 'short', rest: '' }
  const spans = findDates(text)
  // A date in a cell of its own dates the lines above, whatever the rest of the row says.
  const cells = text.split('\t')
  const last = cells.at(-1)!
  const cellSpan = cells.length > 1 ? findDates(last)[0] : undefined
  if (
    cellSpan?.start &&
    cellSpan.to - cellSpan.from >= last.trim().length - 2 &&
    (isBullet(text) || tellsDeed(text))
  )
    return { ...row, kind: 'dated', rest: '', spans: [cellSpan] }
  const rest = spans.length > 0 ? withoutDates(text, spans) : text
  const ranged = spans.some((span) => span.start) || (spans.length > 0 && rest.length < 12)
  const plain = withoutBullet(rest)
  if (
    ranged &&
    plain.length <= 110 &&
    !(/[.;]$/.test(plain) && /[.;] \p{L}{4}/u.test(plain)) &&
    (!isBullet(text) || namesRole(plain.split(/\t|,| [-–|] /)[0]!))
  )
    return { kind: 'dated', text, rest: plain, spans: [spans.find((span) => span.start) ?? spans[0]!] }
  if (isBullet(text) && text.length > 60) return { ...row, kind: 'bullet' }
  if (isBullet(text) && !namesRole(plain)) return { ...row, kind: 'bullet' }
  // "Client: …", "Tools: …" describe the work; only a role or a house before the colon makes a head line.
  const label = /^([^:：]{2,30})[:：] /.exec(plain)?.[1]
  if (label && !namesRole(label) && !namesOrganisation(label)) return { ...row, kind: 'prose' }
  const sentence =
    text.length > 95 ||
    text.split(/\s+/).length > 13 ||
    (/^\p{Ll}/u.test(plain) && plain.length > 25) ||
    tellsDeed(plain) ||
    (/[^.]\w{4}\.$/.test(text) && !namesOrganisation(text))
  return sentence || /[:：]$/.test(text) ? { ...row, kind: 'prose' } : { ...row, kind: 'short', rest: plain }
}

// A line that goes on in small letters below is running text, however short.
function markWrapped(rows: Row[]): Row[] {
  return rows.map((row, at) => {
    const below = rows[at + 1]?.rest === '' ? undefined : rows[at + 1]
    const wraps =
      row.kind === 'short' &&
      row.text.length > 30 &&
      below &&
      /^\p{Ll}/u.test(below.text) &&
      below.text.length > 12
    const wrapped = row.kind === 'short' && row.rest !== '' && /^\p{Ll}/u.test(row.text)
    return wraps || (wrapped && at > 0 && rows[at - 1]!.kind !== 'blank') ? { ...row, kind: 'prose' } : row
  })
}

// "Designed the …", "Led a …": what somebody did, not what they were or where.
function tellsDeed(text: string): boolean {
  const [first = '', ...rest] = text.split(/\s+/)
  if (rest.length < 4) return false
  return (
    (/^\p{Lu}\p{Ll}{2,}ed$/u.test(first) &&
      !/^(?:certified|registered|licensed|applied|united|allied|unified|associated|advanced|embedded|chartered|limited|red|med)$/i.test(
        first,
      )) ||
    DEEDS.test(first)
  )
}

const DEEDS =
  /^(?:Led|Built|Wrote|Ran|Grew|Won|Taught|Made|Drove|Oversaw|Took|Kept|Held|Cut|Set|Gave|Was|Were|Has|Have|Had|Am|Is|Are|To|I|We|My|Our|The|This|These|It|He|She|They|Responsible|Experience|Good|Strong|Excellent|Ability|Hands-on|Handling|Working|Worked|Performing|Providing|Creating|Managing|Developing|Preparing|Ensuring|Maintaining|Conducting|Coordinating|Supporting|Participating|Involved|Etc\.?)$/

/** The phrases of the head lines directly above and below a dated line. */
export function around(rows: readonly Row[], at: number): { before: Piece[]; after: Piece[] } {
  const before: Piece[] = []
  const after: Piece[] = []
  for (let step = 1, used = 0, blanks = 0; step <= 8 && used < 4; step++) {
    const row = rows[at - step]
    if (!row || row.kind === 'bullet' || row.kind === 'prose' || row.kind === 'dated') break
    if (row.kind === 'blank') {
      if (++blanks > 2) break
      continue
    }
    before.unshift(...cutPieces(row.rest, at - step))
    used += 1
  }
  for (let step = 1, used = 0, blanks = 0; step <= 6 && used < 3; step++) {
    const row = rows[at + step]
    if (!row || row.kind === 'bullet' || row.kind === 'prose' || row.kind === 'dated') break
    if (row.kind === 'blank') {
      if (++blanks > 1) break
      continue
    }
    after.push(...cutPieces(row.rest, at + step))
    used += 1
  }
  return { before, after }
}

/** A line's phrases, cut where signs set them apart. */
export function cutPieces(text: string, row: number): Piece[] {
  return text
    .replace(/ {2,}/g, ' ')
    .split(/\t|\s[|•·@]\s|\s[-–—](?:\s|$)|[|;]|(?<=\w{3})\s?:\s(?=\p{Lu})/u)
    .map((piece) => strip(piece, ',(*_#–—-'))
    .filter(
      (piece) =>
        piece.length > 1 &&
        /\p{L}/u.test(piece) &&
        !/^(?:https?:|www\.)|@|^\(?\d+ (?:months?|years?|yrs?|mos?)/i.test(piece),
    )
    .map((piece) => ({ text: piece, row }))
}
