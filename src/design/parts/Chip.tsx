import type { ReactNode } from 'react'
import styles from './text.module.css'

export type Tone = 'crm' | 'ats' | 'good' | 'bad'

/** A quiet word in a box; a tone only where the colour means something. At most three in a row. */
export const Chip = ({
  tone,
  icon,
  children,
}: {
  readonly tone?: Tone | 'ink'
  readonly icon?: ReactNode
  readonly children: ReactNode
}) => (
  <span className={styles.chip} data-tone={tone}>
    {icon}
    {children}
  </span>
)

/** A state in words with its dot: the hue is the half it belongs to, filled means something is in motion. */
export const State = ({
  tone,
  inMotion = false,
  children,
}: {
  readonly tone: Tone
  readonly inMotion?: boolean
  readonly children: ReactNode
}) => (
  <span className={styles.state}>
    <Dot tone={tone} filled={inMotion} />
    {children}
  </span>
)

/** The bare dot; never alone, a word stands next to it. */
export const Dot = ({
  tone,
  filled = false,
}: {
  readonly tone: Tone | 'text' | 'quiet'
  readonly filled?: boolean
}) => <span className={styles.dot} data-tone={tone} data-filled={filled || undefined} aria-hidden="true" />
