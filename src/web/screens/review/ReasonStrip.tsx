import { TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { type Reason, useReasons } from '../jobs/use-reasons.ts'
import { templateSays } from '../pipeline/template-words.ts'
import styles from './review.module.css'

/** The reasons of a no by their digits; the one chosen last comes again with Enter. */
export const ReasonStrip = ({
  name,
  onReason,
  onClose,
}: {
  readonly name: string
  readonly onReason: (reason: Reason, note: string) => void
  readonly onClose: () => void
}) => {
  const reasons = useReasons()
  const [note, setNote] = useState('')
  // R and a digit are one movement of the hand: a digit that comes before the reasons counts when they are here.
  const [early, setEarly] = useState<number>()
  const isLoading = reasons.ordered.length === 0
  const again = reasons.ordered.find((reason) => reason.code === lastReason)
  const choose = (reason: Reason) => {
    lastReason = reason.code
    onClose()
    onReason(reason, note.trim())
  }
  useShortcuts(
    {
      ...Object.fromEntries(
        isLoading
          ? digits.map((at) => [String(at + 1), { label: '', run: () => setEarly(at), quiet: true }])
          : reasons.ordered
              .slice(0, 9)
              .map((reason, at) => [String(at + 1), { label: reason.says, run: () => choose(reason) }]),
      ),
      Enter: again && { label: `The same reason: ${again.says}`, run: () => choose(again) },
      Escape: { label: 'Keep this application', run: onClose },
    },
    { title: 'Reject' },
  )
  const meant = early === undefined ? undefined : reasons.ordered[early]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reasons come once; choosing closes this.
  useEffect(() => {
    if (meant) choose(meant)
  }, [isLoading])
  return (
    <section className={styles.above} aria-label="Reason">
      <p className={styles.quiet}>
        Why not <Name>{name}</Name>? The letter waits until the next working morning and can be taken back.
      </p>
      <div className={styles.reasons}>
        {reasons.sides.map(({ side, says, reasons: of }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these decide at once.
          <div key={side} role="group" aria-label={says}>
            <p className={styles.sideName}>{says}</p>
            {of.map((reason) => {
              const digit = reasons.ordered.indexOf(reason) + 1
              return (
                <UnstyledButton
                  key={reason.code}
                  className={styles.reason}
                  data-last={reason.code === lastReason || undefined}
                  onClick={() => choose(reason)}
                >
                  {digit <= 9 && <KeyCap keys={String(digit)} />}
                  <span>{reason.says}</span>
                  <span className={styles.quiet}>
                    {reason.templateKey ? templateSays(reason.templateKey) : 'no letter'}
                  </span>
                  {reason.code === lastReason && <KeyCap keys="Enter" />}
                </UnstyledButton>
              )
            })}
          </div>
        ))}
      </div>
      <TextInput
        label="Note for the team, before choosing"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={4000}
      />
    </section>
  )
}

/** Choices are sticky within a sitting. */
let lastReason: string | undefined
const digits = Array.from({ length: 9 }, (_, at) => at)
