import { Button } from '@mantine/core'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { VirtualGrid } from '../../../design/parts/VirtualGrid.tsx'
import { VirtualList } from '../../../design/parts/VirtualList.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { ask } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import { Because } from './Because.tsx'
import styles from './candidates.module.css'
import { filterKeys, filtersOf } from './candidates-search.ts'
import { columnsFor, doingOf, RelationshipState, StandingCell } from './columns.tsx'
import { useListPlace } from './list-place.ts'
import type { CandidateLine, useCandidateList } from './use-candidate-list.ts'
import { useCandidatesSearch, useQuestion } from './use-candidates-search.ts'

/** The people found: a grid, on a phone two lines each. */
export const CandidateList = ({
  list,
  asked,
  phone,
  cursor,
  onCursor,
  onOpen,
  chosen,
  onChoose,
}: {
  readonly list: ReturnType<typeof useCandidateList>
  readonly asked: boolean
  readonly phone: boolean
  readonly cursor: string | undefined
  readonly onCursor: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
}) => {
  const [search] = useCandidatesSearch()
  const question = useQuestion()
  const { pool, empty } = useListPlace()
  if (list.failed)
    return (
      <div className={styles.whole}>
        <ErrorState
          happened="The list could not be loaded"
          safe="Nothing was changed."
          todo={list.failed.refusal.says}
        >
          <Button onClick={list.again}>Try again</Button>
        </ErrorState>
      </div>
    )
  if (list.isLoading)
    return (
      <div className={styles.whole}>
        <RowSkeletons rows={14} />
      </div>
    )
  if (list.rows.length === 0)
    return (
      <div className={styles.whole}>
        {asked || Object.keys(filtersOf(search)).length > 0 ? <NobodyFound /> : (empty ?? <NobodyYet />)}
      </div>
    )
  const keys = {
    label: 'Candidates',
    rows: list.rows,
    keyOf: (person: CandidateLine) => person.id,
    nameOf: (person: CandidateLine) => person.name,
    cursor,
    onCursor,
    onOpen: (person: CandidateLine) => onOpen(person.id),
    onNearEnd: list.more,
  }
  if (phone)
    return (
      <VirtualList
        {...keys}
        row={(person) => <PhoneRow person={person} asked={asked} />}
        selected={chosen}
        onSelect={onChoose}
      />
    )
  const hidden = new Set([...(search.hide ?? []), ...(search.open ? besidePanel : [])])
  const selectAll = async () => {
    const { words, filters } = question
    onChoose(new Set((await ask('views.candidateIds', { words, filters })).ids))
  }
  return (
    <div className={styles.beside} data-open={search.open !== undefined || undefined}>
      <VirtualGrid
        {...keys}
        columns={columnsFor(asked, pool !== undefined).filter(({ key }) => !hidden.has(key))}
        selected={chosen}
        onSelect={onChoose}
        allSelected={list.count !== undefined && !list.count.more && chosen.size >= list.count.count}
        onSelectAll={() => void selectAll()}
      />
    </div>
  )
}

// Under the open panel there is room for who it is, how we stand and why.
const besidePanel = ['place', 'owner', 'activity']

const PhoneRow = ({ person, asked }: { readonly person: CandidateLine; readonly asked: boolean }) => (
  <div className={styles.phoneRow}>
    <WhoCell
      face={<Face id={person.id} name={person.name} size="l" />}
      name={<Name>{person.name}</Name>}
      under={doingOf(person)}
    />
    {person.standing ? (
      <StandingCell standing={person.standing} />
    ) : (
      <RelationshipState of={person.relationship} />
    )}
    {asked && person.why.length > 0 && (
      <div className={styles.phoneWhy}>
        <Because why={person.why} />
      </div>
    )}
  </div>
)

const NobodyFound = () => {
  const [search, change] = useCandidatesSearch()
  const hasFilters = Object.keys(filtersOf(search)).length > 0
  return (
    <EmptyState
      title="Nobody found"
      teaches={
        <>
          Every word must stand somewhere on the record. Use <kbd>OR</kbd> between words, a <kbd>*</kbd> after
          the beginning of one, <kbd>"quotes"</kbd> for words in a row, and <kbd>-</kbd> before what must not
          be there.
        </>
      }
    >
      {hasFilters && (
        <Button onClick={() => change(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>
          Remove the filters
        </Button>
      )}
      {search.q && <Button onClick={() => change({ q: undefined })}>Clear the search</Button>}
    </EmptyState>
  )
}

const NobodyYet = () => {
  const [, change] = useCandidatesSearch()
  const mayEdit = useMay('candidates.edit')
  return (
    <EmptyState
      title="Nobody on record yet"
      teaches="Everyone who applies, is referred, writes to you or is added by hand stands here once, with all that ever happened between you."
    >
      {mayEdit && (
        <>
          <Button variant="filled" onClick={() => change({ add: 'form' })}>
            Add a person
          </Button>
          <Button onClick={() => change({ add: 'files' })}>Drop résumés</Button>
        </>
      )}
    </EmptyState>
  )
}
