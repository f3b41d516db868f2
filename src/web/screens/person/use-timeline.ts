import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ask, type InputOf, type OutputOf, type Queries, type Refused } from '../../api/client.ts'

export type TimelinePage = OutputOf<Queries, 'views.timeline'>
export type Entry = TimelinePage['entries'][number]
export type Kind = NonNullable<InputOf<Queries, 'views.timeline'>['kinds']>[number]

/** Everything that happened with a person, page after page. */
export const useTimeline = (input: {
  readonly candidateId: string
  readonly kinds?: Kind[] | undefined
  readonly applicationId?: string | undefined
  readonly limit?: number
}) =>
  useInfiniteQuery<TimelinePage, Refused>({
    queryKey: ['views.timeline', input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('views.timeline', { ...input, after: pageParam as string | undefined }, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before, query) =>
      (query?.queryKey[1] as typeof input | undefined)?.candidateId === input.candidateId
        ? keepPreviousData(before)
        : undefined,
  })
