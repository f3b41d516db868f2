import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import type { CandidatesPage } from '../candidates/use-candidate-list.ts'

/** Who stands before and after a person in the list one came from, as far as it was loaded. */
export const useWalk = (
  candidateId: string,
):
  | { readonly place: string; readonly previous?: string | undefined; readonly next?: string | undefined }
  | undefined => {
  const cache = useQueryClient()
  const lists = cache
    .getQueryCache()
    .findAll({ queryKey: ['views.candidates'] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const { state } of lists) {
    const list = state.data as InfiniteData<CandidatesPage> | undefined
    if (!list || !('pages' in list)) continue
    const rows = list.pages.flatMap((page) => page.rows)
    const at = rows.findIndex(({ id }) => id === candidateId)
    if (at < 0) continue
    const count = list.pages[0]?.count
    return {
      place: `${at + 1} of ${count ? `${count.count}${count.more ? '+' : ''}` : rows.length}`,
      previous: rows[at - 1]?.id,
      next: rows[at + 1]?.id,
    }
  }
  return undefined
}
