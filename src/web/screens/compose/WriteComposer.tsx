import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { exactText } from '../../../design/dates.ts'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useReader } from '../../../design/reader.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './compose.module.css'
import { MailComposer } from './MailComposer.tsx'
import { useDraft } from './use-draft.ts'
import { type About, aboutOf, usePreview } from './use-preview.ts'

/** Begins a conversation with one or many; each sees their own text, each mail waits and can be taken back. */
export const WriteComposer = ({
  about,
  name,
  jobTitle,
  onSent,
}: {
  readonly about: About
  /** Whom: a name, or how many. */
  readonly name: string
  readonly jobTitle?: string | null | undefined
  readonly onSent?: () => void
}) => {
  const of = about.candidateIds.length
  const written = useDraft(
    `write.${of === 1 ? about.candidateIds[0] : 'many'}`,
    jobTitle ? { 'job.title': jobTitle } : {},
  )
  const draft = { ...written, subject: written.subject ?? jobTitle ?? '' }
  const sent = written.subject === undefined ? { ...draft.sent, subject: draft.subject } : draft.sent
  const reader = useReader()
  const letters = usePreview(about, draft, of > 0)
  const [blockedNow, setBlocked] = useState<string>()
  const { restore } = draft
  const write = useCall('messaging.writeToCandidates', {
    freshens: ['messaging.inbox', 'views.home', 'views.sideBarCounts', 'views.timeline', 'views.candidate'],
    done: (answer) => {
      if (!answer.ok) return
      const waiting = answer.value.mails.filter(({ state }) => state === 'waiting')
      const held = answer.value.mails.length - waiting.length
      const first = answer.value.mails[0]
      setBlocked(waiting.length > 0 ? undefined : (first?.says ?? 'Nobody can get it'))
      if (waiting.length === 0) return
      draft.clear()
      offerUndo({
        says: `${of === 1 ? `Mail to ${name}` : `${waiting.length} mails wait`}${held > 0 ? `, ${held} held back` : ''}`,
        follows:
          of === 1 && waiting[0]?.sendAfter
            ? `Leaves ${exactText(new Date(waiting[0].sendAfter), reader)}`
            : 'Each can be stopped on the person’s line until it leaves',
        undo: async () => {
          const back = await call('messaging.cancelMails', {
            messageIds: waiting.map(({ messageId }) => messageId),
          })
          if (back.ok) restore()
          else showRefusal(back.refusal)
        },
      })
      onSent?.()
    },
  })
  return (
    <MailComposer
      label={`Mail to ${name}`}
      head={
        <TextInput
          variant="unstyled"
          className={styles.subject}
          data-autofocus
          aria-label="Subject"
          placeholder="Subject"
          value={draft.subject}
          maxLength={300}
          onChange={(event) => draft.change({ subject: event.currentTarget.value })}
        />
      }
      draft={draft}
      letters={letters}
      of={of}
      purpose={about.purpose}
      guard={about.purpose === 'process' ? 'About their application: allowed now' : 'Allowed now'}
      blocked={
        draft.subject.trim() === ''
          ? 'A subject is needed'
          : draft.isEmpty
            ? 'Choose a template, or write the text'
            : undefined
      }
      undoable="Waits, can be undone"
      sending={write.running}
      refused={blockedNow ?? write.refusal?.says}
      onSend={(sendAfter) =>
        void write.run({
          ...aboutOf(about),
          ...sent,
          ...(sendAfter ? { sendAfter } : {}),
          ...(draft.override ? { override: draft.override } : {}),
        })
      }
    />
  )
}
