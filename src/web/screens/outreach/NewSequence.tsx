import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { stepsAtFirst } from '../../../crm/model/sequence.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import pools from '../pools/pools.module.css'
import { showsSequences } from './enrolment-acts.ts'

/** A new sequence: a name is enough; it begins with three short steps to write over. */
export const NewSequence = ({
  onClose,
  onMade,
}: {
  readonly onClose: () => void
  readonly onMade: (sequenceId: string) => void
}) => {
  const [name, setName] = useState('')
  const [access, setAccess] = useState<'team' | 'private'>('team')
  const make = useCall('crm.makeSequence', { freshens: showsSequences })
  const ready = name.trim() !== ''
  const run = async () => {
    const answer = await make.run({ name, access, steps: [...stepsAtFirst] })
    if (answer.ok) onMade(answer.value.sequenceId)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="New sequence"
      act={
        <Button variant="filled" disabled={!ready} loading={make.running} onClick={() => void run()}>
          Make the sequence
        </Button>
      }
    >
      <form
        className={pools.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void run()
        }}
      >
        <NameAndAccess name={name} onName={setName} access={access} onAccess={setAccess} />
        <p className={pools.unknown}>
          It begins with three short steps that you can change. Nothing leaves before you start it.
        </p>
        {make.refusal && <Refused>{make.refusal.says}</Refused>}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}

/** Changes what a sequence is called and who sees it. */
export const EditSequence = ({
  sequence,
  onClose,
}: {
  readonly sequence: { readonly id: string; readonly name: string; readonly access: 'team' | 'private' }
  readonly onClose: () => void
}) => {
  const [name, setName] = useState(sequence.name)
  const [access, setAccess] = useState(sequence.access)
  const change = useCall('crm.changeSequence', { freshens: showsSequences })
  const run = async () => {
    const answer = await change.run({ sequenceId: sequence.id, name, access })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Edit ${sequence.name}`}
      act={
        <Button
          variant="filled"
          disabled={name.trim() === ''}
          loading={change.running}
          onClick={() => void run()}
        >
          Save
        </Button>
      }
    >
      <div className={pools.form}>
        <NameAndAccess name={name} onName={setName} access={access} onAccess={setAccess} />
        {change.refusal && <Refused>{change.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

const NameAndAccess = ({
  name,
  onName,
  access,
  onAccess,
}: {
  readonly name: string
  readonly onName: (name: string) => void
  readonly access: 'team' | 'private'
  readonly onAccess: (access: 'team' | 'private') => void
}) => (
  <>
    <TextInput
      label="Name"
      description="For the team only; nobody who gets it reads it."
      value={name}
      maxLength={120}
      data-autofocus
      onChange={(event) => onName(event.currentTarget.value)}
    />
    <div className={pools.access}>
      Who sees it
      <SegmentedControl
        aria-label="Who sees it"
        value={access}
        onChange={(value) => onAccess(value as 'team' | 'private')}
        data={[
          { value: 'team', label: 'The team' },
          { value: 'private', label: 'Only I, and who sends it' },
        ]}
      />
    </div>
  </>
)
