import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import type { Duty } from './duty-groups.ts'
import styles from './home.module.css'
import type { useDutyActs } from './use-duty-acts.ts'

/** No to a seat, with a word to whoever asked for it. */
export const DeclineForm = ({
  duty,
  acts,
}: {
  readonly duty: Duty
  readonly acts: ReturnType<typeof useDutyActs>
}) => {
  const [note, setNote] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void acts.decline.run({ openingIds: [duty.id as never], approve: false, note })
      }}
    >
      <TextInput
        label={`Why not; ${duty.askedBy ?? 'whoever asked'} reads it`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        required
      />
      {acts.decline.refusal && <Refused>{acts.decline.refusal.says}</Refused>}
      <div className={styles.formActs}>
        <Button type="submit" variant="filled" loading={acts.decline.running}>
          Decline
        </Button>
      </div>
    </form>
  )
}
