import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import type { Duty } from './duty-groups.ts'
import styles from './home.module.css'
import type { useDutyActs } from './use-duty-acts.ts'

/** On with this person, or not: why is kept with the decision, and they hear of it. */
export const DecideForm = ({
  duty,
  acts,
  act,
  onAct,
}: {
  readonly duty: Duty
  readonly acts: ReturnType<typeof useDutyActs>
  readonly act: 'advance' | 'reject'
  readonly onAct: (act: 'advance' | 'reject') => void
}) => {
  const reasons =
    useAsk('ats.reasons', {}, { staleTime: 300_000, enabled: act === 'reject' }).data?.reasons ?? []
  const [reasonCode, setReason] = useState('')
  const [note, setNote] = useState('')
  const [tells, setTells] = useState(true)
  const applicationIds = [duty.applicationId as never]
  const refusal = acts[act].refusal
  const go = () =>
    act === 'advance'
      ? void acts.advance.run({ applicationIds, mail: tells })
      : void acts.reject.run({
          applicationIds,
          reasonCode,
          ...(note.trim() ? { note } : {}),
          tell: tells ? { by: 'mail', when: 'next-working-morning' } : { by: 'silence' },
        })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      {act === 'reject' ? (
        <>
          <NativeSelect
            label="Why"
            value={reasonCode}
            onChange={(event) => setReason(event.currentTarget.value)}
            data={[
              { value: '', label: 'Choose a reason' },
              ...reasons.map((reason) => ({ value: reason.code, label: reason.says })),
            ]}
            required
          />
          <TextInput
            label="Why, in one line; kept with the decision"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Checkbox
            label="They hear it by mail on the next working morning; it can be cancelled until then"
            checked={tells}
            onChange={(event) => setTells(event.currentTarget.checked)}
          />
        </>
      ) : (
        <Checkbox
          label={`Tell them by mail that it goes on to ${duty.nextStage ?? 'the next step'}`}
          checked={tells}
          onChange={(event) => setTells(event.currentTarget.checked)}
        />
      )}
      {refusal && <Refused>{refusal.says}</Refused>}
      <div className={styles.formActs}>
        <Button variant="subtle" onClick={() => onAct(act === 'advance' ? 'reject' : 'advance')}>
          {act === 'advance' ? 'Not now instead' : `${duty.nextStage ?? 'Advance'} instead`}
        </Button>
        <Button
          type="submit"
          variant="filled"
          loading={acts[act].running}
          disabled={act === 'reject' && (reasonCode === '' || (!tells && note.trim() === ''))}
        >
          {act === 'advance' ? `To ${duty.nextStage ?? 'the next step'}` : 'Not now'}
        </Button>
      </div>
    </form>
  )
}
