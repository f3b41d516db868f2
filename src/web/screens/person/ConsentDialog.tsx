import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Commands, InputOf } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { purposeWords } from './consent-words.ts'
import type { Person } from './use-person.ts'

type Consent = InputOf<Commands, 'candidates.recordConsents'>['consents'][number]

const channels: readonly { value: Consent['channel']; label: string }[] = [
  { value: 'verbal', label: 'They said so' },
  { value: 'mail', label: 'They wrote so' },
  { value: 'form', label: 'On a form' },
]

/** Writes down what somebody agreed to or took back elsewhere than on our pages: with the text and its proof. */
export const ConsentDialog = ({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) => {
  const [consent, setConsent] = useState<Omit<Consent, 'candidateId'>>({
    purpose: 'talent-pool',
    event: 'given',
    channel: 'verbal',
  })
  const record = useCall('candidates.recordConsents', {
    freshens: ['views.candidate', 'views.candidates', 'views.timeline'],
    done: (answer) => answer.ok && onClose(),
  })
  const change = (some: Partial<typeof consent>) => setConsent({ ...consent, ...some })
  const isGiven = consent.event === 'given'
  const isWhole = !isGiven || (consent.textShown?.trim() && consent.proof?.trim())
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Record a consent"
      act={
        <Button
          variant="filled"
          loading={record.running}
          disabled={!isWhole}
          onClick={() => void record.run({ consents: [{ candidateId: person.id, ...consent }] })}
        >
          Record
        </Button>
      }
    >
      <SegmentedControl
        aria-label="What happened"
        value={consent.event}
        onChange={(event) => change({ event: event as Consent['event'] })}
        data={[
          { value: 'given', label: 'Given' },
          { value: 'withdrawn', label: 'Withdrawn' },
        ]}
      />
      <Select
        label="For what"
        data={person.consents.map(({ purpose }) => ({ value: purpose, label: purposeWords(purpose) }))}
        value={consent.purpose}
        onChange={(purpose) => purpose && change({ purpose: purpose as Consent['purpose'] })}
        allowDeselect={false}
      />
      <Select
        label="How we know"
        data={channels}
        value={consent.channel}
        onChange={(channel) => channel && change({ channel: channel as Consent['channel'] })}
        allowDeselect={false}
      />
      {isGiven && (
        <Textarea
          label="The words they agreed to"
          value={consent.textShown ?? ''}
          onChange={(event) => change({ textShown: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={20_000}
        />
      )}
      <TextInput
        label={isGiven ? 'Where the proof lies' : 'Where the proof lies, if any'}
        placeholder="Mail of 3 May; call with Maren"
        value={consent.proof ?? ''}
        onChange={(event) => change({ proof: event.currentTarget.value })}
        maxLength={500}
      />
      {record.refusal && <Refused>{record.refusal.says}</Refused>}
    </Dialog>
  )
}
