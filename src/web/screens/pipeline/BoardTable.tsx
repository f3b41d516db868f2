import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { EmptyState, RowSkeletons } from '../../../design/parts/States.tsx'
import { TurnMark } from '../../../design/parts/TurnMark.tsx'
import { type Column, VirtualGrid } from '../../../design/parts/VirtualGrid.tsx'
import { VirtualList } from '../../../design/parts/VirtualList.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { useReader } from '../../../design/reader.ts'
import { ask, type Refused } from '../../api/client.ts'
import { CardMenu } from './CardMenu.tsx'
import { daysSay, sourceSays, turnOf } from './card-words.ts'
import type { PipelineFilter } from './pipeline-search.ts'
import styles from './rows.module.css'
import type { Acts } from './use-acts.ts'
import type { Table, TableRow } from './use-pipeline.ts'

/** The same people as rows, over the same filter. */
export const BoardTable = ({
  filter,
  acts,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly filter: PipelineFilter
  readonly acts: Acts
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (card: TableRow) => void
}) => {
  const reader = useReader()
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [cursor, setCursor] = useState<string>()
  const [menu, setMenu] = useState<string>()
  const list = useInfiniteQuery<Table, Refused>({
    queryKey: ['ats.boardTable', filter, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('ats.boardTable', { ...filter, ...(pageParam ? { after: pageParam } : {}) } as never, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const stages = list.data?.pages[0]?.stages ?? []
  const stageOf = (id: string) => stages.find((stage) => stage.id === id)
  const stageName = (id: string) => stageOf(id)?.name ?? ''
  if (list.isPending) return <RowSkeletons />
  if (rows.length === 0)
    return (
      <EmptyState
        title="Nobody here"
        teaches="No one on this job fits the filter. Take a filter off to see more."
      />
    )
  const who = (card: TableRow) => (
    <WhoCell
      face={<Face id={card.candidateId} name={card.name} />}
      name={
        <Link to="/candidates/$candidateId" params={{ candidateId: card.candidateId }}>
          <Name>{card.name}</Name>
        </Link>
      }
      under={card.title ?? undefined}
    />
  )
  const turn = (card: TableRow) => {
    const { whose, says } = turnOf(card, new Date(), reader)
    return (
      <span className={styles.cut} title={says}>
        <TurnMark whose={whose}>{says}</TurnMark>
      </span>
    )
  }
  const menuOf = (card: TableRow) => (
    <CardMenu
      card={card}
      stages={stages}
      acts={acts}
      opened={menu === card.applicationId}
      onOpened={(opened) => setMenu(opened ? card.applicationId : undefined)}
    />
  )
  const columns: Column<TableRow>[] = [
    { key: 'who', title: 'Person', width: 'minmax(0, 1.4fr)', cell: who },
    { key: 'stage', title: 'Stage', width: '112px', cell: (card) => stageName(card.stageId) },
    { key: 'turn', title: 'Whose turn', width: 'minmax(0, 1.4fr)', cell: turn },
    { key: 'here', title: 'Here', width: '64px', cell: (card) => daysSay(card.daysInStage) },
    { key: 'word', title: 'Last word', width: '88px', cell: (card) => daysSay(card.daysSinceWord) },
    {
      key: 'promised',
      title: 'Answer by',
      width: '112px',
      cell: (card) => (card.promisedFor ? <DateText at={card.promisedFor} as="day" /> : ''),
    },
    { key: 'source', title: 'From', width: '100px', cell: (card) => sourceSays(card.source) },
    {
      key: 'owner',
      title: 'Owner',
      width: '148px',
      cell: (card) => <Name>{stageOf(card.stageId)?.owner?.name ?? ''}</Name>,
    },
    { key: 'acts', title: 'Acts', width: '52px', cell: menuOf },
  ]
  const keys = {
    rows,
    keyOf: (card: TableRow) => card.applicationId,
    nameOf: (card: TableRow) => card.name,
    cursor,
    onCursor: setCursor,
    onOpen,
    onNearEnd: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
    },
    selected: chosen,
    onSelect: onChoose,
  }
  return phone ? (
    <VirtualList
      {...keys}
      label="People on this job"
      row={(card) => (
        <div className={styles.phoneRow}>
          {who(card)}
          {menuOf(card)}
          <span>{turn(card)}</span>
          <span>
            {stageName(card.stageId)}, here {daysSay(card.daysInStage)}, last word{' '}
            {daysSay(card.daysSinceWord)}
          </span>
        </div>
      )}
    />
  ) : (
    <VirtualGrid {...keys} label="People on this job" columns={columns} />
  )
}
