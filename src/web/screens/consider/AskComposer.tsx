import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { exactText } from '../../../design/dates.ts'
import { ErrorState } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useReader } from '../../../design/reader.ts'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from '../compose/compose.module.css'
import { MailComposer } from '../compose/MailComposer.tsx'
import { useDraft } from '../compose/use-draft.ts'
import { usePreview } from '../compose/use-preview.ts'
import { skippedSays, touchedByLeads } from './use-consider.ts'

/** The mail that asks people to apply for a job: the one composer, with the job's own fields filled. */
export const AskComposer = ({
  ids,
  name,
  job,
  onSent,
}: {
  readonly ids: readonly string[]
  readonly name: string
  readonly job: { readonly id: string; readonly title: string }
  readonly onSent: () => void
}) => {
  const page = useAsk('ats.job', { jobId: job.id as never })
  const live = page.data?.postings.find(({ state }) => state === 'live')
  const draft = useDraft(`ask.${job.id}`, {
    'job.title': job.title,
    'job.team': page.data?.department ?? '',
    'job.link': live ? `${location.origin}/careers/jobs/${live.slug}` : '',
  })
  const templates = useAsk('messaging.templates', {}, { staleTime: 300_000 }).data?.templates
  const usual = templates?.find(({ key, language }) => key === 'ask-to-apply' && language === 'en')
  const isBare = draft.isEmpty && !draft.template
  const { change } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: the usual letter stands there once, then it is the writer's.
  useEffect(() => {
    if (usual && isBare)
      change({
        template: { key: usual.key, body: usual.body, subject: usual.subject },
        text: usual.body,
        subject: usual.subject,
      })
  }, [usual?.key])
  const letters = usePreview(
    { candidateIds: ids, purpose: 'outreach', jobId: job.id },
    draft,
    live !== undefined,
  )
  const reader = useReader()
  const [blockedNow, setBlocked] = useState<string>()
  const ask = useCall('handover.askToApply', {
    freshens: [...touchedByLeads, 'messaging.inbox', 'views.sideBarCounts'],
    done: (answer) => {
      if (!answer.ok) return
      const { mails, considered, skipped } = answer.value
      const waiting = mails.filter(({ state }) => state === 'waiting')
      const held = mails.length - waiting.length
      if (waiting.length === 0)
        return setBlocked(
          mails[0]?.says ??
            (skipped.length > 0 ? `Nobody was asked. ${skippedSays(skipped)}.` : 'Nobody was asked.'),
        )
      const { restore } = draft
      draft.clear()
      offerUndo({
        says: `${waiting.length === 1 && ids.length === 1 ? name : `${waiting.length} people`} asked to apply${held > 0 ? `, ${held} held back` : ''}`,
        follows:
          skipped.length > 0
            ? skippedSays(skipped)
            : waiting[0]!.sendAfter
              ? `Leaves ${exactText(new Date(waiting[0]!.sendAfter), reader)}`
              : 'The mail waits and can be stopped',
        undo: async () => {
          const stopped = await call('messaging.cancelMails', {
            messageIds: waiting.map(({ messageId }) => messageId),
          })
          if (!stopped.ok) return showRefusal(stopped.refusal)
          restore()
          if (considered.length > 0)
            await call('handover.dropLeads', {
              leadIds: considered.map(({ leadId }) => leadId),
              because: 'undone',
            })
        },
      })
      onSent()
    },
  })
  if (page.data && !live)
    return (
      <ErrorState
        happened="Nobody can apply for this job yet"
        safe="Nobody was asked."
        todo="Publish its posting first; the mail leads there."
      />
    )
  return (
    <MailComposer
      label={`Mail to ${name}`}
      head={
        <TextInput
          variant="unstyled"
          className={styles.subject}
          aria-label="Subject"
          placeholder="Subject"
          value={draft.subject ?? ''}
          maxLength={300}
          onChange={(event) => draft.change({ subject: event.currentTarget.value })}
        />
      }
      draft={draft}
      letters={letters}
      of={ids.length}
      purpose={undefined}
      guard="Allowed now"
      blocked={
        draft.isEmpty
          ? 'Write the text'
          : (draft.subject ?? '').trim() === ''
            ? 'A subject is needed'
            : undefined
      }
      undoable="Waits, can be undone"
      sending={ask.running}
      refused={blockedNow ?? ask.refusal?.says}
      onSend={(sendAfter) =>
        void ask.run({
          jobId: job.id,
          candidateIds: [...ids],
          ...draft.sent,
          ...(sendAfter ? { sendAfter } : {}),
          ...(draft.override ? { override: draft.override } : {}),
        })
      }
    />
  )
}
