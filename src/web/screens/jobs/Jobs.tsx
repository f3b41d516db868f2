import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { BottomBar, Page, PageBody, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { BandHead, HairlineList } from '../../../design/parts/Rows.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { JobRow } from './JobRow.tsx'
import { jobStateSays } from './job-words.ts'
import type { JobsSearch } from './jobs-search.ts'
import { NewJob } from './NewJob.tsx'

const route = getRouteApi('/team/jobs')

/** All jobs in sight by state, with what waits on each. */
export const Jobs = () => {
  usePageTitle('Jobs')
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<JobsSearch>) =>
    void navigate({
      to: '/jobs',
      search: (before: JobsSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  const jobs = useAsk('ats.jobs', {
    ...(search.q?.trim() ? { words: search.q.trim() } : {}),
    ...(search.mine ? { mine: true } : {}),
    limit: 1000,
  })
  const manages = useMay('ats.manageJobs')
  const mayReview = useMay('ats.review')
  useShortcuts({ c: manages ? { label: 'New job', run: () => change({ new: true }) } : undefined })
  const all = jobs.data?.jobs ?? []
  const shown = all.filter((job) => !search.state || job.state === search.state)
  const counts = Map.groupBy(all, (job) => job.state)
  const unread = all.reduce((sum, job) => sum + job.unread, 0)
  const narrowed = !!(search.q || search.mine || search.state)
  return (
    <Page>
      <PageHeader title="Jobs">
        {mayReview && unread > 0 && (
          <Button component={Link} to="/review">
            Review all {unread}
          </Button>
        )}
        {manages && (
          <Button
            variant="filled"
            leftSection={<IconPlus />}
            rightSection={<KeyCap keys="c" />}
            onClick={() => change({ new: true })}
          >
            New job
          </Button>
        )}
      </PageHeader>
      <PageLine ruled>
        <SearchBox
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          label="Titles, codes, departments"
        />
        <FilterChips>
          <FilterChip
            label="My jobs"
            on={!!search.mine}
            onToggle={() => change({ mine: search.mine ? undefined : true })}
          />
          {(['open', 'draft', 'on-hold', 'closed'] as const).map((state) => (
            <FilterChip
              key={state}
              label={jobStateSays[state]}
              count={counts.get(state)?.length ?? 0}
              on={search.state === state}
              onToggle={() => change({ state: search.state === state ? undefined : state })}
            />
          ))}
        </FilterChips>
      </PageLine>
      <PageBody>
        {jobs.error && !jobs.data ? (
          <ErrorState
            happened="The jobs can’t be shown"
            safe={jobs.error.refusal.says}
            todo="Try again in a moment."
          />
        ) : !jobs.data ? (
          <RowSkeletons />
        ) : shown.length === 0 ? (
          narrowed ? (
            <EmptyState title="No job fits" teaches="Take a filter off, or look for other words.">
              <Button onClick={() => change({ q: undefined, mine: undefined, state: undefined })}>
                Show all jobs
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              title="No jobs yet"
              teaches="A job holds its team, its stages and its posting. Four fields are enough to have one live; the rest can follow."
            >
              {manages && (
                <Button variant="filled" onClick={() => change({ new: true })}>
                  New job
                </Button>
              )}
            </EmptyState>
          )
        ) : (
          (['open', 'draft', 'on-hold', 'closed'] as const).map((state) => {
            const rows = shown.filter((job) => job.state === state)
            return (
              rows.length > 0 && (
                <section key={state}>
                  <BandHead count={rows.length}>{jobStateSays[state]}</BandHead>
                  <HairlineList label={jobStateSays[state]}>
                    {rows.map((job) => (
                      <JobRow key={job.id} job={job} mayReview={mayReview} />
                    ))}
                  </HairlineList>
                </section>
              )
            )
          })
        )}
      </PageBody>
      <BottomBar leftOut="Confidential jobs of other teams are not listed; their leads can add you">
        {shown.length} {shown.length === 1 ? 'job' : 'jobs'}, changed last first
      </BottomBar>
      {search.new && manages && <NewJob onClose={() => change({ new: undefined })} />}
    </Page>
  )
}
