import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { useMay } from '../../frame/me.ts'

/** The header of every page of a job: where I am, its pages as pills, the acts. */
export const JobHeader = ({
  jobId,
  title,
  current,
  active,
  children,
}: {
  readonly jobId: string
  readonly title: string
  readonly current: 'pipeline' | 'set-up' | 'posting' | 'report'
  readonly active?: number | undefined
  readonly children?: ReactNode
}) => {
  const manages = useMay('ats.manageJobs')
  const seesFunnel = useMay('ats.seeFunnel')
  const params = { jobId }
  return (
    <PageHeader
      title={title}
      crumbs={[
        <Link key="jobs" to="/jobs">
          Jobs
        </Link>,
      ]}
      pills={
        <PillNav label="This job">
          <Pill
            as={Link}
            activeOptions={{ exact: true, includeSearch: false }}
            to="/jobs/$jobId"
            params={params}
            current={current === 'pipeline'}
            count={active}
          >
            Pipeline
          </Pill>
          <Pill as={Link} to="/jobs/$jobId/set-up" params={params} current={current === 'set-up'}>
            Set-up
          </Pill>
          {manages && (
            <Pill as={Link} to="/jobs/$jobId/posting" params={params} current={current === 'posting'}>
              Posting
            </Pill>
          )}
          {seesFunnel && (
            <Pill as={Link} to="/jobs/$jobId/report" params={params} current={current === 'report'}>
              Report
            </Pill>
          )}
        </PillNav>
      }
    >
      {children}
    </PageHeader>
  )
}
