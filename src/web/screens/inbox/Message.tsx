import { Button } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Name } from '../../../design/parts/Face.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './inbox.module.css'
import { SafeHtml } from './SafeHtml.tsx'

type Mail = OutputOf<Queries, 'messaging.thread'>['messages'][number]

/** One mail: what it says first, what it quotes folded, its original look on demand. */
export const Message = ({
  message,
  mayWrite,
  onSendNow,
  onCancel,
}: {
  readonly message: Mail
  readonly mayWrite: boolean
  readonly onSendNow: (id: string) => void
  readonly onCancel: (id: string) => void
}) => {
  const [asHtml, setAsHtml] = useState(false)
  const waits = message.state === 'waiting'
  return (
    <li className={styles.message} data-out={message.direction === 'out' || undefined}>
      <div className={styles.from}>
        <b>
          <Name>{message.fromName || message.fromAddress}</Name>
        </b>
        {message.automated && <Chip>Sent by a rule</Chip>}
        {kinds[message.kind ?? ''] && <Chip>{kinds[message.kind ?? '']}</Chip>}
        {states[message.state] && <Chip>{states[message.state]}</Chip>}
        <DateText at={message.sentAt ?? message.at} />
      </div>
      {asHtml && message.html ? (
        <SafeHtml html={message.html} title={`Mail from ${message.fromName ?? message.fromAddress}`} />
      ) : (
        <p className={styles.text}>{message.text}</p>
      )}
      {message.folded && !asHtml && (
        <details className={styles.folded}>
          <summary>What they quoted</summary>
          <p>{message.folded}</p>
        </details>
      )}
      {message.lastError && <p className={styles.error}>{message.lastError}</p>}
      {message.admission && !message.admission.allowed && (
        <p className={styles.error}>{message.admission.says}</p>
      )}
      {message.admission?.overridden && (
        <p className={styles.quiet}>Written in spite of the guard: {message.admission.overridden.note}</p>
      )}
      {(message.attachments.length > 0 || message.html || (waits && mayWrite)) && (
        <div className={styles.under}>
          {message.attachments.map((file) =>
            file.fileId ? (
              <a key={file.id} className="said-link" href={`/files/${file.fileId}`}>
                {file.name}
              </a>
            ) : (
              <span key={file.id}>{file.name}</span>
            ),
          )}
          {message.html && (
            <Button variant="subtle" onClick={() => setAsHtml(!asHtml)}>
              {asHtml ? 'As text' : 'As it was sent'}
            </Button>
          )}
          {waits && message.sendAfter && (
            <span className={styles.quiet}>
              Leaves <DateText at={message.sendAfter} as="exact" />
            </span>
          )}
          {waits && mayWrite && (
            <>
              <Button onClick={() => onSendNow(message.id)}>Send now</Button>
              <Button data-destructive onClick={() => onCancel(message.id)}>
                Cancel
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

const states: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  sending: 'On its way',
  blocked: 'Held back',
  failed: 'Not sent',
  cancelled: 'Cancelled',
}
const kinds: Readonly<Record<string, string>> = {
  'auto-reply': 'Automatic reply',
  bounce: 'Came back',
  complaint: 'Complaint',
  'invitation-answer': 'Answer to an invitation',
}
