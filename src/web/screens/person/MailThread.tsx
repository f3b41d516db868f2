import { Button } from '@mantine/core'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face } from '../../../design/parts/Face.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { AnswerComposer } from '../compose/AnswerComposer.tsx'
import { mailStateWords } from './mail-words.ts'
import styles from './person.module.css'

type Conversation = OutputOf<Queries, 'messaging.thread'>

/** One conversation with its mails, answered in place; the guard's word stands before the button. */
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
      {thread.messages.map((message, at) => (
        <Message
          key={message.id}
          message={message}
          thread={thread}
          opened={at >= thread.messages.length - 2}
        />
      ))}
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

const Message = ({
  message,
  thread,
  opened,
}: {
  readonly message: Conversation['messages'][number]
  readonly thread: Conversation
  readonly opened: boolean
}) => {
  const me = useMe()
  const cancel = useCall('messaging.cancelMails', { freshens: ['messaging.thread', 'views.timeline'] })
  const isIn = message.direction === 'in'
  const name = isIn ? thread.name : message.senderId === me?.user.id ? 'You' : (message.fromName ?? 'We')
  return (
    <details className={styles.message} open={opened}>
      <summary>
        <Face
          id={isIn ? (thread.candidateId ?? thread.id) : (message.senderId ?? 'us')}
          name={isIn ? thread.name : (message.fromName ?? name)}
          size="s"
        />
        <b>
          <bdi>{name}</bdi>
        </b>
        {mailStateWords[message.state] && <Chip>{mailStateWords[message.state]}</Chip>}
        <DateText at={message.state === 'waiting' && message.sendAfter ? message.sendAfter : message.at} />
      </summary>
      <p>{message.text}</p>
      {message.folded && (
        <details className={styles.folded}>
          <summary>What was quoted</summary>
          <p>{message.folded}</p>
        </details>
      )}
      {message.lastError && <small>{message.lastError}</small>}
      {message.attachments.map((file) =>
        file.fileId ? (
          <a key={file.id} href={`/files/${file.fileId}`} download={file.name}>
            {file.name}
          </a>
        ) : (
          <span key={file.id}>{file.name}</span>
        ),
      )}
      {message.state === 'waiting' && (
        <Button
          variant="subtle"
          loading={cancel.running}
          onClick={() => void cancel.run({ messageIds: [message.id] })}
        >
          Do not send
        </Button>
      )}
      {cancel.refusal && <Refused>{cancel.refusal.says}</Refused>}
    </details>
  )
}
