import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs'
import { DayText } from '../../../design/parts/DateText.tsx'
import { Faces, Name } from '../../../design/parts/Face.tsx'
import { PageLine } from '../../../design/parts/Page.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './job-line.module.css'

/** How the job stands in one line: seats, posting, the people on it. */
export const JobLine = ({ job }: { readonly job: OutputOf<Queries, 'ats.job'> }) => {
  const seats = job.openings.filter((one) => ['approved', 'open', 'filled'].includes(one.state))
  const filled = seats.filter((one) => one.state === 'filled').length
  const next = seats
    .filter((one) => one.state !== 'filled' && one.targetStart)
    .map((one) => one.targetStart!)
    .sort()[0]
  const live = job.postings.filter((one) => one.state === 'live')
  const until = live.map((one) => one.content.applyUntil).find(Boolean)
  const people = [
    ...new Map(job.team.map((one) => [one.userId, { id: one.userId, name: one.name }])).values(),
  ]
  const decides = job.team.find((one) => one.role === 'hiring-manager' && one.leads)
  const leads = job.team.find((one) => one.role === 'recruiter' && one.leads)
  return (
    <PageLine ruled>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div className={styles.facts} data-scrolls tabIndex={0} role="group" aria-label="How the job stands">
        <span className={styles.fact}>
          <span className={styles.pips} aria-hidden="true">
            {seats.slice(0, 8).map((one) => (
              <i key={one.id} data-filled={one.state === 'filled' || undefined} />
            ))}
          </span>
          <span>
            {seats.length > 0 ? (
              <>
                <b>
                  {filled} of {seats.length}
                </b>{' '}
                {seats.length === 1 ? 'opening' : 'openings'} filled
              </>
            ) : (
              'No opening approved yet'
            )}
            {next && (
              <>
                , next start <DayText day={next} />
              </>
            )}
          </span>
        </span>
        <span className={styles.fact}>
          <IconWorld aria-hidden />
          <span>
            {job.state === 'closed' ? (
              <b>Job closed</b>
            ) : live.length === 0 ? (
              <b>Not posted</b>
            ) : (
              <>
                <b>Posted</b>
                {until ? (
                  <>
                    {' '}
                    until <DayText day={until} />
                  </>
                ) : (
                  ', no last day'
                )}
              </>
            )}
            {job.state === 'on-hold' && ', job on hold'}
          </span>
        </span>
        <span className={styles.fact}>
          <Faces people={people} />
          <span>
            {decides && (
              <>
                <Name>{decides.name}</Name> decides{leads ? ', ' : ''}
              </>
            )}
            {leads && (
              <>
                <Name>{leads.name}</Name> leads
              </>
            )}
          </span>
        </span>
      </div>
    </PageLine>
  )
}
