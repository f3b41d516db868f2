import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { EnrolmentState } from '../../../crm/model/enrolment.ts'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { BottomBar, PageBody, PageLine } from '../../../design/parts/Page.tsx'
import { HairlineList } from '../../../design/parts/Rows.tsx'
import { EmptyState, RowSkeletons } from '../../../design/parts/States.tsx'
import { ask } from '../../api/client.ts'
import { EnrolledRow } from './EnrolledRow.tsx'
import type { SequenceSeen } from './Sequence.tsx'
import { enrolmentStateWords } from './sequence-words.ts'

const filters = ['active', 'waiting-for-line', 'paused', 'stopped', 'finished'] as const

/** The people in a sequence: how each stands, what comes next, and how they answered. */
export const EnrolledPeople = ({
  sequence,
  state,
}: {
  readonly sequence: SequenceSeen
  readonly state: EnrolmentState | undefined
}) => {
  const navigate = useNavigate()
  const input = { sequenceId: sequence.id, ...(state ? { states: [state] } : {}) }
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['views.enrolledPeople', input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('views.enrolledPeople', { ...input, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const people = data?.pages.flatMap((page) => page.people)
  const choose = (to: EnrolmentState | undefined) =>
    void navigate({
      to: '/outreach/$sequenceId',
      params: { sequenceId: sequence.id },
      search: { tab: 'people', ...(to ? { state: to } : {}) },
      replace: true,
    } as never)
  return (
    <>
      <PageLine ruled>
        <FilterChips>
          {filters.map((one) => (
            <FilterChip
              key={one}
              label={enrolmentStateWords[one]}
              on={state === one}
              onToggle={() => choose(state === one ? undefined : one)}
            />
          ))}
        </FilterChips>
      </PageLine>
      <PageBody>
        {!people ? (
          <RowSkeletons />
        ) : people.length === 0 ? (
          <EmptyState
            title={state ? 'Nobody stands like that' : 'Nobody is in it yet'}
            teaches={
              state
                ? 'Choose another filter, or show everybody.'
                : 'Choose people in Candidates or in a pool and press Q. You see first who will get it, who will not and why.'
            }
          >
            {state ? (
              <Button onClick={() => choose(undefined)}>Show everybody</Button>
            ) : (
              <Button component={Link} to="/candidates">
                Choose in Candidates
              </Button>
            )}
          </EmptyState>
        ) : (
          <HairlineList label="People">
            {people.map((one) => (
              <EnrolledRow key={one.enrolmentId} of={one} sequence={sequence} />
            ))}
          </HairlineList>
        )}
        {hasNextPage && (
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </PageBody>
      <BottomBar leftOut="People you may not see are not listed or counted">
        <span>
          {sequence.people} in it, {sequence.active} still going on, {sequence.replied} answered,{' '}
          {sequence.interested} interested
        </span>
      </BottomBar>
    </>
  )
}
