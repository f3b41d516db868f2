import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { OutputOf, Queries } from '../../api/client.ts'
import type { PersonSearch } from './person-search.ts'

export type Person = OutputOf<Queries, 'views.candidate'>

/** Whose page it is, and what its address says. */
export const usePersonAddress = () => {
  const { candidateId } = useParams({ strict: false }) as { candidateId: string }
  const search = useSearch({ strict: false }) as PersonSearch
  const navigate = useNavigate()
  const change = (part: Partial<PersonSearch>) =>
    void navigate({
      to: '/candidates/$candidateId',
      params: { candidateId },
      search: (before: PersonSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  return { candidateId, search, change }
}
