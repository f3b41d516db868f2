import { Button } from '@mantine/core'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import styles from './mails.module.css'
import { useLink } from './use-link.ts'

/** Says that a colleague said whose this stranger's conversation is, and takes it back. */
export const LinkedNote = ({ thread }: { readonly thread: OutputOf<Queries, 'messaging.thread'> }) => {
  const mayWrite = useMay('messaging.write')
  const { takeBack, running } = useLink(thread)
  if (!thread.linkedAt || !mayWrite) return null
  return (
    <div className={styles.linked}>
      <p>
        Nobody had <bdi>{thread.fromAddress}</bdi>; a colleague said that it is {thread.name}’s.
      </p>
      <Button variant="subtle" loading={running} onClick={() => void takeBack(thread.name)}>
        Not this person’s mail
      </Button>
    </div>
  )
}
