import { useEffect } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { AnswerComposer } from '../compose/AnswerComposer.tsx'
import { Mails } from '../compose/Mails.tsx'
import styles from './inbox.module.css'
import { LinkToPerson } from './LinkToPerson.tsx'
import { ThreadHead } from './ThreadHead.tsx'

/** One conversation: what was said, oldest first, and the answer under it. */
export const ThreadView = ({
  id,
  onBack,
  onDone,
}: {
  readonly id: string
  readonly onBack: () => void
  /** Closed or answered: on to the next one. */
  readonly onDone: () => void
}) => {
  const me = useMe()
  const mayWrite = useMay('messaging.write')
  const { data: thread, error } = useAsk('messaging.thread', { id }, { placeholderData: undefined })
  const freshens = ['messaging.inbox', 'messaging.thread', 'views.home', 'views.sideBarCounts'] as const
  const read = useCall('messaging.markThreadRead', { freshens })
  const assign = useCall('messaging.assignThread', {
    freshens,
    done: (answer) => !answer.ok && showRefusal(answer.refusal),
  })
  const reopen = useCall('messaging.reopenThread', { freshens })
  const close = useCall('messaging.closeThread', {
    freshens,
    done: (answer) => {
      if (!answer.ok) return showRefusal(answer.refusal)
      offerUndo({
        says: `Closed the conversation with ${thread?.name ?? 'them'}`,
        undo: () => reopen.run({ threadIds: [id] }),
      })
      onDone()
    },
  })
  const isUnread = thread?.isUnread === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening.
  useEffect(() => {
    if (isUnread) void read.run({ threadId: id })
  }, [isUnread, id])
  const toAnswer = () =>
    document.querySelector<HTMLTextAreaElement>(`.${styles.view} [data-answer] textarea`)?.focus()
  const assignTo = (userId: string | null) => void assign.run({ threadIds: [id], userId })
  useShortcuts(
    {
      e: mayWrite ? { label: 'Answer', run: toAnswer } : undefined,
      a: mayWrite && me ? { label: 'Take it', run: () => assignTo(me.user.id) } : undefined,
      '#':
        mayWrite && !thread?.isClosed
          ? { label: 'Close', run: () => void close.run({ threadIds: [id] }) }
          : undefined,
      Escape: { label: 'Back to the list', run: onBack },
    },
    { title: 'Conversation' },
  )
  if (error && !thread)
    return (
      <section className={styles.view}>
        <ErrorState
          happened={error.message}
          safe="Nothing was changed."
          todo="Choose another conversation."
        />
      </section>
    )
  if (!thread)
    return (
      <section className={styles.view}>
        <RowSkeletons rows={4} />
      </section>
    )
  return (
    <section className={styles.view} aria-label={`Conversation with ${thread.name}`}>
      <ThreadHead
        thread={thread}
        mayWrite={mayWrite}
        onBack={onBack}
        onAssign={assignTo}
        onClose={() => void close.run({ threadIds: [id] })}
        onReopen={() => void reopen.run({ threadIds: [id] })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={styles.messages} tabIndex={0} role="presentation">
        {thread.candidateId === null && mayWrite && <LinkToPerson thread={thread} />}
        <Mails thread={thread} />
        {mayWrite && <AnswerComposer threadId={id} />}
      </div>
    </section>
  )
}
