import { Button } from '@mantine/core'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { AnswerComposer } from '../compose/AnswerComposer.tsx'
import { Mails } from '../compose/Mails.tsx'
import styles from './words.module.css'

/** One conversation on the person's line, answered in place; the guard's word stands before the button. */
export const MailThread = ({
  threadId,
  onClose,
}: {
  readonly threadId: string
  readonly onClose: () => void
}) => {
  const { data: thread, error } = useAsk('messaging.thread', { id: threadId })
  const mayWrite = useMay('messaging.write')
  if (error) return <Refused>{error.refusal.says}</Refused>
  if (!thread) return <RowSkeletons rows={2} />
  return (
    <div className={styles.mailbox}>
      <Mails thread={thread} />
      {mayWrite ? (
        <AnswerComposer
          threadId={threadId}
          beside={
            <Button variant="subtle" onClick={onClose}>
              Close
            </Button>
          }
        />
      ) : (
        <Button onClick={onClose}>Close</Button>
      )}
    </div>
  )
}
