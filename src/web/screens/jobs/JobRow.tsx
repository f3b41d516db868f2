import { Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Link } from '@tanstack/react-router'
import { Dot } from '../../../design/parts/Chip.tsx'
import { Faces } from '../../../design/parts/Face.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './jobs.module.css'

type Job = OutputOf<Queries, 'ats.jobs'>['jobs'][number]

/** One job: what it is, who is in process, what waits, who leads. Every figure opens its rows. */
export const JobRow = ({ job, mayReview }: { readonly job: Job; readonly mayReview: boolean }) => (
  <li>
    <div className={styles.job}>
      <Dot tone="ats" filled={job.state === 'open'} />
      <div className={styles.what}>
        <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={styles.title}>
          {job.title}
        </Link>
        <span className={styles.under}>
          {[job.department, job.code].filter(Boolean).join(' · ')}
          {job.confidential && (
            <>
              {' '}
              <IconLock aria-hidden /> confidential
            </>
          )}
        </span>
      </div>
      <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={styles.figure}>
        <b>{job.active}</b> in process
      </Link>
      <span className={styles.figure}>
        {job.unread > 0 &&
          (mayReview ? (
            <Button component={Link} to="/review" search={{ job: job.id } as never}>
              {job.unread} to read
            </Button>
          ) : (
            <>
              <b>{job.unread}</b> to read
            </>
          ))}
      </span>
      <span className={styles.figure}>
        {job.overdue > 0 && (
          <Link
            to="/jobs/$jobId"
            params={{ jobId: job.id }}
            search={{ overdue: true } as never}
            className={styles.late}
          >
            <IconAlertTriangle aria-hidden />
            {job.overdue} overdue
          </Link>
        )}
      </span>
      <span className={styles.figure}>
        {job.seats > 0 ? (
          <>
            <b>
              {job.filled} of {job.seats}
            </b>{' '}
            filled
          </>
        ) : (
          'No opening approved'
        )}
      </span>
      <span className={styles.figure}>{job.livePostings > 0 ? 'Posted' : 'Not posted'}</span>
      <Faces
        people={[
          ...new Map(job.leads.map((one) => [one.userId, { id: one.userId, name: one.name }])).values(),
        ]}
      />
    </div>
  </li>
)
