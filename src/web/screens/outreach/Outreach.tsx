import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { BottomBar, Page, PageBody, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import table from '../pools/pool-table.module.css'
import { NewSequence } from './NewSequence.tsx'
import styles from './outreach.module.css'
import type { OutreachSearch } from './outreach-search.ts'
import { SequenceRow } from './SequenceRow.tsx'

const route = getRouteApi('/team/outreach')

/** The sequences in sight: who is in each, who answered, and how many are interested. */
export const Outreach = () => {
  usePageTitle('Outreach')
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<OutreachSearch>) =>
    void navigate({
      to: '/outreach',
      search: (before: OutreachSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  const asked = useAsk('views.sequences', { archived: search.archived ?? false })
  const runs = useMay('crm.runSequences')
  const seesAll = useMay('crm.seePrivateSequences')
  const shown = asked.data?.sequences ?? []
  const begin = () => change({ new: true })
  useShortcuts({ c: runs ? { label: 'New sequence', run: begin } : undefined })
  return (
    <Page>
      <PageHeader title="Outreach">
        {runs && (shown.length > 0 || search.archived) && (
          <Button
            variant="filled"
            leftSection={<IconPlus />}
            rightSection={<KeyCap keys="c" />}
            onClick={begin}
          >
            New sequence
          </Button>
        )}
      </PageHeader>
      <PageLine ruled>
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
            happened="The sequences can’t be shown"
            safe={asked.error.refusal.says}
            todo="Try again in a moment."
          />
        ) : !asked.data ? (
          <RowSkeletons />
        ) : shown.length === 0 ? (
          <NoSequences
            archived={!!search.archived}
            onNew={runs ? begin : undefined}
            onAll={() => change({ archived: undefined })}
          />
        ) : (
          <table className={`${table.table} ${styles.list}`}>
            <thead>
              <tr>
                <th scope="col">Sequence</th>
                <th scope="col">State</th>
                <th scope="col" className={table.figure}>
                  People
                </th>
                <th scope="col" className={table.figure}>
                  Still in it
                </th>
                <th scope="col" className={table.figure}>
                  Answered
                </th>
                <th scope="col" className={table.figure}>
                  Interested
                </th>
                <th scope="col">Owner</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((sequence) => (
                <SequenceRow key={sequence.id} sequence={sequence} />
              ))}
            </tbody>
          </table>
        )}
      </PageBody>
      <BottomBar leftOut={!seesAll && 'Private sequences of colleagues are not listed'}>
        <span>
          {shown.length} {shown.length === 1 ? 'sequence' : 'sequences'}
        </span>
        <span>Interested: of those who answered, as whoever read it noted</span>
      </BottomBar>
      {search.new && runs && (
        <NewSequence
          onClose={() => change({ new: undefined })}
          onMade={(sequenceId) =>
            void navigate({ to: '/outreach/$sequenceId', params: { sequenceId } } as never)
          }
        />
      )}
    </Page>
  )
}

const NoSequences = ({
  archived,
  onNew,
  onAll,
}: {
  readonly archived: boolean
  readonly onNew: (() => void) | undefined
  readonly onAll: () => void
}) =>
  archived ? (
    <EmptyState
      title="No sequence is archived"
      teaches="A sequence that is no longer used is archived on its page; what it sent stays on record."
    >
      <Button onClick={onAll}>Show those at work</Button>
    </EmptyState>
  ) : (
    <EmptyState
      title="No sequences yet"
      teaches="A sequence writes to people in steps, some working days apart, in your name. It ends for each of them as soon as they answer, apply or want no more mail, and before each mail the contact guard is asked."
    >
      {onNew && (
        <Button variant="filled" onClick={onNew}>
          New sequence
        </Button>
      )}
    </EmptyState>
  )
