import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import type { Refusal } from '../../api/client.ts'
import styles from './decide.module.css'
import { Guard } from './Guard.tsx'
import { usePreview } from './use-preview.ts'

/** Until when and why one or many wait: the same over the board and in the review. */
export const HoldForm = ({
  ids,
  onHold,
  onClose,
}: {
  readonly ids: readonly string[]
  /** Answers with the refusal that stands beside the act, if there is one. */
  readonly onHold: (until: string, reason: string) => Promise<Refusal | undefined>
  readonly onClose: () => void
}) => {
  const [until, setUntil] = useState(inAWeek)
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const preview = usePreview(ids, { kind: 'hold' })
  const run = async () => {
    setRunning(true)
    const refused = await onHold(until, reason.trim())
    setRunning(false)
    setRefusal(refused)
  }
  return (
    <form
      className={styles.form}
      aria-label="Hold"
      onSubmit={(event) => {
        event.preventDefault()
        if (!running) void run()
      }}
    >
      <div className={styles.line}>
        <TextInput
          label="Hold until"
          type="date"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
        <TextInput
          className={styles.wide}
          label="Why; for the team only"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          maxLength={500}
          autoFocus
          data-autofocus
        />
      </div>
      <Guard preview={preview} />
      {refusal && <Refused>{refusal.says}</Refused>}
      <div className={styles.acts}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="filled"
          loading={running}
          disabled={!reason.trim() || !until || preview.data?.will === 0}
        >
          Hold
        </Button>
      </div>
    </form>
  )
}

/** The usual day on which a held application comes back. */
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
