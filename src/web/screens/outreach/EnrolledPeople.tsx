import { ActionIcon, Button, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Answer, answers, canResume, type EnrolmentState, isOpen } from '../../../crm/model/enrolment.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { BottomBar, PageBody, PageLine } from '../../../design/parts/Page.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { EmptyState, RowSkeletons } from '../../../design/parts/States.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { ask, type OutputOf, type Queries } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import { goOn, noteAnswer, pause, takeOut } from './enrolment-acts.ts'
import styles from './outreach.module.css'
import type { SequenceSeen } from './Sequence.tsx'
import { answerWords, enrolmentStateWords, standingWords } from './sequence-words.ts'

type Enrolled = OutputOf<Queries, 'views.enrolledPeople'>['people'][number]

const filters = ['active', 'waiting-for-line', 'paused', 'stopped', 'finished'] as const

/** The people in a sequence: how each stands, what comes next, and how they answered. */
export const EnrolledPeople = ({
  sequence,
  state,
}: {
  readonly sequence: SequenceSeen
  readonly state: EnrolmentState | undefined
}) => {
  const navigate = useNavigate()
  const input = { sequenceId: sequence.id, ...(state ? { states: [state] } : {}) }
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['views.enrolledPeople', input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('views.enrolledPeople', { ...input, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const people = data?.pages.flatMap((page) => page.people)
  const choose = (to: EnrolmentState | undefined) =>
    void navigate({
      to: '/outreach/$sequenceId',
      params: { sequenceId: sequence.id },
      search: { tab: 'people', ...(to ? { state: to } : {}) },
      replace: true,
    } as never)
  return (
    <>
      <PageLine ruled>
        <FilterChips>
          {filters.map((one) => (
            <FilterChip
              key={one}
              label={enrolmentStateWords[one]}
              on={state === one}
              onToggle={() => choose(state === one ? undefined : one)}
            />
          ))}
        </FilterChips>
      </PageLine>
      <PageBody>
        {!people ? (
          <RowSkeletons />
        ) : people.length === 0 ? (
          <EmptyState
            title={state ? 'Nobody stands like that' : 'Nobody is in it yet'}
            teaches={
              state
                ? 'Choose another filter, or show everybody.'
                : 'Choose people in Candidates or in a pool and press Q. You see first who will get it, who will not and why.'
            }
          >
            {state ? (
              <Button onClick={() => choose(undefined)}>Show everybody</Button>
            ) : (
              <Button component={Link} to="/candidates">
                Choose in Candidates
              </Button>
            )}
          </EmptyState>
        ) : (
          <HairlineList label="People">
            {people.map((one) => (
              <EnrolledRow key={one.enrolmentId} of={one} sequence={sequence} />
            ))}
          </HairlineList>
        )}
        {hasNextPage && (
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </PageBody>
      <BottomBar leftOut="People you may not see are not listed or counted">
        <span>
          {sequence.people} in it, {sequence.active} still going on, {sequence.replied} answered,{' '}
          {sequence.interested} interested
        </span>
      </BottomBar>
    </>
  )
}

const EnrolledRow = ({ of, sequence }: { readonly of: Enrolled; readonly sequence: SequenceSeen }) => {
  const runs = useMay('crm.runSequences')
  const next = sequence.steps[of.nextStep]
  return (
    <Row
      edge
      lead={
        <Link
          to="/candidates/$candidateId"
          params={{ candidateId: of.candidateId }}
          className={styles.person}
        >
          <WhoCell
            face={<Face id={of.candidateId} name={of.name} />}
            name={<Name>{of.name}</Name>}
            under={[of.title, of.company].filter(Boolean).join(', ')}
          />
        </Link>
      }
      end={runs && <ActsMenu of={of} sequenceId={sequence.id} />}
    >
      <div className={styles.standing}>
        <span>
          {standingWords(of)}
          {of.answer && `: ${answerWords[of.answer as Answer].toLowerCase()}`}
        </span>
        <small>
          {of.state === 'active' && sequence.state === 'running' && next ? (
            <>
              Step {of.nextStep + 1}: <DateText at={of.dueAt} />
            </>
          ) : (
            `${of.nextStep} of ${sequence.steps.length} steps sent`
          )}
          , from {of.senderName}
        </small>
      </div>
    </Row>
  )
}

const ActsMenu = ({ of, sequenceId }: { readonly of: Enrolled; readonly sequenceId: string }) => {
  const ids = [of.enrolmentId]
  const isGoing = of.state === 'active' || of.state === 'waiting-for-line'
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon aria-label={`Do with ${of.name}`}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          {...({
            to: '/outreach/$sequenceId',
            params: { sequenceId },
            search: { person: of.candidateId },
          } as object)}
        >
          See as they get it
        </Menu.Item>
        {isGoing && <Menu.Item onClick={() => void pause(ids)}>Pause</Menu.Item>}
        {canResume(of.state, of.stoppedBecause) && (
          <Menu.Item onClick={() => void goOn(ids)}>Go on</Menu.Item>
        )}
        {isOpen(of.state) && <Menu.Item onClick={() => void takeOut(ids)}>Take out</Menu.Item>}
        {of.repliedAt && (
          <>
            <Menu.Divider />
            <Menu.Label>How they answered</Menu.Label>
            {answers.map((answer) => (
              <Menu.Item
                key={answer}
                disabled={of.answer === answer}
                onClick={() => void noteAnswer(of.enrolmentId, answer, of.answer as Answer | null)}
              >
                {answerWords[answer]}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
