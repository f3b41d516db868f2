import { ActionIcon, Button, Menu } from '@mantine/core'
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import IconArmchair from '@tabler/icons-react/dist/esm/icons/IconArmchair.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Page, PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { type ListPlace, ListPlaceContext } from '../candidates/list-place.ts'
import { People } from '../candidates/People.tsx'
import { showRefusal } from '../candidates/show-refusal.ts'
import { useCandidatesSearch } from '../candidates/use-candidates-search.ts'
import { AddByName } from './AddByName.tsx'
import { EditPool, EditStages } from './EditPool.tsx'
import { MemberStateChips } from './MemberStateChips.tsx'
import { NeedsDialog } from './NeedsDialog.tsx'
import { PoolHead } from './PoolHead.tsx'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** One pool: what it is for, how it is, and its people by stage. */
export const Pool = () => {
  const { poolId } = useParams({ strict: false }) as { poolId: string }
  const { data: pool, error } = useAsk('views.pool', { poolId }, { placeholderData: undefined })
  usePageTitle(pool?.name ?? 'Pool')
  if (error)
    return (
      <Page>
        <ErrorState happened="This pool is not shown" safe={error.refusal.says} todo="Nothing was changed.">
          <Button component={Link} to="/pools">
            To all pools
          </Button>
        </ErrorState>
      </Page>
    )
  if (!pool)
    return (
      <Page>
        <RowSkeletons rows={10} />
      </Page>
    )
  return <OnePool key={pool.id} pool={pool} />
}

const OnePool = ({ pool }: { readonly pool: PoolLine }) => {
  const [dialog, setDialog] = useState<'edit' | 'stages' | 'needs' | 'add'>()
  const manages = useMay('crm.managePools')
  const close = () => setDialog(undefined)
  const mayAdd = manages && !pool.archivedAt
  const { archive, running } = useArchive(pool)
  useShortcuts({
    a: mayAdd ? { label: 'Add people', run: () => setDialog('add') } : undefined,
    i: manages ? { label: 'Edit the pool', run: () => setDialog('edit') } : undefined,
  })
  const place = useMemo<ListPlace>(
    () => ({
      to: '/pools/$poolId',
      params: { poolId: pool.id },
      fixed: { pools: [pool.id] },
      ownFilters: ['pools', 'poolStages', 'memberStates'],
      pool: { id: pool.id, name: pool.name, stages: pool.stages },
      chips: <MemberStateChips counts={pool} />,
      empty: <NobodyInPool onAdd={mayAdd ? () => setDialog('add') : undefined} />,
    }),
    [pool, mayAdd],
  )
  return (
    <ListPlaceContext value={place}>
      <Page>
        <PageHeader
          title={pool.name}
          crumbs={[
            <Link key="pools" to="/pools">
              Pools
            </Link>,
          ]}
          pills={<StagePills pool={pool} />}
        >
          {manages && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label="More">
                  <IconDots />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil />}
                  rightSection={<KeyCap keys="i" />}
                  onClick={() => setDialog('edit')}
                >
                  Edit the pool
                </Menu.Item>
                <Menu.Item leftSection={<IconLayoutColumns />} onClick={() => setDialog('stages')}>
                  Change its stages
                </Menu.Item>
                <Menu.Item leftSection={<IconArmchair />} onClick={() => setDialog('needs')}>
                  Seats it is kept for
                </Menu.Item>
                <Menu.Item leftSection={<IconArchive />} disabled={running} onClick={() => void archive()}>
                  {pool.archivedAt ? 'Take it up again' : 'Archive the pool'}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {mayAdd && (
            <Button
              variant="filled"
              leftSection={<IconUserPlus />}
              rightSection={<KeyCap keys="a" />}
              onClick={() => setDialog('add')}
            >
              Add<span className={styles.wideOnly}>&nbsp;people</span>
            </Button>
          )}
          {manages && pool.archivedAt && (
            <Button variant="filled" loading={running} onClick={() => void archive()}>
              Take it up again
            </Button>
          )}
        </PageHeader>
        <PoolHead pool={pool} />
        <People />
        {dialog === 'edit' && <EditPool pool={pool} onClose={close} />}
        {dialog === 'stages' && <EditStages pool={pool} onClose={close} />}
        {dialog === 'needs' && <NeedsDialog pool={pool} onClose={close} />}
        {dialog === 'add' && <AddByName pool={pool} onClose={close} />}
      </Page>
    </ListPlaceContext>
  )
}

/** Puts a pool away or takes it up again, and the other way round by undo. */
const useArchive = (pool: PoolLine) => {
  const put = useCall('crm.archivePools', { freshens: ['views.pools', 'views.pool'] })
  const run = async (archived: boolean) => {
    const answer = await put.run({ poolIds: [pool.id], archived })
    if (!answer.ok) showRefusal(answer.refusal)
    return answer.ok
  }
  const archive = async () => {
    const archived = !pool.archivedAt
    if (await run(archived))
      offerUndo({
        says: archived ? `Archived ${pool.name}` : `${pool.name} is worked with again`,
        undo: () => run(!archived),
      })
  }
  return { archive, running: put.running }
}

/** The stages as tabs; each is a link with how many stand there. */
const StagePills = ({ pool }: { readonly pool: PoolLine }) => {
  const [search] = useCandidatesSearch()
  const { poolStages: chosen = [], open: _, ...kept } = search
  const link = { as: Link, to: '/pools/$poolId', params: { poolId: pool.id }, activeOptions: exactly }
  return (
    <PillNav label="Stages">
      <Pill {...link} search={kept} current={chosen.length === 0} count={pool.people}>
        All
      </Pill>
      {pool.stages.map((stage) => (
        <Pill
          key={stage.id}
          {...link}
          search={{ ...kept, poolStages: [stage.id] }}
          current={chosen.length === 1 && chosen[0] === stage.id}
          count={stage.people}
        >
          {stage.name}
        </Pill>
      ))}
    </PillNav>
  )
}

const exactly = { exact: true, includeSearch: true } as const

const NobodyInPool = ({ onAdd }: { readonly onAdd: (() => void) | undefined }) => (
  <EmptyState
    title="Nobody in this pool yet"
    teaches="Add people by name here, or choose many in Candidates and press P. They begin in the first stage and can be in other pools as well."
  >
    {onAdd && (
      <>
        <Button variant="filled" onClick={onAdd}>
          Add people
        </Button>
        <Button component={Link} to="/candidates">
          Choose in Candidates
        </Button>
      </>
    )}
  </EmptyState>
)
