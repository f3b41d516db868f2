import { Link } from '@tanstack/react-router'
import { DayText } from '../../../design/parts/DateText.tsx'
import { useReader } from '../../../design/reader.ts'
import { coverageWords } from './pool-words.ts'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** How far the ready people reach: "4 ready for 6 seats by 1 Mar 2027". */
export const CoverageText = ({ pool }: { readonly pool: PoolLine }) => {
  const words = coverageWords(pool, new Date(), useReader())
  return words ? <span className={styles.coverage}>{words}</span> : null
}

/** The seats a pool is kept for, the soonest first. */
export const Needs = ({ pool }: { readonly pool: PoolLine }) => (
  <ul className={styles.needed} aria-label="Seats it is kept for">
    {pool.needs.map(({ id, says, seats, neededBy, jobId, jobTitle }) => (
      <li key={id}>
        <b>{seats}</b> by <DayText day={neededBy} />: {says}
        {jobId && (
          <Link to="/jobs/$jobId" params={{ jobId }}>
            {jobTitle}
          </Link>
        )}
      </li>
    ))}
  </ul>
)
