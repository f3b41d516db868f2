import { Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { recommendationSays, recommendations, type ScorecardContent } from '../../../ats/model/scorecard.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import styles from './scorecard.module.css'
import type { OwnScorecard } from './use-scorecard.ts'

/** Whether one would hire, and why; said before reading anybody else. */
export const LastStep = ({
  card,
  content,
  onChange,
}: {
  readonly card: OwnScorecard
  readonly content: ScorecardContent
  readonly onChange: (part: Partial<ScorecardContent>) => void
}) => (
  <>
    <h2>Would you hire them?</h2>
    {card.submittedAt && (
      <p className={styles.sent}>
        Your scorecard is in since <DateText at={card.submittedAt} focusable />
        {card.version > 1 && `, in version ${card.version}`}. What you change now stands beside it as a
        further version.{' '}
        {card.othersOpen ? (
          <Link to="/applications/$applicationId/debrief" params={{ applicationId: card.applicationId }}>
            Read the others’
          </Link>
        ) : (
          'The others’ open once all of yours on this person are in.'
        )}
      </p>
    )}
    <fieldset className={styles.scale}>
      <legend>For this job, from what you saw</legend>
      {[...recommendations].reverse().map((one) => (
        <label key={one} data-chosen={content.recommendation === one || undefined}>
          <span className={styles.number}>{one.endsWith('yes') ? '✓' : '–'}</span>
          <span>{recommendationSays[one]}</span>
          <input
            type="radio"
            name="recommendation"
            checked={content.recommendation === one}
            onChange={() => onChange({ recommendation: one })}
          />
        </label>
      ))}
    </fieldset>
    <Textarea
      label="In a line or two"
      autosize
      minRows={3}
      value={content.summary}
      maxLength={4000}
      onChange={(event) => onChange({ summary: event.currentTarget.value })}
    />
  </>
)
