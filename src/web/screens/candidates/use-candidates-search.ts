import { useNavigate, useSearch } from '@tanstack/react-router'
import { type CandidatesSearch, questionOf } from './candidates-search.ts'
import { useListPlace } from './list-place.ts'

/** What the address says the list shows, and how to change it; a change of the question leaves the saved view. */
export const useCandidatesSearch = () => {
  const search = useSearch({ strict: false }) as CandidatesSearch
  const navigate = useNavigate()
  const { to, params } = useListPlace()
  const change = (part: Partial<CandidatesSearch>, { replace = false } = {}) =>
    void navigate({
      to,
      params,
      search: (before: CandidatesSearch) => ({ ...before, ...part }),
      replace,
    } as never)
  return [search, change] as const
}

/** What is asked of the list here, with what its place asks always. */
export const useQuestion = () => {
  const [search] = useCandidatesSearch()
  const question = questionOf(search)
  const { fixed } = useListPlace()
  return { ...question, filters: { ...question.filters, ...fixed } }
}
