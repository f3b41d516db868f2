import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { useMay } from '../../frame/me.ts'
import { mailStateWords } from '../compose/mail-words.ts'
import { MailThread } from './MailThread.tsx'
import type { Entry } from './use-timeline.ts'
import styles from './words.module.css'

/** A mail on the thread: who wrote and the beginning of it; opened, the whole conversation, answered in place. */
export const MailEntry = ({
  entry,
  quiet,
  isNewest,
}: {
  readonly entry: Entry
  readonly quiet: boolean
  /** The newest mail of its conversation: where it is answered. */
  readonly isNewest: boolean
}) => {
  const mayWrite = useMay('messaging.write')
  const [opened, setOpened] = useState(false)
  if (opened && entry.subjectId)
    return <MailThread threadId={entry.subjectId} onClose={() => setOpened(false)} />
  const says = (
    <>
      <small>
        {entry.says}
        {entry.state && mailStateWords[entry.state] && <Chip>{mailStateWords[entry.state]}</Chip>}
      </small>
      {entry.text && <p>{entry.text}</p>}
    </>
  )
  if (quiet)
    return (
      <div className={styles.mail} data-quiet>
        {says}
      </div>
    )
  return (
    <div className={styles.mail} data-quiet>
      <UnstyledButton className={styles.mailOpen} aria-expanded={false} onClick={() => setOpened(true)}>
        {says}
      </UnstyledButton>
      {mayWrite && isNewest && entry.name === 'in' && (
        <Button variant="default" onClick={() => setOpened(true)}>
          Answer
        </Button>
      )}
    </div>
  )
}
