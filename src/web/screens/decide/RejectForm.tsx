import { Button, Checkbox, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Refused } from '../../../design/parts/States.tsx'
import type { Refusal } from '../../api/client.ts'
import { type Reason, useReasons } from '../jobs/use-reasons.ts'
import styles from './decide.module.css'
import { Guard } from './Guard.tsx'
import { ReasonChoice } from './ReasonChoice.tsx'
import { usePreview } from './use-preview.ts'

export interface No {
  readonly reason: Reason
  readonly note: string
  readonly silent: boolean
}

/** A no to one or many: the reason by side, the letter by name, who gets it and when. The same over the board and in the review. */
export const RejectForm = ({
  ids,
  digitDecides = false,
  onReject,
  onClose,
}: {
  readonly ids: readonly string[]
  /** In the review a digit decides at once, and the reason chosen last comes again with Enter. */
  readonly digitDecides?: boolean
  /** Answers with the refusal that stands beside the act, if there is one. */
  readonly onReject: (no: No) => Promise<Refusal | undefined>
  readonly onClose: () => void
}) => {
  const reasons = useReasons()
  const [chosen, setChosen] = useState(digitDecides ? lastReason : undefined)
  const [note, setNote] = useState('')
  const [silent, setSilent] = useState(false)
  const [running, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  // R and a digit are one movement of the hand: a digit that comes before the reasons counts when they are here.
  const [early, setEarly] = useState<number>()
  const isLoading = reasons.ordered.length === 0
  const reason = reasons.ordered.find((one) => one.code === chosen)
  const preview = usePreview(ids, reason ? { kind: 'reject', reasonCode: reason.code, silent } : undefined)
  const isReady = (one: Reason | undefined) => one && !running && (!silent || note.trim() !== '')
  const run = async (because: Reason | undefined) => {
    if (!because || !isReady(because)) return
    lastReason = because.code
    setRunning(true)
    const refused = await onReject({ reason: because, note: note.trim(), silent })
    setRunning(false)
    setRefusal(refused)
  }
  const byDigit = (one: Reason) => {
    setChosen(one.code)
    if (digitDecides) void run(one)
  }
  useShortcuts(
    {
      ...Object.fromEntries(
        isLoading
          ? digits.map((at) => [
              String(at + 1),
              { label: '', run: () => setEarly(at), quiet: true, inDialog: true },
            ])
          : reasons.ordered
              .slice(0, 9)
              .map((one, at) => [
                String(at + 1),
                { label: one.says, run: () => byDigit(one), inDialog: true },
              ]),
      ),
      Enter:
        digitDecides && reason ? { label: `Reject: ${reason.says}`, run: () => void run(reason) } : undefined,
    },
    { title: 'Reasons' },
  )
  const meant = early === undefined ? undefined : reasons.ordered[early]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reasons come once; what was meant counts once.
  useEffect(() => {
    if (meant) byDigit(meant)
  }, [isLoading])
  return (
    <form
      className={styles.form}
      aria-label="Reject"
      onSubmit={(event) => {
        event.preventDefault()
        void run(reason)
      }}
    >
      <ReasonChoice reasons={reasons} chosen={chosen} onChosen={setChosen} />
      <Textarea
        label={silent ? 'Why they get no letter' : 'Note for the team'}
        description={
          silent ? 'Needed, kept with the decision.' : 'Kept with the decision; they don’t see it.'
        }
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={digitDecides ? 1 : 2}
        maxLength={4000}
      />
      <Checkbox
        label="Send no letter"
        checked={silent}
        onChange={(event) => setSilent(event.currentTarget.checked)}
      />
      {reason && <Guard preview={preview} />}
      {refusal && <Refused>{refusal.says}</Refused>}
      <div className={styles.acts}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="filled"
          loading={running}
          disabled={!isReady(reason) || (digitDecides ? preview.data?.will === 0 : !preview.data?.will)}
        >
          Reject {preview.data && preview.data.will !== 1 ? preview.data.will : ''}
        </Button>
      </div>
    </form>
  )
}

/** Choices are sticky within a sitting. */
let lastReason: string | undefined
const digits = Array.from({ length: 9 }, (_, at) => at)
