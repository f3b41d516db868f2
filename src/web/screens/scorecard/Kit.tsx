import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Name } from '../../../design/parts/Face.tsx'
import { FactList, FactRow } from '../../../design/parts/Rows.tsx'
import { interviewKindSays } from '../interviews/interview-words.ts'
import styles from './scorecard.module.css'
import type { OwnScorecard } from './use-scorecard.ts'

/** What the interviewer should know before and during: when, with whom, what to cover, what to ask. */
export const Kit = ({ card, onBegin }: { readonly card: OwnScorecard; readonly onBegin: () => void }) => {
  const { interview, others } = card
  return (
    <section className={styles.kit} aria-label="Kit">
      <FactList>
        <FactRow label="When">
          {interview.startsAt ? <DateText at={interview.startsAt} as="exact" /> : 'No time yet'}
        </FactRow>
        <FactRow label="How">
          {interviewKindSays[interview.kind]}, {interview.minutes} minutes
        </FactRow>
        <FactRow label="With you">
          {others.length === 0 ? 'Nobody else' : others.map(({ name }) => name).join(', ')}
        </FactRow>
        <FactRow label="Who">
          <Link to="/candidates/$candidateId" params={{ candidateId: card.candidateId }}>
            <Name>{card.candidateName}</Name>: résumé and files
          </Link>
        </FactRow>
      </FactList>
      {interview.kit ? (
        <p className={styles.words}>{interview.kit}</p>
      ) : (
        <p className={styles.quiet}>Nobody has written a kit for this interview yet.</p>
      )}
      {interview.attributes.length > 0 && (
        <ul className={styles.asks}>
          {interview.attributes.map(({ id, says, ask }) => (
            <li key={id}>
              <b>{says}</b>
              {ask && <span>{ask}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.begin}>
        <Button onClick={onBegin}>To the scorecard</Button>
      </div>
    </section>
  )
}
