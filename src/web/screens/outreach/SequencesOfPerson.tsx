import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { canResume, isOpen } from '../../../crm/model/enrolment.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import pools from '../pools/pools.module.css'
import { EnrolDialog } from './EnrolDialog.tsx'
import { goOn, pause, takeOut } from './enrolment-acts.ts'
import { standingWords } from './sequence-words.ts'

type OfPerson = OutputOf<Queries, 'crm.sequencesOf'>['sequences'][number]

/** The sequences a person is in or was, and how each stands; paused, resumed and left in place. */
export const SequencesOfPerson = ({
  person,
}: {
  readonly person: { readonly id: string; readonly name: string; readonly doNotContact: boolean }
}) => {
  const { data } = useAsk('crm.sequencesOf', { candidateId: person.id }, { placeholderData: undefined })
  const runs = useMay('crm.runSequences')
  const [enrolling, setEnrolling] = useState(false)
  const isIn = data?.sequences.some(({ state }) => isOpen(state))
  return (
    <span className={pools.line}>
      {data?.sequences.map((one) => (
        <OneSequence key={one.enrolmentId} of={one} runs={runs} />
      ))}
      {data?.sequences.length === 0 && <span className={pools.unknown}>In none</span>}
      {runs && data && !isIn && !person.doNotContact && (
        <ActionIcon size={24} aria-label="Enrol in a sequence" onClick={() => setEnrolling(true)}>
          <IconPlus />
        </ActionIcon>
      )}
      {enrolling && (
        <EnrolDialog
          ids={[person.id]}
          name={person.name}
          onClose={() => setEnrolling(false)}
          onDone={() => setEnrolling(false)}
        />
      )}
    </span>
  )
}

const OneSequence = ({ of, runs }: { readonly of: OfPerson; readonly runs: boolean }) => {
  const ids = [of.enrolmentId]
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={pools.choice} data-chip>
          {of.name} <small>{standingWords(of)}</small>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {of.nextStep} of {of.steps} steps, from {of.senderName}
          {of.state === 'active' && of.sequenceState === 'running' && of.nextStep < of.steps && (
            <>
              ; the next on <DateText at={of.dueAt} />
            </>
          )}
        </Menu.Label>
        {runs && (of.state === 'active' || of.state === 'waiting-for-line') && (
          <Menu.Item onClick={() => void pause(ids)}>Pause</Menu.Item>
        )}
        {runs && canResume(of.state, of.stoppedBecause) && (
          <Menu.Item onClick={() => void goOn(ids)}>Go on</Menu.Item>
        )}
        {runs && isOpen(of.state) && <Menu.Item onClick={() => void takeOut(ids)}>Take out</Menu.Item>}
        <Menu.Item component={Link} to={`/outreach/${of.sequenceId}`}>
          Open the sequence
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
