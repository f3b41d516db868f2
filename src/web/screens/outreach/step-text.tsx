import type { ReactNode } from 'react'
import { markedPieces } from '../compose/letters.ts'
import styles from './outreach.module.css'
import { stepFields } from './sequence-words.ts'

/** A step's words with its fields as pieces of their own, in words. */
export const markedText = (text: string): ReactNode[] =>
  markedPieces(text).map((piece, at) =>
    piece.field === undefined ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text.
      <mark key={at} className={styles.field}>
        {stepFields.find(({ field }) => field === piece.field)?.says ?? piece.text}
      </mark>
    ),
  )
