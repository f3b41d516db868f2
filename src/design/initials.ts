/** One or two graphemes that stand for a name, as written: two parts in scripts that use initials, else one. */
export const initials = (name: string): string => {
  const parts = name
    .trim()
    .split(/\s+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  const first = parts[0]
  if (!first) return '?'
  const last = parts.length > 1 ? parts.at(-1) : undefined
  const lead = firstGrapheme(first)
  return last && usesInitials.test(lead) ? lead + firstGrapheme(last) : lead
}

/** A stable tint, 1 to 8, from the person's id (FNV-1a), so that a face keeps its colour on every screen. */
export const tintOf = (id: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return ((hash >>> 0) % 8) + 1
}

const usesInitials =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}]/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const firstGrapheme = (part: string): string => {
  for (const { segment } of graphemes.segment(part)) if (/[\p{L}\p{N}]/u.test(segment)) return segment
  return ''
}
