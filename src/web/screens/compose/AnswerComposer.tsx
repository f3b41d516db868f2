import { type ReactNode, useState } from 'react'
import { exactText } from '../../../design/dates.ts'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useReader } from '../../../design/reader.ts'
import { call, type OutputOf, type Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './compose.module.css'
import { MailComposer } from './MailComposer.tsx'
import { useDraft } from './use-draft.ts'
import { usePreview } from './use-preview.ts'

type Thread = OutputOf<Queries, 'messaging.thread'>

/** Answers one conversation, wherever it is shown; the answer can be taken back for ten seconds. */
export const AnswerComposer = ({
  threadId,
  jobTitle,
  beside,
  onSent,
}: {
  readonly threadId: string
  readonly jobTitle?: string | null
  /** What stands beside the way to send. */
  readonly beside?: ReactNode
  readonly onSent?: () => void
}) => {
  const { data: thread, error } = useAsk('messaging.thread', { id: threadId }, { placeholderData: undefined })
  if (error) return <Refused>{error.message}</Refused>
  if (thread?.id !== threadId) return <RowSkeletons rows={2} />
  return (
    <Answer
      // Sent, it begins anew: its time to leave is not the next answer's.
      key={threadId}
      thread={thread}
      known={jobTitle ? { 'job.title': jobTitle } : {}}
      beside={beside}
      onSent={onSent}
    />
  )
}

const Answer = ({
  thread,
  known,
  beside,
  onSent,
}: {
  readonly thread: Thread
  readonly known: Readonly<Record<string, string>>
  readonly beside: ReactNode
  readonly onSent: (() => void) | undefined
}) => {
  const draft = useDraft(`answer.${thread.id}`, known)
  const [round, setRound] = useState(0)
  const reader = useReader()
  const { candidateId, applicationId, jobId, answer } = thread
  const [preview] = usePreview(
    { candidateIds: candidateId ? [candidateId] : [], purpose: 'process', applicationId, jobId },
    draft,
    draft.merges && candidateId !== null,
  )
  const { restore } = draft
  const send = useCall('messaging.answerThread', {
    freshens: [
      'messaging.inbox',
      'messaging.thread',
      'views.home',
      'views.sideBarCounts',
      'views.timeline',
      'views.candidate',
    ],
    done: (sent, input) => {
      if (!sent.ok) return
      draft.clear()
      setRound(round + 1)
      offerUndo({
        says: `Answer to ${thread.name}`,
        follows: input.sendAfter
          ? `Leaves ${exactText(new Date(input.sendAfter), reader)}`
          : 'Leaves in 10 seconds',
        undo: async () => {
          const back = await call('messaging.cancelMails', { messageIds: [sent.value.messageId] })
          if (back.ok) restore()
          else showRefusal(back.refusal)
        },
      })
      onSent?.()
    },
  })
  const { verdict } = answer
  const isNoted = !verdict.allowed && verdict.override === 'with-note' && draft.override !== undefined
  return (
    <MailComposer
      key={round}
      label={`Answer to ${thread.name}`}
      head={
        <span className={styles.to}>
          <bdi>{thread.name}</bdi> <small>{answer.to.address}</small> <span>{answer.subject}</span>
        </span>
      }
      draft={draft}
      letters={[{ missing: [], unknown: [], ...(draft.merges ? preview : {}), verdict }]}
      of={1}
      purpose={candidateId ? 'process' : undefined}
      guard="An answer they wait for: allowed now"
      undoable="10 s to undo"
      beside={beside}
      sending={send.running}
      refused={send.refusal?.says}
      onSend={(sendAfter) =>
        void send.run({
          threadId: thread.id,
          ...draft.sent,
          ...(sendAfter ? { sendAfter } : {}),
          ...(isNoted ? { override: draft.override } : {}),
        })
      }
    />
  )
}
