import { SegmentedControl } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { PageLine } from '../../../design/parts/Page.tsx'
import styles from './pipeline.module.css'
import { quietDays } from './pipeline-search.ts'
import { type Board, usePipelineSearch } from './use-pipeline.ts'

/** Board or table, and the filters both share; each says how many it would leave. */
export const FilterLine = ({ choices }: { readonly choices: Board['choices'] | undefined }) => {
  const { search, change } = usePipelineSearch()
  return (
    <PageLine ruled>
      <SegmentedControl
        aria-label="Shown as"
        data={[
          { value: 'board', label: 'Board' },
          { value: 'table', label: 'Table' },
        ]}
        value={search.view ?? 'board'}
        onChange={(view) => change({ view: view === 'table' ? 'table' : undefined })}
      />
      <FilterChips>
        <FilterChip
          label="Our turn"
          count={choices?.ours}
          on={search.turn === 'us'}
          onToggle={() => change({ turn: search.turn === 'us' ? undefined : 'us' })}
        />
        <FilterChip
          label="Their turn"
          count={choices?.theirs}
          on={search.turn === 'them'}
          onToggle={() => change({ turn: search.turn === 'them' ? undefined : 'them' })}
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
          onToggle={() => change({ overdue: search.overdue ? undefined : true })}
        />
        <FilterChip
          label={`No word for ${quietDays} days`}
          count={choices?.quiet}
          on={!!search.quiet}
          onToggle={() => change({ quiet: search.quiet ? undefined : true })}
        />
        <FilterChip
          label="Held"
          count={choices?.held}
          on={!!search.held}
          onToggle={() => change({ held: search.held ? undefined : true })}
        />
        <FilterChip
          label="Mine"
          count={choices?.mine}
          on={!!search.mine}
          onToggle={() => change({ mine: search.mine ? undefined : true })}
        />
      </FilterChips>
      <span className={styles.end}>Longest without word first</span>
    </PageLine>
  )
}
