import { Textarea } from '@mantine/core'
import IconMessageQuestion from '@tabler/icons-react/dist/esm/icons/IconMessageQuestion.mjs'
import type { Focus } from '../../../ats/model/interview.ts'
import { needsWords, ratingSays, type ScorecardContent } from '../../../ats/model/scorecard.ts'
import styles from './scorecard.module.css'

/** One criterion: what to ask, the scale, what was heard. */
export const CriterionStep = ({
  criterion,
  given,
  onRate,
  onWords,
}: {
  readonly criterion: Focus
  readonly given: ScorecardContent['ratings'][number] | undefined
  readonly onRate: (rating: number | null) => void
  readonly onWords: (words: string) => void
}) => (
  <>
    <h2>{criterion.says}</h2>
    {criterion.ask && (
      <p className={styles.ask}>
        <IconMessageQuestion aria-hidden />
        {criterion.ask}
      </p>
    )}
    <fieldset className={styles.scale}>
      <legend>How did they show it?</legend>
      {[5, 4, 3, 2, 1, null].map((rating) => (
        <label key={rating ?? 'none'} data-chosen={(given && given.rating === rating) || undefined}>
          <span className={styles.number}>{rating ?? '–'}</span>
          <span>{rating === null ? 'Not seen' : ratingSays[rating]}</span>
          <input
            type="radio"
            name={criterion.id}
            checked={given !== undefined && given.rating === rating}
            onChange={() => onRate(rating)}
          />
        </label>
      ))}
    </fieldset>
    <Textarea
      label="What you heard"
      description={needsWords(given?.rating) ? 'Needed with this number' : 'Needed for 1, 2, 4 and 5'}
      autosize
      minRows={3}
      value={given?.words ?? ''}
      maxLength={4000}
      onChange={(event) => onWords(event.currentTarget.value)}
    />
  </>
)
