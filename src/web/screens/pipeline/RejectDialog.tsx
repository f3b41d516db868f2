import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useReasons } from '../jobs/use-reasons.ts'
import { Guard } from './Guard.tsx'
import styles from './pipeline.module.css'
import { offerDecisionUndo, useDecisions } from './use-decisions.ts'
import { usePreview } from './use-preview.ts'

/** A no to one or many: the reason by side, the letter by name, who gets it and when. */
export const RejectDialog = ({
  ids,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const reasons = useReasons()
  const [code, setCode] = useState<string>()
  const [note, setNote] = useState('')
  const [silent, setSilent] = useState(false)
  const { reject } = useDecisions()
  const preview = usePreview(ids, code ? { kind: 'reject', reasonCode: code, silent } : undefined)
  const run = async () => {
    const answer = await reject.run({
      applicationIds: ids as never,
      reasonCode: code!,
      ...(note.trim() ? { note } : {}),
      ...(silent ? { tell: { by: 'silence' as const } } : {}),
    })
    if (!answer.ok) return
    onDone()
    offerDecisionUndo(
      answer.value.done.length === 1 ? 'One person rejected' : `${answer.value.done.length} people rejected`,
      answer.value,
      silent ? 'No letter' : 'Letters wait until the next working morning',
    )
  }
  useShortcuts(
    Object.fromEntries(
      reasons.ordered
        .slice(0, 9)
        .map((reason, at) => [
          String(at + 1),
          { label: reason.says, run: () => setCode(reason.code), inDialog: true },
        ]),
    ),
    { title: 'Reasons' },
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? 'Reject' : `Reject ${ids.length} people`}
      act={
        <Button
          variant="filled"
          loading={reject.running}
          disabled={!code || !preview.data?.will || (silent && !note.trim())}
          onClick={() => void run()}
        >
          Reject {preview.data && preview.data.will !== 1 ? preview.data.will : ''}
        </Button>
      }
    >
      <div className={styles.form}>
        <Radio.Group value={code ?? ''} onChange={setCode} aria-label="Reason">
          <div className={styles.reasons}>
            {reasons.sides.map(({ side, says, reasons: of }) => (
              <div key={side} className={styles.reasons}>
                <p className={styles.sideName}>{says}</p>
                {of.map((reason) => (
                  <Radio
                    key={reason.code}
                    value={reason.code}
                    label={
                      <>
                        {reason.says}{' '}
                        {reasons.ordered.indexOf(reason) < 9 && (
                          <KeyCap keys={String(reasons.ordered.indexOf(reason) + 1)} />
                        )}
                      </>
                    }
                  />
                ))}
              </div>
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={silent ? 'Why they get no letter' : 'Note for the team'}
          description={
            silent ? 'Needed, kept with the decision.' : 'Kept with the decision; they don’t see it.'
          }
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
        />
        <Checkbox
          label="Send no letter"
          checked={silent}
          onChange={(event) => setSilent(event.currentTarget.checked)}
        />
        {code && <Guard preview={preview} />}
        {reject.refusal && <Refused>{reject.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
