import { isBullet, type Line, type Quote, quote, withoutBullet } from './lines.ts'
import { namesPlace, withoutPlace } from './places.ts'
import { type DateSpan, findDates, type ResumeDate, withoutDates } from './resume-dates.ts'
import { spotSkills } from './resume-skills.ts'
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
  const rows = markWrapped(lines.map(toRow))
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

type Piece = { text: string; row: number }
type Row = {
  kind: 'blank' | 'bullet' | 'prose' | 'short' | 'dated'
  text: string
  rest: string
  spans: DateSpan[]
}
type Draft = { title?: Piece; employer?: Piece; unsure?: [Piece, Piece]; at: number; span?: DateSpan }

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

function around(rows: readonly Row[], at: number): { before: Piece[]; after: Piece[] } {
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

function cutPieces(text: string, row: number): Piece[] {
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

function choose(
  own: Piece[],
  near: Piece[],
  far: Piece[],
  byComma: boolean,
): Pick<Draft, 'title' | 'employer' | 'unsure'> {
  const pools = [own, [...own, ...near], [...own, ...near, ...far]]
  const drafts = pools.map((pool) => pick(pool, byComma))
  const whole = drafts.find((draft) => draft.title && draft.employer) ?? drafts.find((draft) => draft.title)
  if (whole) return whole
  const here = own.filter((piece) => isNameLike(piece.text)).flatMap(splitComma)
  const names = [...here, ...near.filter((piece) => isNameLike(piece.text)).flatMap(splitComma)]
  const organisation = names.find((piece) => namesOrganisation(piece.text))
  if (organisation) {
    const other =
      here.find((piece) => piece.text !== organisation.text) ??
      near.find(
        (piece) =>
          Math.abs(piece.row - organisation.row) === 1 &&
          isNameLike(piece.text) &&
          !namesOrganisation(piece.text) &&
          piece.text.split(' ').length <= 4,
      )
    return { employer: organisation, ...(other && { title: other }) }
  }
  const [first, second] = names
  if (!first) return {}
  if (second && (here.length > 0 || names.length <= 3))
    return { unsure: [first, second], title: first, employer: second }
  return here.length > 0 ? { employer: first } : {}
}

function pick(pool: Piece[], byComma: boolean): Pick<Draft, 'title' | 'employer'> {
  const usable = pool.filter((piece) => isNameLike(piece.text))
  const titles = usable.filter((piece) => namesRole(piece.text))
  const title = titles.find((piece) => !namesOrganisation(piece.text)) ?? titles[0]
  if (!title) return {}
  const inside = splitTitle(title)
  if (inside.employer && (byComma || namesOrganisation(inside.employer.text))) return inside
  const others = usable.filter((piece) => piece !== title && !namesRole(piece.text))
  const organisation = usable.find((piece) => piece !== title && namesOrganisation(piece.text))
  const employer = organisation ?? headOf(others, title)
  return employer ? { title, employer } : inside
}

// Beside its title an employer stands next to it; on the other side of the dates it heads its lines.
function headOf(pieces: Piece[], title: Piece): Piece | undefined {
  const apart = pieces.every((piece) => Math.abs(piece.row - title.row) > 2)
  if (apart) return pieces[0]
  return [...pieces].sort((a, b) => Math.abs(a.row - title.row) - Math.abs(b.row - title.row))[0]
}

// "Software Engineer at Google", "Nurse, Saint Mary" and "Acme Ltd, Welder" say both in one piece.
function splitTitle(piece: Piece): { title: Piece; employer?: Piece } {
  const at = /^(.{3,60}?)\s(?:at|bei|beim|chez|en|presso|bij|w|@|with)\s(\p{Lu}.{1,60})$/u.exec(piece.text)
  if (at && namesRole(at[1]!))
    return { title: { ...piece, text: at[1]! }, employer: { ...piece, text: at[2]! } }
  const parts = splitComma(piece)
  if (parts.length < 2) return { title: piece }
  const role = parts.findIndex((part) => namesRole(part.text) && !namesOrganisation(part.text))
  const other = parts.find((part, place) => place !== role && !namesRole(part.text) && !namesPlace(part.text))
  return role >= 0 && other ? { title: parts[role]!, employer: other } : { title: piece }
}

function splitComma(piece: Piece): Piece[] {
  const parts = piece.text.split(/,\s(?!(?:inc|ltd|llc|llp|gmbh|s\.a|co|corp|pvt)\b)|\s\(|\)/iu)
  return parts.map((text) => ({ ...piece, text: text.trim() })).filter((part) => part.text.length > 1)
}

function isNameLike(text: string): boolean {
  const skills = text.length > 6 ? spotSkills(text, true) : []
  const inSkills = skills.reduce((sum, skill) => sum + skill.written.length, 0)
  if (
    inSkills > text.length * 0.6 &&
    (skills.length >= 3 || /\s/.test(text)) &&
    skills.some((skill) => skill.written.length < text.length || /\s/.test(text)) &&
    !namesRole(text)
  )
    return false
  if (/\p{L}{4}\.$/u.test(text) && !namesOrganisation(text)) return false
  return text.length <= 90 && !namesPlace(text) && !/^(?:\d|\p{Ll}{3,} )/u.test(text) && !NOISE.test(text)
}

const NOISE =
  /^(?:responsibilit|project|description|duration|highlights?$|key |tools|technolog(?:y|ies) used|environment|team size|duties|role$|roles and|achievements?|accomplishments?|client|application$|worked |working |summary|https?|full[- ]time|part[- ]time|location|contribution|tasks|aufgaben|missions?\b|etc|operating system|database|languages?\b|module|domain|platform|server|version)/i

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
