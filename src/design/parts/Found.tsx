import { Fragment } from 'react'
import { markedParts } from '../found.ts'

/** Text with the found words marked: by ranges the server gave, or by the words that were typed. */
export const Found = ({
  text,
  words,
  ranges,
}: {
  readonly text: string
  readonly words?: readonly string[]
  readonly ranges?: readonly (readonly [start: number, end: number])[]
}) => (
  <>
    {markedParts(text, { words, ranges }).map((part) =>
      part.found ? <mark key={part.at}>{part.text}</mark> : <Fragment key={part.at}>{part.text}</Fragment>,
    )}
  </>
)
