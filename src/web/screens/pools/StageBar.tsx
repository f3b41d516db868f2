import { Link } from '@tanstack/react-router'
import type { OutputOf, Queries } from '../../api/client.ts'
import table from './pool-table.module.css'
import styles from './pools.module.css'

export type PoolLine = OutputOf<Queries, 'views.pools'>['pools'][number]

/** How the people of a pool spread over its stages: a slim bar, its ready stages full, and under it each as a link. */
export const StageBar = ({ pool }: { readonly pool: PoolLine }) => {
  const peopled = pool.stages.filter(({ people }) => people > 0)
  if (peopled.length === 0)
    return <span className={styles.unknown}>{pool.stages.map(({ name }) => name).join(' · ')}</span>
  return (
    <>
      <span className={table.bar} aria-hidden>
        {peopled.map((stage) => (
          <i key={stage.id} style={{ flexGrow: stage.people }} data-ready={stage.isReady || undefined} />
        ))}
      </span>
      <span className={table.parts}>
        {peopled.map((stage) => (
          <Link
            key={stage.id}
            to="/pools/$poolId"
            params={{ poolId: pool.id }}
            search={{ poolStages: [stage.id] } as never}
          >
            {stage.name} <b>{stage.people}</b>
          </Link>
        ))}
      </span>
    </>
  )
}
