import { type MemberState, memberStates } from '../../../crm/model/pool.ts'
import { FilterChip } from '../../../design/parts/FilterChips.tsx'
import { useCandidatesSearch } from '../candidates/use-candidates-search.ts'
import { memberStateWords } from './pool-words.ts'

/** How the people of a pool are, each a filter one press away; chosen it says what it means. */
export const MemberStateChips = ({ counts }: { readonly counts: Readonly<Record<MemberState, number>> }) => {
  const [search, change] = useCandidatesSearch()
  const chosen = search.memberStates ?? []
  return memberStates.map((state) => {
    const on = chosen.includes(state)
    const next = on ? chosen.filter((one) => one !== state) : [...chosen, state]
    return (
      <FilterChip
        key={state}
        label={memberStateWords[state].says}
        count={counts[state]}
        says={on ? memberStateWords[state].means : undefined}
        on={on}
        onToggle={() => change({ memberStates: next.length > 0 ? next : undefined }, { replace: true })}
      />
    )
  })
}
