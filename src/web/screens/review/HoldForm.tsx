import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { inAWeek } from '../pipeline/HoldDialog.tsx'
import styles from './review.module.css'

/** Until when and why this one waits. */
export const HoldForm = ({
  onHold,
  onClose,
}: {
  readonly onHold: (until: string, reason: string) => void
  readonly onClose: () => void
}) => {
  const [until, setUntil] = useState(inAWeek)
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles.above}
      aria-label="Hold"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        onHold(until, reason)
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
        />
        <Button type="submit" variant="filled">
          Hold
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
