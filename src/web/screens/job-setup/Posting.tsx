import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Page, PageLine, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { JobHeader } from '../jobs/JobHeader.tsx'
import { PostingEditor } from './PostingEditor.tsx'
import { useJob } from './use-job.ts'

const route = getRouteApi('/team/jobs/$jobId/posting')

/** The public texts of a job. */
export const Posting = () => {
  const { jobId } = route.useParams()
  const search = route.useSearch()
  const job = useJob(jobId)
  const offices = useAsk('accounts.offices', {}, { staleTime: 60_000 }).data ?? []
  const shown = search.posting ?? job.data?.postings[0]?.postingId
  const draft = useAsk('ats.postingDraft', { postingId: shown as never }, { enabled: !!shown })
  const make = useCall('ats.savePosting', { freshens: ['ats.job'] })
  const it = job.data
  usePageTitle('Posting', it?.title)
  const office = offices.find((one) => one.id === it?.officeId) ?? offices[0]
  const begin = () =>
    it &&
    void make.run({
      jobId: it.id,
      content: {
        title: it.title,
        body: '',
        workplace: it.workplace,
        employmentType: it.employmentType,
        locations: [
          { ...(office?.city ? { city: office.city } : {}), country: it.country ?? office?.country ?? 'NL' },
        ],
        ...(it.pay ? { pay: it.pay } : {}),
      },
    })
  return (
    <Page>
      <JobHeader jobId={jobId} title={it?.title ?? 'Posting'} current="posting">
        {it && it.postings.length > 0 && (
          <Button onClick={begin} loading={make.running}>
            Another posting
          </Button>
        )}
      </JobHeader>
      {it && it.postings.length > 1 && (
        <PageLine ruled>
          <PillNav label="Postings">
            {it.postings.map((one) => (
              <Pill
                key={one.postingId}
                as={Link}
                to="/jobs/$jobId/posting"
                params={{ jobId }}
                search={{ posting: one.postingId }}
                current={one.postingId === shown}
              >
                {one.content.language.toUpperCase()},{' '}
                {one.content.locations[0]?.city ?? one.content.locations[0]?.country}
                {one.state === 'live' ? ', live' : one.state === 'closed' ? ', closed' : ', draft'}
              </Pill>
            ))}
          </PillNav>
        </PageLine>
      )}
      {make.refusal && <Refused>{make.refusal.says}</Refused>}
      {(job.error ?? draft.error) && !draft.data ? (
        <ErrorState
          happened="The posting can’t be shown"
          safe={(job.error ?? draft.error)!.refusal.says}
          todo="Ask whoever leads this job."
        />
      ) : it && it.postings.length === 0 ? (
        <EmptyState
          title="No posting yet"
          teaches="A posting is what the world reads and applies to. The law of its places is read against it while you write."
        >
          <Button variant="filled" onClick={begin} loading={make.running}>
            Write the posting
          </Button>
        </EmptyState>
      ) : draft.data && draft.data.postingId === shown ? (
        <PostingEditor key={shown} posting={draft.data} />
      ) : (
        <RowSkeletons />
      )}
    </Page>
  )
}
