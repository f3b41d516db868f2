import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import type { Person } from './use-person.ts'

/** Lifts do-not-contact, with the reason kept. */
export const LiftDialog = ({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) => {
  const [reason, setReason] = useState('')
  const lift = useCall('candidates.resumeContact', {
    freshens: ['views.candidate', 'views.candidates', 'views.timeline'],
    done: (answer) => answer.ok && onClose(),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Lift do-not-contact"
      act={
        <Button
          variant="filled"
          loading={lift.running}
          disabled={reason.trim() === ''}
          onClick={() => void lift.run({ candidateIds: [person.id], reason })}
        >
          Lift
        </Button>
      }
    >
      {person.doNotContactReason && <p>It was set because: “{person.doNotContactReason}”</p>}
      <Textarea
        label="Why it may be lifted"
        description="For instance because they asked for it; kept with the record."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
      />
      {lift.refusal && <Refused>{lift.refusal.says}</Refused>}
    </Dialog>
  )
}
