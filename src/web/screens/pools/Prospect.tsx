import { Menu, UnstyledButton } from '@mantine/core'
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs'
import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs'
import { useState } from 'react'
import { DayText } from '../../../design/parts/DateText.tsx'
import { useReader } from '../../../design/reader.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { freshenPools, wake } from './pool-acts.ts'
import { readinessChoices, readinessWords, snoozeWords } from './pool-words.ts'
import styles from './pools.module.css'
import { SnoozeDialog } from './SnoozeDialog.tsx'

type Known = OutputOf<Queries, 'crm.prospectOf'>

/** When a person would move and until when they are let be, each changed in place. */
export const Prospect = ({ person }: { readonly person: { readonly id: string; readonly name: string } }) => {
  const known = useAsk('crm.prospectOf', { candidateId: person.id }, { placeholderData: undefined }).data
  const may = useMay('crm.keepProspects')
  if (!known) return null
  return (
    <span className={styles.line}>
      <Readiness known={known} candidateId={person.id} may={may} />
      <Snooze known={known} person={person} may={may} />
    </span>
  )
}

const Readiness = ({
  known,
  candidateId,
  may,
}: {
  readonly known: Known
  readonly candidateId: string
  readonly may: boolean
}) => {
  const words = readinessWords(known, new Date(), useReader())
  const note = useCall('crm.noteReadiness', {
    done: (answer) => (answer.ok ? freshenPools() : showRefusal(answer.refusal)),
  })
  const shown = (
    <>
      <IconCalendarUser aria-hidden />
      {words ? `Would move: ${words.toLocaleLowerCase()}` : 'Would move: not known'}
    </>
  )
  if (!may) return <span className={styles.choice}>{shown}</span>
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={styles.choice} data-chip={words ? true : undefined}>
          {shown}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {words && known.readyUntil ? (
            <>
              As they said; counts until <DayText day={known.readyUntil} />
            </>
          ) : (
            'When would they move, as they said?'
          )}
        </Menu.Label>
        {readinessChoices
          .filter(({ months }) => months !== null || words)
          .map(({ months, says }) => (
            <Menu.Item key={says} onClick={() => void note.run({ candidateIds: [candidateId], months })}>
              {says}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const Snooze = ({
  known,
  person,
  may,
}: {
  readonly known: Known
  readonly person: { readonly id: string; readonly name: string }
  readonly may: boolean
}) => {
  const [opened, setOpened] = useState(false)
  const reader = useReader()
  const { snoozedUntil: until } = known
  const dialog = opened && (
    <SnoozeDialog
      ids={[person.id]}
      name={person.name}
      onClose={() => setOpened(false)}
      onDone={() => setOpened(false)}
    />
  )
  const words = until ? snoozeWords(until, new Date(), reader) : 'Snooze'
  if (!may)
    return until ? (
      <span className={styles.choice}>
        <IconZzz aria-hidden />
        {words}
      </span>
    ) : null
  if (!until)
    return (
      <>
        <UnstyledButton className={styles.choice} onClick={() => setOpened(true)}>
          <IconZzz aria-hidden />
          {words}
        </UnstyledButton>
        {dialog}
      </>
    )
  return (
    <>
      <Menu position="bottom-start" keepMounted={false}>
        <Menu.Target>
          <UnstyledButton className={styles.choice} data-chip>
            <IconZzz aria-hidden />
            {words}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {[known.snoozeReason && `“${known.snoozeReason}”`, known.snoozedByName]
              .filter(Boolean)
              .join(', ')}
          </Menu.Label>
          <Menu.Item onClick={() => void wake([person.id])}>Take up again now</Menu.Item>
          <Menu.Item onClick={() => setOpened(true)}>Another day</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}
