import { SegmentedControl } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { PageLine } from '../../../design/parts/Page.tsx'
import styles from './filter-line.module.css'
import { type PipelineSearch, quietDays } from './pipeline-search.ts'
import { type Board, usePipelineSearch } from './use-pipeline.ts'

/** Board or table, and the filters both share; each says how many it would leave. */
export const FilterLine = ({ choices }: { readonly choices: Board['choices'] | undefined }) => {
  const { search, change } = usePipelineSearch()
  // The other filters are about people in process: with one of them the list is of those again.
  const narrow = (part: Partial<PipelineSearch>) => change({ decided: undefined, ...part })
  return (
    <PageLine ruled>
      <SegmentedControl
        aria-label="Shown as"
        data={[
          { value: 'board', label: 'Board' },
          { value: 'table', label: 'Table' },
        ]}
        value={search.decided ? 'table' : (search.view ?? 'board')}
        onChange={(view) => narrow({ view: view === 'table' ? 'table' : undefined })}
      />
      <FilterChips>
        <FilterChip
          label="Our turn"
          count={choices?.ours}
          on={search.turn === 'us'}
          onToggle={() => narrow({ turn: search.turn === 'us' ? undefined : 'us' })}
        />
        <FilterChip
          label="Their turn"
          count={choices?.theirs}
          on={search.turn === 'them'}
          onToggle={() => narrow({ turn: search.turn === 'them' ? undefined : 'them' })}
        />
        <FilterChip
          label={
            <span className={styles.late}>
              <IconAlertTriangle aria-hidden />
              Overdue
            </span>
          }
          count={choices?.overdue}
          on={!!search.overdue}
          onToggle={() => narrow({ overdue: search.overdue ? undefined : true })}
        />
        <FilterChip
          label={`No word for ${quietDays} days`}
          count={choices?.quiet}
          on={!!search.quiet}
          onToggle={() => narrow({ quiet: search.quiet ? undefined : true })}
        />
        <FilterChip
          label="Held"
          count={choices?.held}
          on={!!search.held}
          onToggle={() => narrow({ held: search.held ? undefined : true })}
        />
        <FilterChip
          label="Mine"
          count={choices?.mine}
          on={!!search.mine}
          onToggle={() => narrow({ mine: search.mine ? undefined : true })}
        />
        <FilterChip
          label="Decided"
          count={choices?.decided}
          on={!!search.decided}
          onToggle={() =>
            change(search.decided ? { decided: undefined } : { ...nothingNarrowed, decided: true })
          }
        />
      </FilterChips>
      <span className={styles.end}>
        {search.decided ? 'Newest decision first' : 'Longest without word first'}
      </span>
    </PageLine>
  )
}

const nothingNarrowed = {
  turn: undefined,
  overdue: undefined,
  quiet: undefined,
  held: undefined,
  mine: undefined,
  stage: undefined,
  open: undefined,
} as const
