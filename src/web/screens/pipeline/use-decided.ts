import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, type Refused } from '../../api/client.ts'
import { type Change, useCall } from '../../api/use-ask.ts'
import type { DecidedPage, DecidedPerson } from './decided-words.ts'

const shown = [
  'ats.decided',
  'ats.board',
  'ats.boardTable',
  'ats.job',
  'ats.jobs',
  'ats.reviewQueue',
] as const

/** Who was decided on, page by page, newest first. */
export const useDecided = (jobId: string) => {
  const list = useInfiniteQuery<DecidedPage, Refused>({
    queryKey: ['ats.decided', { jobId }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('ats.decided', { jobId, ...(pageParam ? { after: pageParam } : {}) } as never, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  return { list, rows, count: list.data?.pages[0]?.count ?? 0 }
}

/** Everybody decided on, also those whom the list has not loaded: what “all” means. */
export const everyDecided = async (jobId: string): Promise<readonly DecidedPerson[]> => {
  const rows: DecidedPerson[] = []
  let after: DecidedPage['after'] | undefined
  do {
    const page = await ask('ats.decided', { jobId, limit: 500, ...(after ? { after } : {}) } as never)
    rows.push(...page.rows)
    after = page.after ?? undefined
  } while (after)
  return rows
}

/** The acts on decided people, shown at once; what is refused is put back as it was. */
export const useDecidedActs = () => ({
  undo: useCall('ats.undoDecisions', {
    freshens: shown,
    optimistic: (input, change) => {
      const ids = new Set<string>(input.decisionIds)
      onRows(change, (rows) => rows.filter((row) => !row.decisionId || !ids.has(row.decisionId)))
    },
  }),
  cancel: useCall('messaging.cancelMails', {
    freshens: ['ats.decided'],
    optimistic: (input, change) => {
      const ids = new Set<string>(input.messageIds)
      onRows(change, (rows) =>
        rows.map((row) =>
          row.mail && ids.has(row.mail.id) ? { ...row, mail: { ...row.mail, state: 'cancelled' } } : row,
        ),
      )
    },
  }),
})

/** The list is kept page after page under the name of its query. */
const onRows = (change: Change, to: (rows: readonly DecidedPerson[]) => readonly DecidedPerson[]) =>
  change('ats.decided', (answer) => {
    const of = (page: DecidedPage) => {
      const rows = to(page.rows)
      return { ...page, rows, count: page.count - (page.rows.length - rows.length) }
    }
    return 'pages' in answer
      ? ({ ...(answer as object), pages: (answer as { pages: DecidedPage[] }).pages.map(of) } as never)
      : (of(answer) as never)
  })
