import { Link } from '@tanstack/react-router'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './pools.module.css'

export type PoolLine = OutputOf<Queries, 'views.pools'>['pools'][number]

/** How the people of a pool spread over its stages: a slim bar, each part opens its rows; the ready stages are full. */
export const StageBar = ({ pool }: { readonly pool: PoolLine }) => (
  <span className={styles.bar}>
    {pool.stages
      .filter(({ people }) => people > 0)
      .map((stage) => (
        <Link
          key={stage.id}
          to="/pools/$poolId"
          params={{ poolId: pool.id }}
          search={{ poolStages: [stage.id] } as never}
          style={{ flexGrow: stage.people }}
          data-ready={stage.isReady || undefined}
        >
          <i aria-hidden />
          <span>
            {stage.name} <b>{stage.people}</b>
          </span>
        </Link>
      ))}
    {pool.people === 0 && (
      <span className={styles.unknown}>{pool.stages.map(({ name }) => name).join(' · ')}</span>
    )}
  </span>
)
