import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CandidatesSearch } from './candidates-search.ts'

/** What the address says the list shows, and how to change it; a change of the question leaves the saved view. */
export const useCandidatesSearch = () => {
  const search = useSearch({ strict: false }) as CandidatesSearch
  const navigate = useNavigate()
  const change = (part: Partial<CandidatesSearch>, { replace = false } = {}) =>
    void navigate({
      to: '/candidates',
      search: (before: CandidatesSearch) => ({ ...before, ...part }),
      replace,
    } as never)
  return [search, change] as const
}
