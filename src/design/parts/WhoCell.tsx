import type { ReactNode } from 'react'
import styles from './text.module.css'

/** A person in a row: face, name as written, what they do. */
export const WhoCell = ({
  face,
  name,
  under,
}: {
  readonly face: ReactNode
  readonly name: ReactNode
  readonly under?: ReactNode
}) => (
  <div className={styles.who}>
    {face}
    <div>
      <div className={styles.whoName}>{name}</div>
      {under && <div className={styles.whoUnder}>{under}</div>}
    </div>
  </div>
)

/** The head of a person's page or panel: a large face, the name at 20 px, the headline. */
export const WhoHead = ({
  face,
  name,
  under,
}: {
  readonly face: ReactNode
  readonly name: ReactNode
  readonly under?: ReactNode
}) => (
  <div className={styles.who} style={{ gap: 12 }}>
    {face}
    <div>
      <div className={styles.big}>{name}</div>
      {under && <div style={{ color: 'var(--text-2)' }}>{under}</div>}
    </div>
  </div>
)
