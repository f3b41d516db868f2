import { ActionIcon, Button, Menu } from '@mantine/core'
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import { getRouteApi, Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Page, PageBody, PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { EnrolledPeople } from './EnrolledPeople.tsx'
import { EditSequence } from './NewSequence.tsx'
import styles from './outreach.module.css'
import { PersonGetsIt } from './PersonGetsIt.tsx'
import { Steps } from './Steps.tsx'
import { sequenceStateWords } from './sequence-words.ts'
import { useRunning } from './use-running.ts'
import { WhatStops } from './WhatStops.tsx'

export type SequenceSeen = OutputOf<Queries, 'views.sequence'>

const route = getRouteApi('/team/outreach/$sequenceId')

/** One sequence: its steps and how one person reads them, or the people in it. */
export const Sequence = () => {
  const { sequenceId } = useParams({ strict: false }) as { sequenceId: string }
  const { data: sequence, error } = useAsk('views.sequence', { sequenceId }, { placeholderData: undefined })
  usePageTitle(sequence?.name ?? 'Sequence')
  if (error)
    return (
      <Page>
        <ErrorState
          happened="This sequence is not shown"
          safe={error.refusal.says}
          todo="Nothing was changed."
        >
          <Button component={Link} to="/outreach">
            To all sequences
          </Button>
        </ErrorState>
      </Page>
    )
  if (!sequence)
    return (
      <Page>
        <RowSkeletons rows={10} />
      </Page>
    )
  return <OneSequence key={sequence.id} sequence={sequence} />
}

const OneSequence = ({ sequence }: { readonly sequence: SequenceSeen }) => {
  const search = route.useSearch()
  const runs = useMay('crm.runSequences')
  const [editing, setEditing] = useState(false)
  const { set, running } = useRunning(sequence)
  const link = {
    as: Link,
    to: '/outreach/$sequenceId',
    params: { sequenceId: sequence.id },
    activeOptions: { exact: true, includeSearch: true },
  }
  return (
    <Page>
      <PageHeader
        title={sequence.name}
        crumbs={[
          <Link key="outreach" to="/outreach">
            Outreach
          </Link>,
        ]}
        pills={
          <>
            <Chip>{sequenceStateWords[sequence.state]}</Chip>
            <PillNav label="Views">
              <Pill {...link} search={{}} current={!search.tab} count={sequence.steps.length}>
                Steps
              </Pill>
              <Pill
                {...link}
                search={{ tab: 'people' }}
                current={search.tab === 'people'}
                count={sequence.people}
              >
                People
              </Pill>
            </PillNav>
          </>
        }
      >
        {runs && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label="More">
                  <IconDots />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil />} onClick={() => setEditing(true)}>
                  Edit name and access
                </Menu.Item>
                {sequence.state !== 'archived' && (
                  <Menu.Item
                    leftSection={<IconArchive />}
                    disabled={running}
                    onClick={() => void set('archived')}
                  >
                    Archive the sequence
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
            {sequence.state === 'running' ? (
              <Button leftSection={<IconPlayerPause />} loading={running} onClick={() => void set('draft')}>
                Stop for now
              </Button>
            ) : (
              <Button
                variant="filled"
                leftSection={<IconPlayerPlay />}
                loading={running}
                onClick={() => void set(sequence.state === 'draft' ? 'running' : 'draft')}
              >
                {sequence.state === 'archived'
                  ? 'Take it up again'
                  : sequence.active > 0
                    ? `Start for ${sequence.active}`
                    : 'Start'}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      {search.tab === 'people' ? (
        <EnrolledPeople sequence={sequence} state={search.state} />
      ) : (
        <PageBody>
          <div className={styles.columns}>
            <div className={styles.steps}>
              <Steps sequence={sequence} mayChange={runs && sequence.state !== 'archived'} />
              <WhatStops />
            </div>
            {runs && <PersonGetsIt sequence={sequence} person={search.person} />}
          </div>
        </PageBody>
      )}
      {editing && <EditSequence sequence={sequence} onClose={() => setEditing(false)} />}
    </Page>
  )
}
