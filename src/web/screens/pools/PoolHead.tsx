import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { memberStates } from '../../../crm/model/pool.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useCandidatesSearch } from '../candidates/use-candidates-search.ts'
import { memberStateWords } from './pool-words.ts'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** What a pool is for, whose it is and who sees it; how its people are, each figure a filter. */
export const PoolHead = ({ pool }: { readonly pool: PoolLine }) => {
  const [search, change] = useCandidatesSearch()
  const chosen = search.memberStates ?? []
  return (
    <div className={styles.head}>
      {pool.description && <p>{pool.description}</p>}
      <div className={styles.about}>
        <span className={styles.owner}>
          <Face id={pool.ownerId} name={pool.ownerName} size="s" />
          <Name>{pool.ownerName}</Name>
        </span>
        {pool.access === 'private' ? <SeenBy pool={pool} /> : <span>Seen by the team</span>}
        {pool.archivedAt && <Chip>Archived</Chip>}
        <FilterChips>
          {memberStates.map((state) => {
            const on = chosen.includes(state)
            const next = on ? chosen.filter((one) => one !== state) : [...chosen, state]
            return (
              <FilterChip
                key={state}
                label={memberStateWords[state].says}
                count={pool[state]}
                says={on ? memberStateWords[state].means : undefined}
                on={on}
                onToggle={() =>
                  change({ memberStates: next.length > 0 ? next : undefined }, { replace: true })
                }
              />
            )
          })}
        </FilterChips>
      </div>
    </div>
  )
}

const SeenBy = ({ pool }: { readonly pool: PoolLine }) => {
  const users = useAsk('accounts.users', {}, { staleTime: 300_000 }).data ?? []
  const names = pool.readers.flatMap((id) => users.find((user) => user.id === id)?.name ?? [])
  return (
    <span className={styles.private}>
      <IconLock aria-hidden />
      {names.length > 0 ? `Private, also seen by ${names.join(', ')}` : 'Private'}
    </span>
  )
}
