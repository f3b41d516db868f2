/** A stretch of a text, as offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The words to show around a find: the line or point of a list that it stands in, a line that was only wrapped joined
 * to the one it goes on from; never more than `before` and `after` signs beside the find. A passage shorter than
 * `least` goes on into the next line.
 */
export const passageAround = (
  text: string,
  find: Stretch,
  { before, after, least = 0 }: { readonly before: number; readonly after: number; readonly least?: number },
): Stretch => {
  const earliest = Math.max(0, find.start - before)
  let start = earliest === 0 ? 0 : wordStart(text, earliest)
  for (let at = lineBreak(text, find.start - 1); at >= earliest; at = lineBreak(text, at - 1))
    if (beginsAnew(text, at + 1)) {
      start = at + 1
      break
    }
  start += text.slice(start, find.start).match(bullet)![0].length
  const latest = Math.min(text.length, find.end + after)
  for (let at = text.indexOf('\n', find.end); at >= 0 && at < latest; at = text.indexOf('\n', at + 1))
    if (at - start >= least && beginsAnew(text, at + 1)) return { start, end: at }
  return { start, end: latest === text.length ? latest : wordEnd(text, find.end, latest) }
}

const bullet = /^\s*(?:[-–—•*·▪◦‣]\s+)?/u

const lineBreak = (text: string, from: number): number => (from < 0 ? -1 : text.lastIndexOf('\n', from))

/** A line that begins with a small letter goes on from the one above. */
const beginsAnew = (text: string, at: number): boolean => !/^[ \t]*\p{Ll}/u.test(text.slice(at, at + 20))

const wordStart = (text: string, at: number): number => {
  const space = text.slice(at, at + 25).search(/\s/u)
  return space < 0 ? at : at + space + 1
}

const wordEnd = (text: string, from: number, at: number): number => {
  const space = text.lastIndexOf(' ', at)
  return space > from ? space : at
}
