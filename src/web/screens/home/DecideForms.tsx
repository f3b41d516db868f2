import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { RejectForm } from '../decide/RejectForm.tsx'
import type { Duty } from './duty-groups.ts'
import styles from './home.module.css'
import type { useDutyActs } from './use-duty-acts.ts'

interface Decides {
  readonly duty: Duty
  readonly acts: ReturnType<typeof useDutyActs>
}

/** On with this person; they hear of it unless one says otherwise. */
export const AdvanceForm = ({ duty, acts }: Decides) => {
  const [tells, setTells] = useState(true)
  const next = duty.nextStage ?? 'the next step'
  const { refusal, running, run } = acts.advance
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void run({ applicationIds: [duty.applicationId as never], mail: tells })
      }}
    >
      <Checkbox
        label={`Tell them by mail that it goes on to ${next}`}
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      {refusal && <Refused>{refusal.says}</Refused>}
      <div className={styles.formActs}>
        <Button type="submit" variant="filled" loading={running}>
          To {next}
        </Button>
      </div>
    </form>
  )
}

/** The same no as in the review and over the board. */
export const NoForm = ({ duty, acts, onClose }: Decides & { readonly onClose: () => void }) => (
  <div className={styles.form}>
    <RejectForm
      ids={[duty.applicationId!]}
      onClose={onClose}
      onReject={async ({ reason, note, silent }) => {
        const answer = await acts.reject.run({
          applicationIds: [duty.applicationId as never],
          reasonCode: reason.code,
          ...(note ? { note } : {}),
          ...(silent ? { tell: { by: 'silence' as const } } : {}),
        })
        return answer.ok ? undefined : answer.refusal
      }}
    />
  </div>
)
