import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { BottomBar, Page, PageBody, PageHeader } from '../../../design/parts/Page.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { EmptyState, ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import {
  ask,
  type InputOf,
  type OutputOf,
  type Queries,
  type Refused as RefusedError,
} from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import styles from './duplicates.module.css'
import { MergeDialog } from './MergeDialog.tsx'

type DuplicatesPage = OutputOf<Queries, 'candidates.duplicates'>

/** People who are perhaps on record twice, the likeliest first, each pair with its reasons: merge, or say that they are two. */
export const Duplicates = () => {
  usePageTitle('Duplicates')
  const [merging, setMerging] = useState<readonly string[]>()
  const list = useInfiniteQuery<DuplicatesPage, RefusedError>({
    queryKey: ['candidates.duplicates', {}, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        'candidates.duplicates',
        { after: pageParam as InputOf<Queries, 'candidates.duplicates'>['after'] },
        signal,
      ),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
  })
  const settle = useCall('candidates.settleDuplicates', {
    freshens: ['candidates.duplicates', 'views.candidate'],
  })
  const pairs = list.data?.pages.flatMap(({ rows }) => rows) ?? []
  return (
    <Page>
      <PageHeader
        title="Duplicates"
        crumbs={[
          <Link key="all" to="/candidates">
            Candidates
          </Link>,
        ]}
      />
      <PageBody padded>
        {list.error && (
          <ErrorState
            happened="The list could not be loaded"
            safe="Nothing was changed."
            todo={list.error.refusal.says}
          >
            <Button onClick={() => void list.refetch()}>Try again</Button>
          </ErrorState>
        )}
        {!list.data && !list.error && <RowSkeletons />}
        {list.data && pairs.length === 0 && (
          <EmptyState
            title="Nobody seems to be on record twice"
            teaches="Whoever comes in is compared with everyone on record. Certain matches join by themselves; likely ones wait here with their reasons, and are never merged without you."
          />
        )}
        <HairlineList label="Perhaps the same person">
          {pairs.map((pair) => (
            <Row key={pair.id}>
              <div className={styles.pair}>
                <div>
                  <div className={styles.names}>
                    {[pair.one, pair.other].map((person, at) => (
                      <Link
                        key={person.id}
                        to="/candidates/$candidateId"
                        params={{ candidateId: person.id }}
                        className={styles.names}
                      >
                        {at === 1 && <span aria-hidden>=</span>}
                        <Face id={person.id} name={person.name} />
                        <Name>{person.name}</Name>
                      </Link>
                    ))}
                  </div>
                  <div className={styles.reasons}>
                    {pair.reasons.map(({ says }) => says).join(' · ')} · found{' '}
                    <DateText at={pair.foundAt} as="ago" />
                  </div>
                </div>
                <div className={styles.acts}>
                  <Button
                    variant="subtle"
                    disabled={settle.running}
                    onClick={() => void settle.run({ suggestionIds: [pair.id] })}
                  >
                    Two people
                  </Button>
                  <Button onClick={() => setMerging([pair.one.id, pair.other.id])}>Compare and merge</Button>
                </div>
              </div>
            </Row>
          ))}
        </HairlineList>
        {settle.refusal && <Refused>{settle.refusal.says}</Refused>}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        )}
      </PageBody>
      <BottomBar>
        {pairs.length > 0 && (
          <span>
            {pairs.length}
            {list.hasNextPage ? '+' : ''} {pairs.length === 1 ? 'pair' : 'pairs, the likeliest first'}
          </span>
        )}
      </BottomBar>
      {merging && (
        <MergeDialog
          ids={merging}
          onClose={() => setMerging(undefined)}
          onDone={() => setMerging(undefined)}
        />
      )}
    </Page>
  )
}
