import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { BottomBar, Page, PageBody, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { NewPool } from './NewPool.tsx'
import { countedStates, PoolRow } from './PoolRow.tsx'
import table from './pool-table.module.css'
import { memberStateWords } from './pool-words.ts'
import type { PoolsSearch } from './pools-search.ts'

const route = getRouteApi('/team/pools')

/** The pools in sight, and how the people in each are. */
export const Pools = () => {
  usePageTitle('Pools')
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<PoolsSearch>) =>
    void navigate({
      to: '/pools',
      search: (before: PoolsSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  const asked = useAsk('views.pools', { archived: search.archived ?? false })
  const manages = useMay('crm.managePools')
  const seesAll = useMay('crm.seePrivatePools')
  useShortcuts({ c: manages ? { label: 'New pool', run: () => change({ new: true }) } : undefined })
  const words = (search.q ?? '').trim().toLocaleLowerCase()
  const shown = (asked.data?.pools ?? []).filter(({ name, description }) =>
    `${name} ${description ?? ''}`.toLocaleLowerCase().includes(words),
  )
  const newPool = (
    <Button
      variant="filled"
      leftSection={<IconPlus />}
      rightSection={<KeyCap keys="c" />}
      onClick={() => change({ new: true })}
    >
      New pool
    </Button>
  )
  return (
    <Page>
      <PageHeader title="Pools">{manages && newPool}</PageHeader>
      <PageLine ruled>
        <SearchBox
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          label="Names, what they are for"
        />
        <FilterChips>
          <FilterChip
            label="Archived"
            on={!!search.archived}
            onToggle={() => change({ archived: search.archived ? undefined : true })}
          />
        </FilterChips>
      </PageLine>
      <PageBody>
        {asked.error && !asked.data ? (
          <ErrorState
            happened="The pools can’t be shown"
            safe={asked.error.refusal.says}
            todo="Try again in a moment."
          />
        ) : !asked.data ? (
          <RowSkeletons />
        ) : shown.length === 0 ? (
          <NoPools
            narrowed={words !== ''}
            archived={!!search.archived}
            manages={manages}
            onNew={() => change({ new: true })}
            onAll={() => change({ q: undefined, archived: undefined })}
          />
        ) : (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Pool</th>
                <th scope="col">Stages</th>
                <th scope="col" className={table.figure}>
                  People
                </th>
                {countedStates.map((state) => (
                  <th key={state} scope="col" className={table.figure}>
                    {memberStateWords[state].says}
                  </th>
                ))}
                <th scope="col">Owner</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((pool) => (
                <PoolRow key={pool.id} pool={pool} />
              ))}
            </tbody>
          </table>
        )}
      </PageBody>
      <BottomBar
        leftOut={!seesAll && 'Private pools of colleagues are not listed; their owners can let you see them'}
      >
        <span>
          {shown.length} {shown.length === 1 ? 'pool' : 'pools'}
        </span>
        <span>
          {countedStates
            .map((state) => `${memberStateWords[state].says}: ${memberStateWords[state].means}`)
            .join(' · ')}
        </span>
      </BottomBar>
      {search.new && manages && (
        <NewPool
          onClose={() => change({ new: undefined })}
          onMade={(poolId) => void navigate({ to: '/pools/$poolId', params: { poolId } } as never)}
        />
      )}
    </Page>
  )
}

const NoPools = ({
  narrowed,
  archived,
  manages,
  onNew,
  onAll,
}: {
  readonly narrowed: boolean
  readonly archived: boolean
  readonly manages: boolean
  readonly onNew: () => void
  readonly onAll: () => void
}) =>
  narrowed || archived ? (
    <EmptyState
      title={narrowed ? 'No pool fits' : 'No pool is archived'}
      teaches={
        narrowed
          ? 'Look for other words, or show all pools.'
          : 'A pool that is no longer worked with is archived on its page; its people stay on record.'
      }
    >
      <Button onClick={onAll}>Show all pools</Button>
    </EmptyState>
  ) : (
    <EmptyState
      title="No pools yet"
      teaches="A pool keeps people warm for work that is still to come: those you met, those who nearly got a job, those who would move in spring. Each stands in a stage, and you see who is ready and who went quiet."
    >
      {manages && (
        <Button variant="filled" onClick={onNew}>
          New pool
        </Button>
      )}
    </EmptyState>
  )
