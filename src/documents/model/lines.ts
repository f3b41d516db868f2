/** A line of a text and where in the text it begins. */
export type Line = { text: string; at: number }

/** The words a fact was read from, and their place in the text that was read. */
export type Quote = { text: string; from: number; to: number }

/**
 * The lines of a text. A text that lost its line breaks on the way (a few lines of many hundred letters)
 * is cut where two or more spaces or a list mark still show where they were.
 */
export function toLines(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line.trim(), at: at + (line.length - line.trimStart().length) })
    at += line.length + 1
  }
  const filled = lines.filter((line) => line.text !== '')
  return isFlat(filled) ? filled.flatMap(cutFlat) : lines
}

/** True for a text that lost its line breaks, so that its layout tells nothing. */
export function isFlat(filled: readonly Line[]): boolean {
  const total = filled.reduce((sum, line) => sum + line.text.length, 0)
  return (
    filled.length > 0 &&
    total / filled.length > 250 &&
    filled.some((line) => /\S(?: {2,}|\t)\S/.test(line.text))
  )
}

/** The place of a part of a line, or of the whole line when the part was put together otherwise. */
export function quote(line: Line, part: string): Quote {
  const found = line.text.indexOf(part)
  if (found < 0) return { text: line.text, from: line.at, to: line.at + line.text.length }
  return { text: part, from: line.at + found, to: line.at + found + part.length }
}

/** The line without the mark of a list item. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '').trim()
}

/** True for an item of a list. */
export function isBullet(text: string): boolean {
  return BULLET.test(text)
}

const BULLET = /^(?:[-–*+•·▪◦●○■□➢➤✓✔❖«»>§◆\uf0b7o]\s|[•▪◦●■➢➤✓✔❖\uf0b7]|\d{1,2}[.)]\s)/u

function cutFlat(line: Line): Line[] {
  const cut: Line[] = []
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    const text = match[0].replace(/^["“]|["”]$/g, '')
    let from = 0
    // A list mark inside a run of words begins a line of its own.
    for (const mark of text.matchAll(/ (?=[•▪●➢✓❖\uf0b7])/gu)) {
      cut.push({ text: text.slice(from, mark.index), at: line.at + match.index + from })
      from = mark.index + 1
    }
    cut.push({ text: text.slice(from), at: line.at + match.index + from })
  }
  return cut.filter((piece) => piece.text !== '')
}
