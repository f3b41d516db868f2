import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { people as peopleWords } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { LaterMenu } from './LaterMenu.tsx'
import { MailPreview } from './MailPreview.tsx'
import styles from './person.module.css'

type Purpose = 'process' | 'outreach'

/** Writes to one or many: each sees their own text; who will not get it and why stands before the button. */
export const WriteDialog = ({
  ids,
  name,
  purpose: usual = 'outreach',
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly purpose?: Purpose
  /** Whom, where it is one. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const reached = ids.slice(0, mostAtOnce)
  const [purpose, setPurpose] = useState<Purpose>(usual)
  const [template, setTemplate] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [sendAfter, setSendAfter] = useState<string>()
  const mayOverride = useMay('messaging.override')
  const templates = useAsk('messaging.templates', {}, { staleTime: 300_000 }).data
  const writing = {
    candidateIds: reached,
    purpose,
    ...(template && text === '' ? { template: { key: template } } : { subject, text }),
    ...(sendAfter ? { sendAfter } : {}),
    ...(note.trim().length >= 3 ? { override: { note } } : {}),
  }
  // A query is an address: the preview shows the first ones, the answer names every one.
  const [settled] = useDebouncedValue({ ...writing, candidateIds: reached.slice(0, mostPreviewed) }, 300)
  const preview = useAsk('messaging.previewMail', settled, {
    enabled: Boolean(template) || (subject.trim() !== '' && text.trim() !== ''),
    retry: false,
  })
  const write = useCall('messaging.writeToCandidates', {
    freshens: ['views.timeline', 'views.candidate', 'messaging.inbox'],
  })
  const mails = preview.data?.mails ?? []
  const stopped = mails.filter(
    (mail) => (!mail.verdict.allowed && !mail.overridden) || mail.missing.length + mail.unknown.length > 0,
  )
  const going = mails.length - stopped.length
  const canOverride = stopped.some(({ verdict }) => !verdict.allowed && verdict.override === 'with-note')
  const send = async () => {
    const answer = await write.run(writing)
    if (!answer.ok) return
    const waiting = answer.value.mails.filter(({ state }) => state === 'waiting')
    const held = answer.value.mails.length - waiting.length
    onDone()
    offerUndo({
      says: `${waiting.length === 1 ? 'One mail waits' : `${waiting.length} mails wait`}${held > 0 ? `, ${held} held back` : ''}`,
      follows: 'Each can be stopped on the person’s line until it leaves',
      undo: async () => {
        if (waiting.length === 0) return
        const back = await call('messaging.cancelMails', {
          messageIds: waiting.map(({ messageId }) => messageId),
        })
        if (!back.ok) showRefusal(back.refusal)
      },
    })
  }
  return (
    <Dialog opened onClose={onClose} title={`Write to ${name ?? peopleWords(reached.length)}`} size={720}>
      <div className={styles.note}>
        {ids.length > mostAtOnce && (
          <Refused>One mail reaches {mostAtOnce} at once; these are the first ones.</Refused>
        )}
        <div className={styles.fields}>
          <Select
            label="What it is about"
            data={[
              { value: 'outreach', label: 'Getting to know them' },
              { value: 'process', label: 'Their application' },
            ]}
            value={purpose}
            onChange={(value) => setPurpose((value ?? 'outreach') as Purpose)}
            allowDeselect={false}
          />
          <Select
            label="Template"
            placeholder="Write it yourself"
            data={[...new Set(templates?.templates.map(({ key }) => key))]}
            value={template}
            onChange={(key) => {
              setTemplate(key)
              const chosen = templates?.templates.find((one) => one.key === key)
              setSubject(chosen?.subject ?? subject)
              setText('')
            }}
            clearable
            searchable
          />
        </div>
        <Composer
          label="Mail"
          head={
            <TextInput
              variant="unstyled"
              className={styles.subject}
              data-autofocus
              aria-label="Subject"
              placeholder="Subject"
              value={subject}
              maxLength={300}
              disabled={template !== null && text === ''}
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
          }
          text={text}
          onText={setText}
          preview={mails.length > 0 && <MailPreview mails={mails} of={reached.length} />}
          guard={mails.length > 0 && stopped.length === 0 ? 'Allowed now' : undefined}
          blocked={
            mails.length === 0
              ? (preview.error?.refusal.says ?? 'Choose a template, or write subject and text')
              : going === 0
                ? 'Nobody can get it'
                : undefined
          }
          later={<LaterMenu value={sendAfter} onChange={setSendAfter} />}
          sendWord={stopped.length > 0 ? `Send to ${going}` : 'Send'}
          sending={write.running}
          onSend={() => void send()}
        />
        {canOverride && mayOverride && (
          <Textarea
            label="Send in spite of the guard, because"
            description="Where its rule allows. The note is kept with the mail."
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        {write.refusal && <Refused>{write.refusal.says}</Refused>}
        <div className={styles.noteFoot}>
          <span className={styles.end}>
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
          </span>
        </div>
      </div>
    </Dialog>
  )
}

const mostAtOnce = 500
const mostPreviewed = 100
