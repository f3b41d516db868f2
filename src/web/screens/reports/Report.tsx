import { Button, Select, TextInput } from '@mantine/core'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { BottomBar, Page, PageBody, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { JobHeader } from '../jobs/JobHeader.tsx'
import { Funnel } from './Funnel.tsx'
import { FunnelRows } from './FunnelRows.tsx'
import { csvOf } from './funnel-csv.ts'
import type { ReportSearch } from './report-search.ts'
import styles from './reports.module.css'

/** The funnel of all jobs in sight. */
export const Reports = () => {
  const search = getRouteApi('/team/reports').useSearch()
  usePageTitle('Reports')
  return <Report jobId={search.job} search={search} page="/reports" />
}

/** The funnel of one job, by its own stages. */
export const JobReport = () => {
  const route = getRouteApi('/team/jobs/$jobId/report')
  const { jobId } = route.useParams()
  const search = route.useSearch()
  const job = useAsk('ats.job', { jobId: jobId as never })
  usePageTitle('Report', job.data?.title)
  return (
    <Report jobId={jobId} search={search} page="/jobs/$jobId/report" title={job.data?.title ?? 'Report'} />
  )
}

const Report = ({
  jobId,
  search,
  page,
  title,
}: {
  readonly jobId: string | undefined
  readonly search: ReportSearch
  readonly page: string
  readonly title?: string
}) => {
  const navigate = useNavigate()
  const change = (part: Partial<ReportSearch>) =>
    void navigate({
      to: page,
      ...(title ? { params: { jobId } } : {}),
      search: (before: ReportSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  const input = {
    ...(jobId ? { jobId: jobId as never } : {}),
    ...(search.from ? { from: search.from } : {}),
    ...(search.until ? { until: search.until } : {}),
  }
  const funnel = useAsk('ats.funnel', input)
  const jobs = useAsk('ats.jobs', { limit: 1000 }, { enabled: !title })
  const save = () => {
    if (!funnel.data) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csvOf(funnel.data.steps)], { type: 'text/csv' }))
    link.download = 'funnel.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const csv = (
    <Button
      leftSection={<IconDownload />}
      onClick={save}
      disabled={!funnel.data?.steps.some(({ count }) => count > 0)}
    >
      CSV
    </Button>
  )
  const step = funnel.data?.steps.find((one) => one.rank === search.rank)
  return (
    <Page>
      {title && jobId ? (
        <JobHeader jobId={jobId} title={title} current="report">
          {csv}
        </JobHeader>
      ) : (
        <PageHeader title="Reports">{csv}</PageHeader>
      )}
      <PageLine ruled>
        {!title && (
          <Select
            aria-label="Job"
            placeholder="All jobs"
            data={jobs.data?.jobs.map((job) => ({ value: job.id, label: job.title })) ?? []}
            value={search.job ?? null}
            onChange={(job) => change({ job: job ?? undefined, rank: undefined })}
            clearable
            searchable
            className={styles.job}
          />
        )}
        <span className={styles.day}>
          Applied from
          <TextInput
            aria-label="Applied from"
            type="date"
            value={search.from ?? ''}
            onChange={(event) => change({ from: event.currentTarget.value || undefined })}
          />
        </span>
        <span className={styles.day}>
          before
          <TextInput
            aria-label="Applied before"
            type="date"
            value={search.until ?? ''}
            onChange={(event) => change({ until: event.currentTarget.value || undefined })}
          />
        </span>
        <span className={styles.every}>Every figure opens its people</span>
      </PageLine>
      <PageBody padded>
        {funnel.error && !funnel.data ? (
          <ErrorState
            happened="The report can’t be shown"
            safe={funnel.error.refusal.says}
            todo="Take the filters off, or go back to the jobs."
          />
        ) : !funnel.data ? (
          <RowSkeletons />
        ) : funnel.data.steps.every(({ count }) => count === 0) ? (
          <EmptyState
            title={search.from || search.until ? 'Nobody applied in this time' : 'Nobody has applied yet'}
            teaches="From the first application on, this shows how many people came to each step, who went on, and how long it took."
          />
        ) : (
          <>
            <Funnel
              steps={funnel.data.steps}
              definitions={funnel.data.definitions}
              chosen={search.rank}
              onChoose={(rank) => change({ rank: rank === search.rank ? undefined : rank })}
            />
            {step && <FunnelRows input={{ ...input, rank: step.rank }} name={step.name} count={step.count} />}
          </>
        )}
      </PageBody>
      <BottomBar leftOut="Only jobs you may see">
        {funnel.data && (
          <span>
            {funnel.data.steps[0]?.count ?? 0} applied, {funnel.data.steps.at(-1)?.count ?? 0} hired
          </span>
        )}
        <span className={styles.roomy}>Without transfers and duplicates</span>
      </BottomBar>
    </Page>
  )
}
