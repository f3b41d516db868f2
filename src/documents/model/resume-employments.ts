import { type Chosen, choose, isNameLike, pick, splitTitle } from './employment-names.ts'
import { around, cutPieces, type Piece, type Row, readRows } from './employment-rows.ts'
import { isBullet, type Line, type Quote, quote } from './lines.ts'
import { withoutPlace } from './places.ts'
import type { DateSpan, ResumeDate } from './resume-dates.ts'
import { strip } from './strip.ts'
import { namesOrganisation, namesRole } from './work-words.ts'

export type Employment = {
  employer?: string
  title?: string
  start?: ResumeDate
  end?: ResumeDate
  summary?: string
  quote: Quote
}

/**
 * The employments in the lines of an experience section. Dates anchor them: around each stand the title and
 * the employer, and on which side and in which order is learned from the document itself.
 */
export function findEmployments(lines: readonly Line[]): Employment[] {
  const rows = readRows(lines)
  const anchors = rows.flatMap((row, at) => (row.kind === 'dated' ? [{ at, ...around(rows, at) }] : []))
  const filledBefore = anchors.filter((anchor) =>
    anchor.before.some((piece) => namesRole(piece.text) || namesOrganisation(piece.text)),
  )
  const firstBefore = anchors.length > 0 && filledBefore.length >= anchors.length / 2
  const comma = anchors.filter((anchor) =>
    cutPieces(rows[anchor.at]!.rest, anchor.at)
      .concat(anchor.before)
      .some((piece) => splitTitle(piece).employer),
  )
  const byComma = anchors.length > 0 && comma.length >= anchors.length * 0.6
  const taken = new Set<number>()
  const entries: Draft[] = []
  for (const anchor of anchors) {
    const row = rows[anchor.at]!
    const own = cutPieces(row.rest, anchor.at)
    const sides = firstBefore ? [anchor.before, anchor.after] : [anchor.after, anchor.before]
    const draft = choose(
      own,
      sides[0]!.filter((piece) => !taken.has(piece.row)),
      sides[1]!.filter((piece) => !taken.has(piece.row)),
      byComma,
    )
    if (!draft.title && !draft.employer) continue
    for (const piece of [draft.title, draft.employer]) if (piece) taken.add(piece.row)
    taken.add(anchor.at)
    entries.push({ ...draft, at: anchor.at, span: row.spans[0]! })
  }
  entries.push(...findUndated(rows, taken))
  return settleOrder(entries)
    .sort((a, b) => a.at - b.at)
    .map((entry, place, all) => finish(entry, lines, rows, all[place + 1]?.at ?? lines.length))
    .filter((employment) => employment.title || employment.employer)
}

type Draft = Chosen & { at: number; span?: DateSpan }

/** Entries whose words tell nothing follow the order the certain entries of the document have. */
function settleOrder(entries: Draft[]): Draft[] {
  const before = (a: Piece, b: Piece) => a.row < b.row
  const sure = entries.filter(
    (entry) => !entry.unsure && entry.title && entry.employer && entry.title.row !== entry.employer.row,
  )
  const employerFirst = sure.filter((entry) => before(entry.employer!, entry.title!)).length > sure.length / 2
  return entries.map((entry) =>
    entry.unsure && employerFirst ? { ...entry, employer: entry.unsure[0], title: entry.unsure[1] } : entry,
  )
}

/** Titles that stand as a line of their own with their employer beneath, in sections that give no dates. */
function findUndated(rows: readonly Row[], taken: ReadonlySet<number>): Draft[] {
  const found: Draft[] = []
  rows.forEach((row, at) => {
    if (taken.has(at)) return
    const labelled = LABELLED_TITLE.exec(row.text)
    if (labelled) {
      found.push({ title: { text: labelled[1]!, row: at }, at })
      return
    }
    const house = LABELLED_EMPLOYER.exec(row.text)
    if (house) {
      found.push({ employer: { text: house[1]!, row: at }, at })
      return
    }
    if (row.kind !== 'short' || isBullet(row.text) || row.text.length > 70 || !namesRole(row.rest)) return
    const next = rows.findIndex((other, place) => place > at && other.kind !== 'blank')
    const below = rows[next]
    const standsAlone =
      rows[at - 1] === undefined || rows[at - 1]!.kind === 'blank' || rows[at - 1]!.kind === 'bullet'
    const inside = splitTitle({ text: row.rest, row: at })
    const own = cutPieces(row.rest, at)
    if (own.length >= 2 || inside.employer) {
      const draft = own.length >= 2 ? pick(own, true) : inside
      if (draft.title && draft.employer) found.push({ ...draft, at })
    } else if (standsAlone && below?.kind === 'short' && !taken.has(next) && !namesRole(below.rest)) {
      const employer = cutPieces(below.rest, next)[0]
      if (employer && isNameLike(employer.text))
        found.push({ title: { text: row.rest, row: at }, employer, at })
    } else if (standsAlone && below?.kind !== 'dated') found.push({ title: { text: row.rest, row: at }, at })
  })
  return found
}

const LABELLED_TITLE =
  /^(?:[•*-]\s*)?(?:role|designation|position|job title|title|stellung|fonction|poste|cargo|puesto|ruolo|functie|stanowisko)\s*[:：-]+\s*(\p{L}.{2,60})$/iu
const LABELLED_EMPLOYER =
  /^(?:[•*-]\s*)?(?:company|employer|organi[sz]ation|company name|arbeitgeber|firma|employeur|entreprise|empresa|azienda|werkgever|pracodawca)\s*[:：-]+\s*(\p{L}.{1,80})$/iu

function finish(entry: Draft, lines: readonly Line[], rows: readonly Row[], until: number): Employment {
  const source = lines[(entry.title ?? entry.employer)!.row]!
  const title = entry.title && tidy(entry.title.text)
  const employer = entry.employer && withoutPlace(tidy(entry.employer.text))
  const used = Math.max(entry.at, entry.title?.row ?? 0, entry.employer?.row ?? 0)
  const summary = rows
    .slice(used + 1, until)
    .filter((row) => row.kind === 'bullet' || row.kind === 'prose')
    .map((row) => row.text)
    .join('\n')
  return {
    ...(employer && { employer }),
    ...(title && { title }),
    ...(entry.span?.start && { start: entry.span.start }),
    ...(entry.span?.end && { end: entry.span.end }),
    ...(summary && { summary: summary.slice(0, 4000) }),
    quote: quote(source, entry.title?.text ?? entry.employer?.text ?? ''),
  }
}

function tidy(text: string): string {
  const bare = text.replace(/\((?:[^()]{0,80})\)?$/, '').replace(/\s+/g, ' ')
  return strip(bare, '•,:*(–-')
}
