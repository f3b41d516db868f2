import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import type { Duty } from './duty-groups.ts'
import styles from './home.module.css'
import type { useDutyActs } from './use-duty-acts.ts'

/** A new day for the next word; the person sees it on their own page at once. */
export const PromiseForm = ({
  duty,
  acts,
}: {
  readonly duty: Duty
  readonly acts: ReturnType<typeof useDutyActs>
}) => {
  const [day, setDay] = useState(() => inDays(3))
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        // A promised day ends with the working day, in the writer's own time.
        void acts.promise.run({
          applicationIds: [duty.applicationId as never],
          promisedFor: new Date(`${day}T17:00`).toISOString(),
        })
      }}
    >
      <TextInput
        type="date"
        label="They hear from us by"
        description="They see the new day on their page at once."
        value={day}
        min={inDays(1)}
        onChange={(event) => setDay(event.currentTarget.value)}
        required
      />
      {acts.promise.refusal && <Refused>{acts.promise.refusal.says}</Refused>}
      <div className={styles.formActs}>
        <Button type="submit" variant="filled" loading={acts.promise.running}>
          Promise
        </Button>
      </div>
    </form>
  )
}

const inDays = (days: number): string => {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
