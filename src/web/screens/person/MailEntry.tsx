import { Chip } from '../../../design/parts/Chip.tsx'
import styles from './person.module.css'
import type { Entry } from './use-timeline.ts'

/** A mail on the thread: who wrote, the beginning of it, and what holds it where it has not left. */
export const MailEntry = ({
  entry,
  quiet,
}: {
  readonly entry: Entry
  readonly candidateId: string
  readonly quiet: boolean
}) => (
  <div className={styles.mail} data-quiet={quiet || undefined}>
    <small>
      {entry.says}
      {entry.state && states[entry.state] && <Chip>{states[entry.state]}</Chip>}
    </small>
    {entry.text && <p>{entry.text}</p>}
  </div>
)

const states: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  blocked: 'Held back',
  failed: 'Not sent',
  cancelled: 'Cancelled',
}
