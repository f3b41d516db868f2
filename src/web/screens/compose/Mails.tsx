import { Button } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { LinkedNote } from './LinkedNote.tsx'
import { mailKindWords, mailStateWords } from './mail-words.ts'
import styles from './mails.module.css'
import { SafeHtml } from './SafeHtml.tsx'

type Conversation = OutputOf<Queries, 'messaging.thread'>

/** The mails of a conversation, oldest first; all but the last few are folded. */
export const Mails = ({ thread }: { readonly thread: Conversation }) => (
  <>
    <LinkedNote thread={thread} />
    <ol className={styles.mails}>
      {thread.messages.map((mail, at) => (
        <Mail key={mail.id} mail={mail} thread={thread} opened={at >= thread.messages.length - opened} />
      ))}
    </ol>
  </>
)

const opened = 3

/** One mail: what it says first, what it quotes folded, its original look on demand. */
const Mail = ({
  mail,
  thread,
  opened,
}: {
  readonly mail: Conversation['messages'][number]
  readonly thread: Conversation
  readonly opened: boolean
}) => {
  const me = useMe()
  const mayWrite = useMay('messaging.write')
  const [asHtml, setAsHtml] = useState(false)
  const freshens = ['messaging.inbox', 'messaging.thread', 'views.timeline'] as const
  const sendNow = useCall('messaging.sendNow', { freshens })
  const cancel = useCall('messaging.cancelMails', { freshens })
  const isIn = mail.direction === 'in'
  const name = mail.fromName || mail.fromAddress
  const kind = mailKindWords[mail.kind ?? '']
  const state = mailStateWords[mail.state]
  const waits = mail.state === 'waiting'
  const refusal = sendNow.refusal ?? cancel.refusal
  return (
    <li className={styles.mail} data-out={!isIn || undefined}>
      <details open={opened}>
        <summary>
          <Face
            id={isIn ? (thread.candidateId ?? thread.id) : (mail.senderId ?? 'us')}
            name={name}
            size="s"
          />
          <b>{!isIn && mail.senderId === me?.user.id ? 'You' : <Name>{name}</Name>}</b>
          {mail.automated && <Chip>Sent by a rule</Chip>}
          {kind && <Chip>{kind}</Chip>}
          {state && <Chip>{state}</Chip>}
          <DateText at={mail.sentAt ?? mail.at} />
        </summary>
        {asHtml && mail.html ? (
          <SafeHtml html={mail.html} title={`Mail from ${name}`} />
        ) : (
          <p className={styles.text}>{mail.text}</p>
        )}
        {mail.folded && !asHtml && (
          <details className={styles.folded}>
            <summary>What they quoted</summary>
            <p>{mail.folded}</p>
          </details>
        )}
        {mail.lastError && <p className={styles.error}>{mail.lastError}</p>}
        {mail.admission && !mail.admission.allowed && <p className={styles.error}>{mail.admission.says}</p>}
        {mail.admission?.overridden && (
          <p className={styles.quiet}>Written in spite of the guard: {mail.admission.overridden.note}</p>
        )}
        {(mail.attachments.length > 0 || mail.html || waits) && (
          <div className={styles.under}>
            {mail.attachments.map((file) =>
              file.fileId ? (
                <a key={file.id} className="said-link" href={`/files/${file.fileId}`}>
                  {file.name}
                </a>
              ) : (
                <span key={file.id}>{file.name}</span>
              ),
            )}
            {mail.html && (
              <Button variant="subtle" onClick={() => setAsHtml(!asHtml)}>
                {asHtml ? 'As text' : 'As it was sent'}
              </Button>
            )}
            {waits && mail.sendAfter && (
              <span className={styles.quiet}>
                Leaves <DateText at={mail.sendAfter} as="exact" />
              </span>
            )}
            {waits && mayWrite && (
              <>
                <Button loading={sendNow.running} onClick={() => void sendNow.run({ messageIds: [mail.id] })}>
                  Send now
                </Button>
                <Button
                  data-destructive
                  loading={cancel.running}
                  onClick={() => void cancel.run({ messageIds: [mail.id] })}
                >
                  Cancel
                </Button>
              </>
            )}
          </div>
        )}
        {refusal && <Refused>{refusal.says}</Refused>}
      </details>
    </li>
  )
}
