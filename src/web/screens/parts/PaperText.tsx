import type { ReactNode } from 'react'
import { headingKind } from '../../../documents/model/sections.ts'
import styles from './paper-text.module.css'

/** A stretch of a text, marked or plain. */
export interface Piece {
  readonly text: string
}

/**
 * The text of a résumé set as a page: the name, headings, points, and dates at the end of their line. Every sign stays
 * where it was; only how it looks is added. `show` draws one piece, so that finds can be marked.
 */
export const PaperText = <P extends Piece>({
  pieces,
  name,
  show,
}: {
  readonly pieces: readonly P[]
  readonly name?: string
  readonly show: (piece: P, key: string) => ReactNode
}) => (
  <div className={styles.text}>
    {linesOf(pieces).map((line, at) => {
      const text = line.map((piece) => piece.text).join('')
      const [from, to] = split(line)
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never move.
        <p key={at} data-line-kind={kindOf(text, at, name)}>
          <span>{from.map((piece, n) => show(piece, `${n}`))}</span>
          {to.length > 0 && <span>{to.map((piece, n) => show(piece, `t${n}`))}</span>}
        </p>
      )
    })}
  </div>
)

const kindOf = (text: string, at: number, name: string | undefined): string | undefined => {
  if (text.trim() === '') return 'gap'
  if (at < 3 && name && text.trim().toLowerCase() === name.toLowerCase()) return 'name'
  if (headingKind(text)) return 'heading'
  return /^\s*[-–—•*·▪◦‣]\s/u.test(text) ? 'point' : undefined
}

const linesOf = <P extends Piece>(pieces: readonly P[]): readonly P[][] => {
  const lines: P[][] = [[]]
  for (const piece of pieces)
    for (const [at, text] of piece.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...piece, text })
    }
  return lines
}

/** What stands after a line's last tab belongs at its end: the years of a post. */
const split = <P extends Piece>(line: readonly P[]): readonly [readonly P[], readonly P[]] => {
  const at = line.findLastIndex(({ text }) => text.includes('\t'))
  if (at < 0) return [line, []]
  const { text } = line[at]!
  const tab = text.lastIndexOf('\t')
  const [head, tail] = [text.slice(0, tab), text.slice(tab + 1)]
  const end = [{ ...line[at]!, text: tail }, ...line.slice(at + 1)]
  // A long second column is text of its own, not a date.
  if (end.map((piece) => piece.text).join('').length > 40) return [line, []]
  return [[...line.slice(0, at), { ...line[at]!, text: head }], end]
}
