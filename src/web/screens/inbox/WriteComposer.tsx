import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './inbox.module.css'
import { fieldWords, MergedText, MissingFields } from './MergedText.tsx'
import { SendLater } from './SendLater.tsx'
import { TemplateMenu } from './TemplateMenu.tsx'
import { type Reader, useDraft } from './use-draft.ts'

/** Begins a conversation with one person about their application; the mail waits and can be taken back. */
export const WriteComposer = ({
  reader,
  onSent,
}: {
  readonly reader: Reader & { readonly candidateId: string; readonly name: string }
  readonly onSent?: () => void
}) => {
  const draft = useDraft(reader)
  const [subject, setSubject] = useState(reader.jobTitle ?? '')
  const about = {
    candidateIds: [reader.candidateId],
    purpose: 'process' as const,
    ...(reader.applicationId ? { applicationId: reader.applicationId } : {}),
    ...(reader.jobId ? { jobId: reader.jobId } : {}),
  }
  const guard = useAsk('messaging.previewMail', { ...about, subject: 'Re', text: '…' }).data?.mails[0]
    ?.verdict
  const send = useCall('messaging.writeToCandidates', {
    freshens: ['messaging.inbox', 'views.home', 'views.sideBarCounts', 'views.timeline'],
    done: (answer) => {
      const mail = answer.ok ? answer.value.mails[0] : undefined
      if (mail?.state !== 'waiting') return
      offerUndo({
        says: `Mail to ${reader.name}`,
        follows: mail.sendAfter
          ? `Leaves ${new Date(mail.sendAfter).toLocaleTimeString([], { timeStyle: 'short' })}`
          : 'It waits',
        undo: async () => {
          const back = await call('messaging.cancelMails', { messageIds: [mail.messageId] })
          if (!back.ok) showRefusal(back.refusal)
        },
      })
      draft.clear()
      onSent?.()
    },
  })
  const [blockedNow, setBlocked] = useState<string>()
  const missing = draft.preview ? [...draft.preview.missing, ...draft.preview.unknown] : []
  const blocked =
    missing.length > 0
      ? `Missing: ${missing.map(fieldWords).join(', ')}`
      : guard && !guard.allowed
        ? guard.says
        : subject.trim() === ''
          ? 'A subject is needed'
          : undefined
  const go = async (sendAfter?: string) => {
    if (draft.text.trim() === '') return
    const answer = await send.run({ ...about, ...draft.sent, subject, ...(sendAfter ? { sendAfter } : {}) })
    const mail = answer.ok ? answer.value.mails[0] : undefined
    setBlocked(mail?.state === 'blocked' ? mail.says : undefined)
  }
  return (
    <div className={styles.answer} data-answer>
      <Composer
        label={`Mail to ${reader.name}`}
        text={draft.text}
        onText={draft.setText}
        head={
          <TextInput
            variant="unstyled"
            aria-label="Subject"
            placeholder="Subject"
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
        }
        tools={
          <TemplateMenu
            onChoose={(one) => {
              draft.setTemplate(one.key)
              draft.setText(one.body)
            }}
          />
        }
        preview={
          <>
            {draft.preview?.spans && <MergedText pieces={draft.preview.spans.body} />}
            {missing.length > 0 && (
              <MissingFields
                names={draft.preview?.missing ?? []}
                values={draft.fields}
                onValue={draft.setField}
              />
            )}
          </>
        }
        guard={guard?.allowed ? 'About their application: allowed now' : undefined}
        blocked={blocked}
        undoable="Waits, can be undone"
        later={<SendLater disabled={!!blocked || draft.text.trim() === ''} onSend={(at) => void go(at)} />}
        sending={send.running}
        onSend={() => void go()}
      />
      {(send.refusal || blockedNow) && <Refused>{blockedNow ?? send.refusal?.says}</Refused>}
    </div>
  )
}
