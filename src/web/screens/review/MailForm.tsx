import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../jobs/show-refusal.ts'
import styles from './above.module.css'
import type { ReviewItem } from './use-review.ts'

/** A mail about this application; the guard speaks before it goes. */
export const MailForm = ({ item, onClose }: { readonly item: ReviewItem; readonly onClose: () => void }) => {
  const [subject, setSubject] = useState(`Your application: ${item.jobTitle}`)
  const [text, setText] = useState('')
  const mail = {
    candidateIds: [item.candidateId],
    applicationId: item.applicationId,
    jobId: item.jobId,
    purpose: 'process' as const,
    subject,
    text,
  }
  const [settled] = useDebouncedValue(mail, 400)
  const preview = useAsk('messaging.previewMail', settled, { enabled: settled.text.trim() !== '' })
  const write = useCall('messaging.writeToCandidates')
  const first = preview.data?.mails[0]
  const blocked =
    text.trim() === ''
      ? 'Write the mail first'
      : first && !first.verdict.allowed
        ? first.verdict.says
        : first && first.missing.length > 0
          ? `Missing: ${first.missing.join(', ')}`
          : undefined
  const send = async () => {
    const answer = await write.run(mail)
    if (!answer.ok) return
    onClose()
    const sent = answer.value.mails[0]
    offerUndo({
      says: `Mail to ${item.name} waits`,
      ...(sent?.says ? { follows: sent.says } : {}),
      undo: async () => {
        const back = await call('messaging.cancelMails', { messageIds: [sent!.messageId] })
        if (!back.ok) showRefusal(back.refusal)
      },
    })
  }
  return (
    <section className={styles.above} aria-label="Mail">
      <Composer
        label={`Mail to ${item.name}`}
        text={text}
        onText={setText}
        head={
          <TextInput
            aria-label="Subject"
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            maxLength={300}
          />
        }
        blocked={blocked}
        guard="About their application, allowed now"
        undoable="Can be taken back while it waits"
        later={
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        }
        sending={write.running}
        onSend={() => void send()}
      />
      {write.refusal && <Refused>{write.refusal.says}</Refused>}
    </section>
  )
}
