import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { Guard } from './Guard.tsx'
import styles from './pipeline.module.css'
import { offerDecisionUndo, useDecisions } from './use-decisions.ts'
import { usePreview } from './use-preview.ts'

/** Puts one or many aside until a day, with the reason. */
export const HoldDialog = ({
  ids,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [until, setUntil] = useState(inAWeek)
  const [reason, setReason] = useState('')
  const { hold } = useDecisions()
  const preview = usePreview(ids, { kind: 'hold' })
  const run = async () => {
    const answer = await hold.run({ applicationIds: ids as never, until, reason })
    if (!answer.ok) return
    onDone()
    offerDecisionUndo(
      answer.value.done.length === 1 ? 'One person held' : `${answer.value.done.length} people held`,
      answer.value,
      'Their page says until when',
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? 'Hold' : `Hold ${ids.length} people`}
      act={
        <Button
          variant="filled"
          loading={hold.running}
          disabled={!reason.trim() || !until || !preview.data?.will}
          onClick={() => void run()}
        >
          Hold
        </Button>
      }
    >
      <div className={styles.form}>
        <TextInput
          label="Until"
          type="date"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
        <TextInput
          label="Why"
          description="For the team. Their own page shows the day, not the reason."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          data-autofocus
        />
        <Guard preview={preview} />
        {hold.refusal && <Refused>{hold.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

/** The usual day on which a held application comes back. */
export const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
