import { ActionIcon, Button, Menu } from '@mantine/core'
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import { getRouteApi, Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SequenceState } from '../../../crm/model/sequence.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Page, PageBody, PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { people } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { EnrolledPeople } from './EnrolledPeople.tsx'
import { showsSequences } from './enrolment-acts.ts'
import { EditSequence } from './NewSequence.tsx'
import styles from './outreach.module.css'
import { PersonGetsIt } from './PersonGetsIt.tsx'
import { Steps } from './Steps.tsx'
import { sequenceStateWords } from './sequence-words.ts'
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

/** Starts, stops or puts a sequence away, and offers to take that back. */
const useRunning = (sequence: SequenceSeen) => {
  const call = useCall('crm.setSequencesState', { freshens: showsSequences })
  const run = async (state: SequenceState) => {
    const answer = await call.run({ sequenceIds: [sequence.id], state })
    if (!answer.ok) showRefusal(answer.refusal)
    return answer.ok
  }
  const set = async (state: SequenceState) => {
    const before = sequence.state
    if (await run(state))
      offerUndo({
        says: {
          running: sequence.active > 0 ? `Started for ${people(sequence.active)}` : `${sequence.name} runs`,
          draft: before === 'archived' ? `${sequence.name} is a draft again` : `Stopped ${sequence.name}`,
          archived: `Archived ${sequence.name}`,
        }[state],
        undo: () => run(before),
      })
  }
  return { set, running: call.running }
}
