import { Button, Menu } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page, PageBody, PageLine } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { JobHeader } from '../jobs/JobHeader.tsx'
import { jobStateSays } from '../jobs/job-words.ts'
import { showRefusal } from '../jobs/show-refusal.ts'
import { CloseJob } from './CloseJob.tsx'
import { Criteria } from './Criteria.tsx'
import { InterviewPlan } from './InterviewPlan.tsx'
import { Openings } from './Openings.tsx'
import { Outcomes } from './Outcomes.tsx'
import { Plan } from './Plan.tsx'
import { Stages } from './Stages.tsx'
import styles from './setup.module.css'
import { Team } from './Team.tsx'
import { useJob } from './use-job.ts'

const route = getRouteApi('/team/jobs/$jobId/set-up')

/** Everything a job is decided by, down one page. */
export const SetUp = () => {
  const { jobId } = route.useParams()
  const job = useJob(jobId)
  const plan = useAsk('ats.interviewPlan', { jobId: jobId as never }).data?.steps
  const may = useMay('ats.manageJobs')
  const navigate = useNavigate()
  const [closing, setClosing] = useState(false)
  const freshens = ['ats.job', 'ats.jobs', 'ats.board'] as const
  const open = useCall('ats.openJob', { freshens })
  const pause = useCall('ats.putJobOnHold', { freshens })
  const copy = useCall('ats.copyJob', { freshens: ['ats.jobs'] })
  usePageTitle('Set-up', job.data?.title)
  const told = async (
    answer: Promise<
      { ok: boolean; refusal?: never } | { ok: false; refusal: { says: string; code: string } }
    >,
  ) => {
    const said = await answer
    if (!said.ok && said.refusal) showRefusal(said.refusal)
  }
  const duplicate = async () => {
    const answer = await copy.run({ jobId: jobId as never })
    if (!answer.ok) return showRefusal(answer.refusal)
    void navigate({ to: '/jobs/$jobId/set-up', params: { jobId: answer.value.jobId } } as never)
  }
  const it = job.data
  return (
    <Page>
      <JobHeader jobId={jobId} title={it?.title ?? 'Set-up'} current="set-up">
        {may && it && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button>{jobStateSays[it.state]}…</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {it.state !== 'open' && (
                <Menu.Item onClick={() => void told(open.run({ jobId: it.id }) as never)}>
                  {it.state === 'closed' ? 'Reopen the job' : 'Open the job'}
                </Menu.Item>
              )}
              {it.state === 'open' && (
                <Menu.Item onClick={() => void told(pause.run({ jobId: it.id }) as never)}>
                  Put on hold
                </Menu.Item>
              )}
              <Menu.Item onClick={() => void duplicate()}>Copy as a new job</Menu.Item>
              {it.state !== 'closed' && (
                <Menu.Item onClick={() => setClosing(true)}>Close the job…</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </JobHeader>
      {it && (
        <PageLine ruled>
          <nav className={styles.steps} aria-label="Parts of the set-up" data-scrolls>
            {(
              [
                ['outcomes', 'Outcomes', it.outcomes.length],
                ['criteria', 'Criteria', it.attributes.length],
                ['stages', 'Stages', it.stages.length],
                ['team', 'Team', it.team.length],
                ['interviews', 'Interviews', plan?.length ?? 0],
                ['openings', 'Openings', it.openings.length],
                ['plan', 'The job', 1],
              ] as const
            ).map(([id, label, count]) => (
              <a key={id} href={`#${id}`}>
                {count > 0 ? <IconCheck aria-hidden /> : <IconCircleDashed aria-hidden />}
                {label}{' '}
                <span className={styles.quiet}>{count === 0 ? 'none yet' : id === 'plan' ? '' : count}</span>
              </a>
            ))}
          </nav>
        </PageLine>
      )}
      <PageBody padded>
        {job.error && !it ? (
          <ErrorState
            happened="This job can’t be shown"
            safe={job.error.refusal.says}
            todo="Ask whoever leads it to add you to its team."
          />
        ) : !it ? (
          <RowSkeletons />
        ) : (
          <div className={styles.page}>
            <Outcomes job={it} may={may} />
            <Criteria job={it} may={may} />
            <Stages job={it} may={may} />
            <Team job={it} may={may} />
            <InterviewPlan job={it} may={may} />
            <Openings job={it} />
            <Plan job={it} may={may} />
          </div>
        )}
      </PageBody>
      {closing && it && <CloseJob job={it} onClose={() => setClosing(false)} />}
    </Page>
  )
}
