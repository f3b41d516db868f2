import { Button } from '@mantine/core'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Name } from '../../../design/parts/Face.tsx'
import { Page, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import type { Debriefed } from '../interviews/debriefed.ts'
import { InterviewsOfApplication } from '../interviews/InterviewsOfApplication.tsx'
import { Decisions } from './Decisions.tsx'
import styles from './debrief.module.css'
import { ScorecardTable } from './ScorecardTable.tsx'

const route = getRouteApi('/team/applications/$applicationId/debrief')

/** All scorecards on one applicant side by side, and what was decided on them. */
export const Debrief = () => {
  const { applicationId } = route.useParams()
  const { data: of, error } = useAsk(
    'ats.debrief',
    { applicationId: applicationId as never },
    { placeholderData: undefined },
  )
  usePageTitle('Debrief', of?.name)
  if (error && !of)
    return (
      <Page>
        <ErrorState
          happened="This debrief is not shown"
          safe={error.refusal.says}
          todo="Whoever leads the job can put you on its team."
        />
      </Page>
    )
  if (!of)
    return (
      <Page>
        <RowSkeletons />
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title={
          <Link to="/candidates/$candidateId" params={{ candidateId: of.candidateId }}>
            <Name>{of.name}</Name>
          </Link>
        }
        crumbs={[
          <Link key="job" to="/jobs/$jobId" params={{ jobId: of.jobId }}>
            {of.jobTitle}
          </Link>,
        ]}
      />
      <PageLine ruled>
        <InterviewsOfApplication applicationId={of.applicationId} atDebrief />
        {of.mayRead && of.scorecards.length > 0 && (
          <span className={styles.blind}>
            <IconLock aria-hidden />
            {inSays(of)}. Each was sent before its writer could read another.
          </span>
        )}
      </PageLine>
      <Content of={of} />
    </Page>
  )
}

const Content = ({ of }: { readonly of: Debriefed }) => {
  const decides = useMay('ats.decide')
  const [mine] = of.owed
  if (mine)
    return (
      <EmptyState
        title="The others’ scorecards open once yours is in"
        teaches="So that what you saw is yours. Until then nothing of theirs is shown to you, here or on the timeline, whatever your role."
      >
        <Button
          variant="filled"
          component={Link}
          to="/scorecards/$interviewId"
          params={{ interviewId: mine.interviewId } as never}
        >
          Fill in “{mine.name}”
        </Button>
      </EmptyState>
    )
  if (!of.mayRead)
    return (
      <EmptyState
        title="These scorecards are not open to you"
        teaches="Recruiters, the hiring manager and whoever interviewed this person read them."
      />
    )
  if (of.scorecards.length === 0)
    return (
      <EmptyState
        title="No scorecard is in yet"
        teaches={
          of.interviews.some(({ state }) => state !== 'cancelled')
            ? 'They stand here side by side, criterion by criterion, as their interviewers send them.'
            : 'Plan interviews above: each interviewer gets a kit and a scorecard, and here they stand side by side.'
        }
      />
    )
  return (
    <div className={styles.two}>
      <ScorecardTable of={of} />
      <Decisions of={of} may={decides && of.state === 'active'} />
    </div>
  )
}

const inSays = (of: Debriefed): string => {
  const owed = of.interviews
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(({ interviewers, name }) => interviewers.map((one) => ({ ...one, interview: name })))
  const missing = owed.filter(({ isIn }) => !isIn)
  const count = `${owed.length - missing.length} of ${owed.length} in`
  return missing.length === 0
    ? count
    : `${count}; ${missing.map(({ name, interview }) => `${name} (${interview})`).join(', ')} not yet`
}
