import { Button, SegmentedControl, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { ask, type OutputOf, type Queries, type Refused } from '../../api/client.ts'
import type { ImportShown } from './Import.tsx'
import { outcomeWords, revertedWords } from './import-words.ts'
import styles from './people-import.module.css'

type RowsPage = OutputOf<Queries, 'exchange.importRows'>
type Only = 'all' | 'added' | 'joined' | 'skipped' | 'error' | 'suggested'

/** Every row with what would become of it, or did, and why. */
export const RowReport = ({ list }: { readonly list: ImportShown }) => {
  const [only, setOnly] = useState<Only>('all')
  const input = {
    importId: list.id,
    ...(only === 'suggested' ? { suggested: true } : only === 'all' ? {} : { outcome: only }),
  }
  const rows = useInfiniteQuery<RowsPage, Refused>({
    queryKey: ['exchange.importRows', input, list.state],
    queryFn: ({ pageParam, signal }) =>
      ask('exchange.importRows', { ...input, after: pageParam as number | undefined }, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
  })
  const shown = rows.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-label="Row by row">
      <SegmentedControl
        aria-label="Which rows"
        className={styles.which}
        data={[
          { value: 'all', label: 'All rows' },
          { value: 'added', label: 'New' },
          { value: 'joined', label: 'On record' },
          { value: 'suggested', label: 'Perhaps on record' },
          { value: 'skipped', label: 'Left out' },
          { value: 'error', label: 'Can’t come in' },
        ]}
        value={only}
        onChange={(value) => setOnly(value as Only)}
      />
      <Button variant="subtle" component="a" href={`/exports/imports/${list.id}.csv`} download>
        Save the report as CSV
      </Button>
      {!rows.data && <RowSkeletons rows={6} height={36} />}
      {rows.data && shown.length === 0 && <p>No such rows.</p>}
      {shown.length > 0 && (
        <Table className={styles.columns}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              <Table.Th>In the file</Table.Th>
              <Table.Th>
                {shown.some(({ outcome }) => outcome) ? 'What became of it' : 'What would become of it'}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.number}>
                <Table.Td>
                  <span className={styles.row}>Row </span>
                  {row.number}
                </Table.Td>
                <Table.Td className={styles.sample}>
                  {row.cells.filter(Boolean).slice(0, 5).join(' · ')}
                </Table.Td>
                <Table.Td>
                  <Became row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {rows.hasNextPage && (
        <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          Show more rows
        </Button>
      )}
    </section>
  )
}

const Became = ({ row }: { readonly row: RowsPage['rows'][number] }) => {
  const outcome = row.outcome ?? row.foreseen
  const words = outcome && outcomeWords[outcome as keyof typeof outcomeWords][row.outcome ? 'did' : 'would']
  return (
    <>
      {row.reverted ? revertedWords[row.reverted as keyof typeof revertedWords] : words}
      {row.candidate && (
        <>
          {': '}
          <Link to="/candidates/$candidateId" params={{ candidateId: row.candidate.id }}>
            <bdi>{row.candidate.name}</bdi>
          </Link>
        </>
      )}
      {row.sameAsRow !== null && `, the same as row ${row.sameAsRow}`}
      {row.suggestions > 0 &&
        ', perhaps also somebody else on record: that is suggested afterwards, never merged by itself'}
      {row.says.length > 0 && <small>{row.says.map((remark) => remark.says ?? remark.code).join(' ')}</small>}
    </>
  )
}
