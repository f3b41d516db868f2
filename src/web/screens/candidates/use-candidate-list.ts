import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, type OutputOf, type Queries, type Refused } from '../../api/client.ts'
import type { questionOf } from './candidates-search.ts'

export type Question = ReturnType<typeof questionOf>
export type CandidatesPage = OutputOf<Queries, 'views.candidates'>
export type CandidateLine = CandidatesPage['rows'][number]

/** The list, page after page; the rows before stay on the screen while a new question is asked. */
export const useCandidateList = (question: Question) => {
  const list = useInfiniteQuery<CandidatesPage, Refused>({
    queryKey: ['views.candidates', question, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('views.candidates', { ...question, after: pageParam as string | undefined }, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const pages = list.data?.pages
  const rows = useMemo(() => {
    // A record that moved up while pages were loaded stands on two of them.
    const seen = new Map<string, CandidateLine>()
    for (const page of pages ?? []) for (const row of page.rows) if (!seen.has(row.id)) seen.set(row.id, row)
    return [...seen.values()]
  }, [pages])
  const first = pages?.[0]
  return {
    rows,
    count: first?.count,
    hidden: first?.hidden ?? 0,
    lookedAt: pages?.find(({ lookedAt }) => lookedAt !== undefined)?.lookedAt,
    isLoading: list.isPending,
    isFreshening: list.isPlaceholderData,
    failed: list.data ? undefined : list.error,
    again: () => void list.refetch(),
    more: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
    },
  }
}
