import { Button } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Composer } from '../../../design/parts/Composer.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face } from '../../../design/parts/Face.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { LaterMenu } from './LaterMenu.tsx'
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
      {mayWrite ? <Answer thread={thread} onClose={onClose} /> : <Button onClick={onClose}>Close</Button>}
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

const Answer = ({ thread, onClose }: { readonly thread: Conversation; readonly onClose: () => void }) => {
  const [text, setText] = useState('')
  const [sendAfter, setSendAfter] = useState<string>()
  const answer = useCall('messaging.answerThread', {
    freshens: ['messaging.thread', 'views.timeline', 'views.candidate', 'messaging.inbox'],
  })
  const { verdict } = thread.answer
  const send = async () => {
    if (text.trim() === '') return
    const sent = await answer.run({ threadId: thread.id, text, ...(sendAfter ? { sendAfter } : {}) })
    if (!sent.ok) return
    const written = text
    setText('')
    offerUndo({
      says: `Mail to ${thread.name} ${sendAfter ? 'waits' : 'leaves in 10 seconds'}`,
      undo: async () => {
        const back = await call('messaging.cancelMails', { messageIds: [sent.value.messageId] })
        if (back.ok) setText(written)
        else showRefusal(back.refusal)
      },
    })
  }
  return (
    <>
      <Composer
        label={`Answer ${thread.name}`}
        text={text}
        onText={setText}
        guard={verdict.allowed ? 'Process mail, allowed now' : undefined}
        blocked={verdict.allowed ? undefined : verdict.says}
        undoable={sendAfter ? undefined : 'Can be undone for 10 s'}
        later={
          <>
            <Button variant="subtle" onClick={onClose}>
              Close
            </Button>
            <LaterMenu value={sendAfter} onChange={setSendAfter} />
          </>
        }
        sending={answer.running}
        onSend={() => void send()}
      />
      {answer.refusal && <Refused>{answer.refusal.says}</Refused>}
    </>
  )
}
