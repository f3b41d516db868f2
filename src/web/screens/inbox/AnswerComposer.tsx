import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './inbox.module.css'
import { fieldWords, MergedText, MissingFields } from './MergedText.tsx'
import { SendLater } from './SendLater.tsx'
import { TemplateMenu } from './TemplateMenu.tsx'
import { type Reader, useDraft } from './use-draft.ts'

/** Answers one conversation, wherever it is shown; the answer can be taken back for ten seconds. */
export const AnswerComposer = ({
  threadId,
  jobTitle,
  onSent,
}: {
  readonly threadId: string
  readonly jobTitle?: string | null
  readonly onSent?: () => void
}) => {
  const { data: thread, error } = useAsk('messaging.thread', { id: threadId }, { placeholderData: undefined })
  if (error) return <Refused>{error.message}</Refused>
  if (thread?.id !== threadId) return <RowSkeletons rows={2} />
  return <Answer key={threadId} thread={{ ...thread, jobTitle: jobTitle ?? null }} onSent={onSent} />
}

type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly says: string; readonly override: 'never' | 'with-note' }

const Answer = ({
  thread,
  onSent,
}: {
  readonly thread: Reader & {
    readonly id: string
    readonly name: string
    readonly answer: {
      readonly to: { readonly address: string }
      readonly subject: string
      readonly verdict: Verdict
    }
  }
  readonly onSent: (() => void) | undefined
}) => {
  const draft = useDraft(thread)
  const [note, setNote] = useState('')
  const mayOverride = useMay('messaging.override')
  const send = useCall('messaging.answerThread', {
    freshens: ['messaging.inbox', 'messaging.thread', 'views.home', 'views.sideBarCounts', 'views.timeline'],
    done: (answer, input) => {
      if (!answer.ok) return
      draft.clear()
      setNote('')
      offerUndo({
        says: `Answer to ${thread.name}`,
        follows: input.sendAfter
          ? `Leaves ${new Date(input.sendAfter).toLocaleString()}`
          : 'Leaves in 10 seconds',
        undo: async () => {
          const back = await call('messaging.cancelMails', { messageIds: [answer.value.messageId] })
          if (back.ok) draft.setText(input.text ?? '')
          else showRefusal(back.refusal)
        },
      })
      onSent?.()
    },
  })
  const missing = draft.preview ? [...draft.preview.missing, ...draft.preview.unknown] : []
  const { verdict } = thread.answer
  const canSetAside = !verdict.allowed && verdict.override === 'with-note' && mayOverride
  const blocked =
    missing.length > 0
      ? `Missing: ${missing.map(fieldWords).join(', ')}`
      : !verdict.allowed && !(canSetAside && note.trim().length >= 3)
        ? verdict.says
        : undefined
  const go = (sendAfter?: string) => {
    if (draft.text.trim() === '' && !draft.template) return
    void send.run({
      threadId: thread.id,
      ...draft.sent,
      ...(sendAfter ? { sendAfter } : {}),
      ...(canSetAside ? { override: { note } } : {}),
    })
  }
  return (
    <div className={styles.answer} data-answer>
      <Composer
        label={`Answer to ${thread.name}`}
        text={draft.text}
        onText={draft.setText}
        head={
          <span className={styles.to}>
            <bdi>{thread.name}</bdi> <small>{thread.answer.to.address}</small>{' '}
            <span>{thread.answer.subject}</span>
          </span>
        }
        tools={
          thread.candidateId && (
            <TemplateMenu
              onChoose={(one) => {
                draft.setTemplate(one.key)
                draft.setText(one.body)
              }}
            />
          )
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
            {canSetAside && (
              <TextInput
                label={`${verdict.says} Why write all the same? The note is kept.`}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            )}
          </>
        }
        guard="An answer they wait for: allowed now"
        blocked={blocked}
        undoable="10 s to undo"
        later={<SendLater disabled={!!blocked || draft.text.trim() === ''} onSend={go} />}
        sending={send.running}
        onSend={() => go()}
      />
      {send.refusal && <Refused>{send.refusal.says}</Refused>}
    </div>
  )
}
