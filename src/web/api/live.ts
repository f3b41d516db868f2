import type { Query, QueryClient } from '@tanstack/react-query'
import { markOf, type Notice } from '../../kernel/model/notice.ts'

/**
 * Keeps open screens true: a notice asks again every shown query whose input or answer names one of its subjects,
 * and every list (a query without a subject in its input). Notices within 200 ms are answered together.
 */
export const listenLive = (cache: QueryClient): (() => void) => {
  let waiting: Notice[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const source = new EventSource('/api/v1/live')
  const flush = () => {
    const notices = waiting
    waiting = []
    timer = undefined
    askAgain(cache, (input) => notices.some((notice) => concerns(notice, input)))
  }
  source.addEventListener('fact', (event) => {
    waiting.push(JSON.parse(event.data) as Notice)
    timer ??= setTimeout(flush, 200)
  })
  // At first and after every break: what was asked before notices could come may be old.
  source.addEventListener('ready', () => askAgain(cache, () => true))
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** Asks the shown queries again whose input fits. A first answer that is on its way is awaited: it may be from before. */
const askAgain = (cache: QueryClient, fits: (input: unknown) => boolean) => {
  const fitting = { predicate: ({ queryKey }: Query) => fits(queryKey[1]) }
  const onTheirWay = cache.getQueryCache().findAll({ ...fitting, fetchStatus: 'fetching' })
  for (const { state, promise, queryKey } of onTheirWay) {
    const again = () => void cache.invalidateQueries({ queryKey, exact: true })
    if (state.data === undefined) promise?.then(again, again)
  }
  void cache.invalidateQueries(fitting)
}

/** Whether a query with this input may say something else after the notice: it names a subject of it, or no subject at all. */
export const concerns = (notice: Notice, input: unknown): boolean => {
  if (!notice.marks?.length || typeof input !== 'object' || input === null) return true
  const marks = new Set(notice.marks)
  const named = subjectFields.flatMap((field) => (input as Record<string, unknown>)[field] ?? []).flat()
  return named.length === 0 || named.some((id) => marks.has(markOf(String(id))))
}
const subjectFields = ['candidateId', 'applicationId', 'candidateIds', 'applicationIds']
