import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useMay } from '../../frame/me.ts'
import styles from './compose.module.css'
import { LaterMenu } from './LaterMenu.tsx'
import { isNoteable, type Letter, whyNot } from './letters.ts'
import { MailPreview } from './MailPreview.tsx'
import { MissingFields } from './MergedText.tsx'
import { TemplateMenu } from './TemplateMenu.tsx'
import type { Draft } from './use-draft.ts'

/** The one composer: template, each reader's text, missing fields, the guard's word, later, send. */
export const MailComposer = ({
  label,
  head,
  draft,
  letters,
  of,
  purpose,
  guard,
  blocked,
  undoable,
  beside,
  sending,
  refused,
  onSend,
}: {
  readonly label: string
  readonly head: ReactNode
  readonly draft: Draft
  /** The first readers' mails; empty while the guard has not answered. */
  readonly letters: readonly Letter[]
  /** How many readers there are. */
  readonly of: number
  /** Whose templates are offered; none where nobody is known to read it. */
  readonly purpose: 'process' | 'outreach' | undefined
  readonly guard: string
  /** What else is wanting. */
  readonly blocked?: string | undefined
  readonly undoable: string
  readonly beside?: ReactNode
  readonly sending: boolean
  readonly refused?: string | undefined
  readonly onSend: (sendAfter: string | undefined) => void
}) => {
  const [sendAfter, setSendAfter] = useState<string>()
  const mayOverride = useMay('messaging.override')
  const hasNote = mayOverride && draft.override !== undefined
  const reasons = letters.flatMap((letter) => whyNot(letter, hasNote) ?? [])
  const noteable = letters.find(({ verdict }) => isNoteable(verdict))?.verdict
  const stopped =
    letters.length === 0
      ? 'Asking whether it may go'
      : reasons.length < letters.length
        ? undefined
        : of === 1
          ? reasons[0]
          : 'Nobody can get it'
  // A field that was filled in stays, to be typed on and corrected.
  const missing = [
    ...new Set([
      ...letters.flatMap((one) => one.missing),
      ...(draft.merges ? Object.keys(draft.fields) : []),
    ]),
  ]
  return (
    <div className={styles.answer} data-answer>
      <Composer
        label={label}
        text={draft.text}
        onText={(text) =>
          draft.change(text.trim() === '' ? { text, template: undefined, fields: {} } : { text })
        }
        head={head}
        tools={
          purpose && (
            <TemplateMenu
              purpose={purpose}
              onChoose={({ key, body, subject }) =>
                draft.change({
                  template: { key, body, subject },
                  text: body,
                  ...(draft.subject === undefined ? {} : { subject }),
                })
              }
            />
          )
        }
        preview={
          <>
            {(draft.merges || of > 1) && letters.length > 0 && (
              <MailPreview letters={letters} of={of} hasNote={hasNote} merges={draft.merges} />
            )}
            {missing.length > 0 && (
              <MissingFields
                names={missing}
                values={draft.fields}
                onValue={(name, value) => draft.change({ fields: { ...draft.fields, [name]: value } })}
              />
            )}
            {noteable && !noteable.allowed && mayOverride && (
              <TextInput
                label={`${of === 1 ? noteable.says : 'Some are held back by a rule that may be set aside.'} Why write all the same? The note is kept.`}
                value={draft.note}
                maxLength={1000}
                onChange={(event) => draft.change({ note: event.currentTarget.value })}
              />
            )}
          </>
        }
        guard={
          stopped || reasons.length > 0 ? undefined : hasNote && noteable ? 'Goes with your note' : guard
        }
        blocked={stopped ?? blocked}
        {...(sendAfter ? {} : { undoable })}
        later={
          <>
            {beside}
            <LaterMenu value={sendAfter} onChange={setSendAfter} />
          </>
        }
        sendWord={
          reasons.length > 0 && reasons.length < letters.length && of === letters.length
            ? `Send to ${letters.length - reasons.length}`
            : sendAfter
              ? 'Send then'
              : 'Send'
        }
        sending={sending}
        onSend={() => !draft.isEmpty && onSend(sendAfter)}
      />
      {refused && <Refused>{refused}</Refused>}
    </div>
  )
}
