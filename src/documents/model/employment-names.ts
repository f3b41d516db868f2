import type { Piece } from './employment-rows.ts'
import { namesPlace } from './places.ts'
import { spotSkills } from './resume-skills.ts'
import { namesOrganisation, namesRole } from './work-words.ts'

/** The title and employer of one employment; `unsure` when only their order could tell which is which. */
export type Chosen = { title?: Piece; employer?: Piece; unsure?: [Piece, Piece] }

/** Title and employer out of the phrases beside the dates, on the near side and on the far side. */
export function choose(own: Piece[], near: Piece[], far: Piece[], byComma: boolean): Chosen {
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

/** Title and employer out of one lot of phrases that holds a title; nothing when it holds none. */
export function pick(pool: Piece[], byComma: boolean): Chosen {
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

/** "Software Engineer at Google", "Nurse, Saint Mary" and "Acme Ltd, Welder" say both in one phrase. */
export function splitTitle(piece: Piece): { title: Piece; employer?: Piece } {
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

/** True for a phrase that may be the name of a house or a title: no place, no list of skills, no sentence. */
export function isNameLike(text: string): boolean {
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
