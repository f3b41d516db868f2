import { ActionIcon } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { useState } from 'react'
import styles from './compose.module.css'
import { type Letter, whyNot } from './letters.ts'
import { MergedText } from './MergedText.tsx'

/** What each reader gets, one at a time, with what was merged in marked; and who gets nothing, by reason. */
export const MailPreview = ({
  letters,
  of,
  hasNote,
  merges,
}: {
  readonly letters: readonly Letter[]
  readonly of: number
  readonly hasNote: boolean
  /** Only then does each read something of their own. */
  readonly merges: boolean
}) => {
  const [at, setAt] = useState(0)
  const letter = letters[Math.min(at, letters.length - 1)]!
  const stopped = Map.groupBy(
    letters.filter((one) => whyNot(one, hasNote) !== undefined),
    (one) => whyNot(one, hasNote)!,
  )
  return (
    <div className={styles.preview}>
      {of > 1 && (
        <div className={styles.previewHead}>
          <span>
            To {letter.to?.name ?? 'them'}
            {letter.to && `, ${letter.to.address}`}
          </span>
          <span className={styles.walk}>
            <ActionIcon aria-label="The one before" disabled={at === 0} onClick={() => setAt(at - 1)}>
              <IconChevronLeft />
            </ActionIcon>
            {at + 1} of {of}
            <ActionIcon
              aria-label="The next one"
              disabled={at >= letters.length - 1}
              onClick={() => setAt(at + 1)}
            >
              <IconChevronRight />
            </ActionIcon>
          </span>
        </div>
      )}
      {of > 1 && whyNot(letter, hasNote) && <p>Gets nothing: {whyNot(letter, hasNote)}</p>}
      {merges && letter.spans && <MergedText pieces={letter.spans.body} />}
      {of > 1 && stopped.size > 0 && (
        <ul>
          {[...stopped].map(([why, who]) => (
            <li key={why}>
              {who.length} will not get it: {why}
            </li>
          ))}
        </ul>
      )}
      {of > letters.length && (
        <small>
          The guard was asked for the first {letters.length}; it is asked for each when they are sent.
        </small>
      )}
    </div>
  )
}
