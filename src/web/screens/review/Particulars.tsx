import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { Link } from '@tanstack/react-router'
import { Dot } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { WhoHead } from '../../../design/parts/WhoCell.tsx'
import { sourceSays } from '../pipeline/card-words.ts'
import { Answers, said } from './Answers.tsx'
import criteriaStyles from './criteria.module.css'
import styles from './particulars.module.css'
import type { ReviewItem } from './use-review.ts'

/** Who it is, what each criterion finds in their own words, and what they answered. */
export const Particulars = ({ item }: { readonly item: ReviewItem }) => {
  const count = (verdict: string) => item.evidence.filter((one) => one.verdict === verdict).length
  const answered = item.answers.filter((one) => said(one.value) !== '')
  const numbers = new Map(item.answers.map((one, at) => [one.questionId, at + 1]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.side} aria-label="Criteria and answers" tabIndex={0}>
      <div className={styles.head}>
        <WhoHead
          face={<Face id={item.candidateId} name={item.name} size="xl" />}
          name={
            <Link to="/candidates/$candidateId" params={{ candidateId: item.candidateId }} target="_blank">
              <Name>{item.name}</Name>
            </Link>
          }
          under={[item.title, item.company].filter(Boolean).join(' at ') || item.jobTitle}
        />
        <div className={styles.dates}>
          {item.promisedFor && (
            <b>
              Answer by <DateText at={item.promisedFor} as="day" />
            </b>
          )}
          <span>
            Applied <DateText at={item.appliedAt} as="ago" />, {sourceSays(item.source).toLowerCase()}
          </span>
        </div>
      </div>
      {item.otherApplications > 0 && (
        <Link
          className={styles.known}
          to="/candidates/$candidateId"
          params={{ candidateId: item.candidateId }}
          target="_blank"
        >
          <Dot tone="crm" filled />
          <b>Known already</b>
          <span>
            {item.otherApplications === 1
              ? 'One other application'
              : `${item.otherApplications} other applications`}
          </span>
          <span className={styles.end}>Whole line</span>
        </Link>
      )}
      <SectionHead
        title="Criteria"
        says={`${count('met')} met, ${count('not-shown')} not shown, ${count('contradicted')} contradicted`}
      >
        <span className={styles.wordsTheirs}>Words are theirs; the choice is yours</span>
      </SectionHead>
      {item.evidence.length === 0 && (
        <p className={styles.quiet}>
          This posting had no criteria when they applied. Set them up under Set-up for the next ones.
        </p>
      )}
      <ul className={criteriaStyles.criteria}>
        {item.evidence.map((one) => (
          <li key={one.attributeId} className={criteriaStyles.criterion} data-verdict={one.verdict}>
            <span className={criteriaStyles.mark} aria-hidden="true">
              {one.verdict === 'met' && <IconCheck />}
              {one.verdict === 'contradicted' && <IconX />}
            </span>
            <span>
              <b>{one.says}</b> {!one.must && <span className={styles.quiet}>good to have</span>}
            </span>
            <span className={criteriaStyles.verdict}>{verdicts[one.verdict]}</span>
            <span className={criteriaStyles.quote}>
              {one.quotes.length === 0
                ? 'Nothing in the résumé or the answers. Ask in the first talk.'
                : one.quotes.slice(0, 2).map((quote) => (
                    <span key={`${quote.where}${quote.text}${quote.from}`}>
                      “{quote.text.slice(0, quote.from).trimStart()}
                      <mark>{quote.text.slice(quote.from, quote.to)}</mark>
                      {quote.text.slice(quote.to).trimEnd()}”{' '}
                      <span className={styles.quiet}>
                        {quote.where === 'resume'
                          ? 'Résumé'
                          : `Answer ${numbers.get(quote.questionId ?? '') ?? ''}`}
                      </span>
                    </span>
                  ))}
            </span>
          </li>
        ))}
      </ul>
      <SectionHead
        title="Answers"
        says={
          item.answers.length === 0
            ? 'The form had no questions'
            : `${answered.length} of ${item.answers.length}`
        }
      />
      <Answers item={item} />
    </section>
  )
}

const verdicts = { met: 'Met', 'not-shown': 'Not shown', contradicted: 'Contradicted' } as const
