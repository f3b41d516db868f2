import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import candidates from '../candidates/candidates.module.css'
import { people } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { freshenPools } from './pool-acts.ts'
import styles from './pools.module.css'

/** Lets people be until a day; then whoever did gets a task with the reason. */
export const SnoozeDialog = ({
  ids,
  name,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  /** Whom, when it is one. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [until, setUntil] = useState(dayIn(91))
  const [reason, setReason] = useState('')
  const snooze = useCall('crm.snoozeProspects')
  const run = async () => {
    const answer = await snooze.run({ candidateIds: [...ids], until, reason: reason.trim() || null })
    if (!answer.ok) return
    freshenPools()
    onDone()
    offerUndo({
      says: `${name ?? people(answer.value.snoozed)} snoozed`,
      follows: 'A task brings it back on the day',
      undo: async () => {
        const back = await call('crm.wakeSnoozed', { candidateIds: [...ids] })
        if (!back.ok) showRefusal(back.refusal)
        freshenPools()
      },
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Snooze ${name ?? people(ids.length)}`}
      act={
        <Button variant="filled" disabled={!until} loading={snooze.running} onClick={() => void run()}>
          Snooze
        </Button>
      }
    >
      <form
        className={candidates.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (until) void run()
        }}
      >
        <p className={candidates.says}>
          They are not counted as ready until then. On the day you get a task with the reason.
        </p>
        <div className={styles.days}>
          <TextInput
            type="date"
            label="Until"
            value={until}
            min={dayIn(1)}
            onChange={(event) => setUntil(event.currentTarget.value)}
            required
            data-autofocus
          />
          {spans.map(({ says, days }) => (
            <Button key={days} onClick={() => setUntil(dayIn(days))}>
              {says}
            </Button>
          ))}
        </div>
        <TextInput
          label="Why"
          description="Becomes the title of the task."
          placeholder="Bonus is paid in March"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
        />
        {snooze.refusal && <Refused>{snooze.refusal.says}</Refused>}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}

const spans = [
  { says: 'A month', days: 30 },
  { says: '3 months', days: 91 },
  { says: 'Half a year', days: 182 },
] as const

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
