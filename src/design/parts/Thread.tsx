import type { ReactNode } from 'react'
import styles from './thread.module.css'

/** The throughline: everything between us and a person, newest first. */
export const Thread = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ol className={styles.thread} aria-label={label}>
    {children}
  </ol>
)

/** One entry on the thread. */
export const ThreadEntry = ({
  half,
  knot,
  promised,
  mark,
  title,
  aside,
  when,
  children,
}: {
  /** Which half it belongs to: before the application, or from it on. */
  readonly half: 'crm' | 'ats'
  /** Where the thread changes colour: the person applied, or came back after "not now". */
  readonly knot?: 'applied' | 'back'
  /** Promised, not yet happened: dashed. */
  readonly promised?: boolean
  /** An icon, or a dot: ringed at rest, filled in motion. */
  readonly mark: ReactNode | 'ringed' | 'filled'
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly when?: ReactNode
  /** What stands under it: a sentence, a mail thread, a composer. */
  readonly children?: ReactNode
}) => (
  <li data-half={half} data-knot={knot} data-promised={promised || undefined}>
    <span className={styles.mark} aria-hidden="true">
      {mark === 'ringed' || mark === 'filled' ? (
        <span className={mark === 'ringed' ? styles.ringed : styles.filled} />
      ) : (
        mark
      )}
    </span>
    <div className={styles.line}>
      <span className={styles.title}>{title}</span>
      {aside && <span className={styles.aside}>{aside}</span>}
      {when && <span className={styles.when}>{when}</span>}
    </div>
    {typeof children === 'string' ? <p className={styles.text}>{children}</p> : children}
  </li>
)
