import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { AddToPoolDialog } from './AddToPoolDialog.tsx'
import { movePeople, takeOut } from './pool-acts.ts'
import styles from './pools.module.css'

type Membership = OutputOf<Queries, 'crm.poolsOf'>['pools'][number]

/** The pools that hold a person, where in each and since when; added to, moved in and taken out of in place. */
export const PoolsOfPerson = ({
  person,
}: {
  readonly person: { readonly id: string; readonly name: string; readonly doNotContact: boolean }
}) => {
  const { data } = useAsk('crm.poolsOf', { candidateId: person.id }, { placeholderData: undefined })
  const manages = useMay('crm.managePools')
  const [adding, setAdding] = useState(false)
  return (
    <span className={styles.line}>
      {data?.pools.map((membership) => (
        <OnePool key={membership.poolId} of={membership} candidateId={person.id} manages={manages} />
      ))}
      {data?.pools.length === 0 && <span className={styles.unknown}>In none</span>}
      {manages && !person.doNotContact && (
        <ActionIcon size={24} aria-label="Add to a pool" onClick={() => setAdding(true)}>
          <IconPlus />
        </ActionIcon>
      )}
      {adding && (
        <AddToPoolDialog
          ids={[person.id]}
          name={person.name}
          onClose={() => setAdding(false)}
          onDone={() => setAdding(false)}
        />
      )}
    </span>
  )
}

const OnePool = ({
  of,
  candidateId,
  manages,
}: {
  readonly of: Membership
  readonly candidateId: string
  readonly manages: boolean
}) => (
  <Menu position="bottom-start" keepMounted={false}>
    <Menu.Target>
      <UnstyledButton className={styles.choice} data-chip>
        {of.name} <small>{of.stage}</small>
      </UnstyledButton>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>
        In it since <DateText at={of.since} />
      </Menu.Label>
      {manages && <StageItems of={of} candidateId={candidateId} />}
      <Menu.Item component={Link} to={`/pools/${of.poolId}`}>
        Open the pool
      </Menu.Item>
      {manages && (
        <Menu.Item onClick={() => void takeOut({ id: of.poolId, name: of.name }, [candidateId])}>
          Take out
        </Menu.Item>
      )}
    </Menu.Dropdown>
  </Menu>
)

const StageItems = ({ of, candidateId }: { readonly of: Membership; readonly candidateId: string }) => {
  const stages = useAsk('views.pool', { poolId: of.poolId }, { staleTime: 60_000 }).data?.stages ?? []
  return (
    <>
      {stages.map((stage) => (
        <Menu.Item
          key={stage.id}
          rightSection={stage.id === of.stageId && <IconCheck aria-label="stands here" />}
          disabled={stage.id === of.stageId}
          onClick={() => void movePeople({ id: of.poolId, name: of.name }, [candidateId], stage)}
        >
          {stage.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}
