import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Link } from '@tanstack/react-router'
import type { MemberState } from '../../../crm/model/pool.ts'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Count } from '../../../design/parts/MoneyText.tsx'
import candidates from '../candidates/candidates.module.css'
import { CoverageText } from './Coverage.tsx'
import table from './pool-table.module.css'
import { memberStateWords } from './pool-words.ts'
import styles from './pools.module.css'
import { type PoolLine, StageBar } from './StageBar.tsx'

/** The states that the list of pools counts, in the order of its columns. */
export const countedStates = ['ready', 'quiet', 'unreachable'] as const

/** One pool: what it is, where its people stand and how they are. Every figure opens its rows. */
export const PoolRow = ({ pool }: { readonly pool: PoolLine }) => (
  <tr>
    <th scope="row">
      <Link to="/pools/$poolId" params={{ poolId: pool.id }} className={table.name}>
        {pool.name}
      </Link>
      <span className={table.under}>
        {pool.access === 'private' && (
          <span className={styles.private}>
            <IconLock aria-hidden /> Private
          </span>
        )}
        <CoverageText pool={pool} />
        {pool.description && <span>{pool.description}</span>}
      </span>
    </th>
    <td className={table.wide}>
      <StageBar pool={pool} />
    </td>
    <td className={table.figure}>
      <Figure pool={pool} count={pool.people} says="People" />
    </td>
    {countedStates.map((state) => (
      <td key={state} className={table.figure}>
        <Figure pool={pool} count={pool[state]} says={memberStateWords[state].says} state={state} />
      </td>
    ))}
    <td>
      <span className={candidates.owner}>
        <Face id={pool.ownerId} name={pool.ownerName} size="s" />
        <Name>{pool.ownerName}</Name>
      </span>
    </td>
  </tr>
)

const Figure = ({
  pool,
  count,
  says,
  state,
}: {
  readonly pool: PoolLine
  readonly count: number
  readonly says: string
  readonly state?: MemberState
}) =>
  count === 0 ? (
    <span className={table.none}>
      0<small>{says}</small>
    </span>
  ) : (
    <Link
      to="/pools/$poolId"
      params={{ poolId: pool.id }}
      search={(state ? { memberStates: [state] } : {}) as never}
    >
      <Count of={count} />
      <small>{says}</small>
    </Link>
  )
