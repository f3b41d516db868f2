import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { showRefusal } from './show-refusal.ts'
import type { CandidatesPage } from './use-candidate-list.ts'

/** Says who looks after people, at once on the screen; resolves to how to take it back, or nothing where refused. */
export const useSetOwner = () => {
  const cache = useQueryClient()
  const show = (ids: ReadonlySet<string>, ownerId: string | null, ownerName: string | null) =>
    cache.setQueriesData<InfiniteData<CandidatesPage>>({ queryKey: ['views.candidates'] }, (list) =>
      list && 'pages' in list
        ? {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              rows: page.rows.map((row) => (ids.has(row.id) ? { ...row, ownerId, ownerName } : row)),
            })),
          }
        : list,
    )
  const freshen = () => {
    void cache.invalidateQueries({ queryKey: ['views.candidates'] })
    void cache.invalidateQueries({ queryKey: ['views.candidate'] })
    void cache.invalidateQueries({ queryKey: ['views.candidateFacets'] })
  }
  return async (
    candidateIds: readonly string[],
    ownerId: string | null,
    ownerName: string | null,
  ): Promise<(() => Promise<void>) | undefined> => {
    show(new Set(candidateIds), ownerId, ownerName)
    const answer = await call('candidates.setOwner', { candidateIds: [...candidateIds], ownerId })
    freshen()
    if (!answer.ok) {
      showRefusal(answer.refusal)
      return undefined
    }
    const before = Map.groupBy(answer.value.changed, (one) => one.before)
    return async () => {
      for (const [owner, people] of before) {
        const ids = people.map(({ candidateId }) => candidateId)
        const back = await call('candidates.setOwner', { candidateIds: ids, ownerId: owner })
        if (!back.ok) showRefusal(back.refusal)
      }
      freshen()
    }
  }
}
