import type { QueryClient } from '@tanstack/react-query'
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
    void cache.invalidateQueries({
      predicate: ({ queryKey }) => notices.some((notice) => concerns(notice, queryKey[1])),
    })
  }
  source.addEventListener('fact', (event) => {
    waiting.push(JSON.parse(event.data) as Notice)
    timer ??= setTimeout(flush, 200)
  })
  // After a break anything may have changed.
  let broken = false
  source.addEventListener('error', () => {
    broken = true
  })
  source.addEventListener('ready', () => {
    // What was answered before the first notice could come may be old too; what is on its way is new enough.
    void cache.invalidateQueries({}, { cancelRefetch: broken })
    broken = false
  })
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** Whether a query with this input may say something else after the notice: it names a subject of it, or no subject at all. */
export const concerns = (notice: Notice, input: unknown): boolean => {
  if (!notice.marks?.length || typeof input !== 'object' || input === null) return true
  const marks = new Set(notice.marks)
  const named = subjectFields.flatMap((field) => (input as Record<string, unknown>)[field] ?? []).flat()
  return named.length === 0 || named.some((id) => marks.has(markOf(String(id))))
}
const subjectFields = ['candidateId', 'applicationId', 'candidateIds', 'applicationIds']
