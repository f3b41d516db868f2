import { useEffect, useState } from 'react'
import type { QueryName } from '../../api/client.ts'
import { queryClient } from '../../api/use-ask.ts'

/** What is being changed, until it is kept: it follows the record while nothing was touched. */
export const useDraft = <Value>(saved: Value, of: QueryName = 'ats.job') => {
  const [draft, setDraft] = useState<Value>()
  const key = JSON.stringify(saved)
  const isChanged = draft !== undefined && JSON.stringify(draft) !== key
  // biome-ignore lint/correctness/useExhaustiveDependencies: once what was kept arrives, the draft has served.
  useEffect(() => {
    if (!isChanged) setDraft(undefined)
  }, [key])
  return {
    value: draft ?? saved,
    isChanged,
    change: setDraft as (value: Value) => void,
    drop: () => setDraft(undefined),
    /** Lets go of what was sent once the record shows it: what was kept may differ from it (ids, order). */
    keep: async (answer: Promise<{ readonly ok: boolean }>) => {
      if (!(await answer).ok) return
      await queryClient.invalidateQueries({ queryKey: [of] })
      setDraft((now) => (now === draft ? undefined : now))
    },
  }
}

/** A list with one of its entries moved by a step; out of the list it stays. */
export const shifted = <Item>(items: readonly Item[], at: number, by: number): Item[] => {
  const to = at + by
  if (to < 0 || to >= items.length) return [...items]
  const next = [...items]
  const [item] = next.splice(at, 1)
  next.splice(to, 0, item!)
  return next
}

/** A list with one entry changed. */
export const changedAt = <Item>(items: readonly Item[], at: number, part: Partial<Item>): Item[] =>
  items.map((item, place) => (place === at ? { ...item, ...part } : item))

/** A list without one of its entries. */
export const without = <Item>(items: readonly Item[], at: number): Item[] =>
  items.filter((_, place) => place !== at)

/** A short name for a new entry, which stays while its wording is edited. */
export const freshId = (): string => crypto.randomUUID().slice(0, 8)
