import { ActionIcon } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Name } from '../../../design/parts/Face.tsx'
import { Page, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { Kit } from './Kit.tsx'
import { RatingForm } from './RatingForm.tsx'
import styles from './scorecard.module.css'
import { type OwnScorecard, useScorecard } from './use-scorecard.ts'

const route = getRouteApi('/alone/scorecards/$interviewId')

/** One’s own scorecard, fit for a telephone: the kit beside the form, one criterion at a time, kept as one writes. */
export const Scorecard = () => {
  const { interviewId } = route.useParams()
  const { data: card, error } = useAsk(
    'ats.scorecard',
    { interviewId: interviewId as never },
    { placeholderData: undefined },
  )
  usePageTitle('Scorecard', card?.candidateName)
  if (error && !card)
    return (
      <Page>
        <ErrorState
          happened="This scorecard is not shown"
          safe={error.refusal.says}
          todo="Whoever plans the interviews can say who holds them."
        />
      </Page>
    )
  if (!card)
    return (
      <Page>
        <RowSkeletons />
      </Page>
    )
  return <Writing key={card.interview.id} card={card} />
}

const Writing = ({ card }: { readonly card: OwnScorecard }) => {
  const { show, at } = route.useSearch()
  const navigate = useNavigate()
  const writing = useScorecard(card)
  const { interview } = card
  const go = (search: { show?: 'kit' | undefined; at?: number }) =>
    void navigate({
      to: '/scorecards/$interviewId',
      params: { interviewId: interview.id },
      search,
      replace: true,
    } as never)
  const rated = writing.content.ratings.length
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <ActionIcon
          aria-label="Close"
          onClick={() =>
            void navigate({
              to: '/candidates/$candidateId',
              params: { candidateId: card.candidateId },
            } as never)
          }
        >
          <IconX />
        </ActionIcon>
        <div className={styles.who}>
          <h1 tabIndex={-1}>
            <Name>{card.candidateName}</Name>
          </h1>
          <p>
            {interview.name}
            {interview.startsAt && (
              <>
                {' · '}
                <DateText at={interview.startsAt} />
              </>
            )}
            {' · '}
            {card.jobTitle}
          </p>
        </div>
        <span className={styles.kept} role="status">
          {writing.kept.refused ? (
            'Not kept yet'
          ) : writing.kept.at ? (
            <>
              Kept <DateText at={writing.kept.at} />
            </>
          ) : (
            'Kept as you write'
          )}
        </span>
      </header>
      <div className={styles.tabs}>
        <PillNav label="Interview">
          <Pill current={show === 'kit'} onClick={() => go({ show: 'kit', at })}>
            Kit
          </Pill>
          <Pill current={show !== 'kit'} onClick={() => go({ at })}>
            Scorecard{' '}
            <small>
              {rated} of {interview.attributes.length}
            </small>
          </Pill>
        </PillNav>
      </div>
      <main className={styles.two} data-show={show ?? 'card'}>
        <Kit card={card} onBegin={() => go({ at })} />
        <RatingForm card={card} writing={writing} at={at} onGo={(step) => go({ at: step })} />
      </main>
    </div>
  )
}
