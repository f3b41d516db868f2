import { DayText } from '../../../design/parts/DateText.tsx'
import styles from './answers.module.css'
import type { ReviewItem } from './use-review.ts'

/** What the form asked when they applied, and what they answered. */
export const Answers = ({ item }: { readonly item: ReviewItem }) => (
  <ol className={styles.answers}>
    {item.answers.map((one, at) => (
      <li key={one.questionId}>
        <div className={styles.quiet}>
          {at + 1}. {one.label}
        </div>
        <div className={styles.said}>
          {said(one.value) === '' ? (
            <span className={styles.quiet}>No answer</span>
          ) : (
            <Said answer={one} files={item.answerFiles} />
          )}
        </div>
      </li>
    ))}
  </ol>
)

/** An answer in words; nothing when the question was left out. */
export const said = (value: ReviewItem['answers'][number]['value']): string =>
  value === null
    ? ''
    : value === true
      ? 'Yes'
      : value === false
        ? 'No'
        : Array.isArray(value)
          ? value.join(', ')
          : String(value)

/** An answer as its question asks for it: a file by its name, a day as days are written, an address to follow. */
const Said = ({
  answer: { kind, value },
  files,
}: {
  readonly answer: ReviewItem['answers'][number]
  readonly files: ReviewItem['answerFiles']
}) => {
  if (kind === 'file' && Array.isArray(value))
    return value.map((id) => {
      const file = files.find((one) => one.id === id)
      return file ? (
        <a key={id} href={`/files/${id}`} target="_blank" rel="noreferrer">
          {file.name}
        </a>
      ) : (
        <span key={id} className={styles.quiet}>
          A file that is here no more
        </span>
      )
    })
  if (kind === 'date') return <DayText day={String(value)} />
  if (kind === 'link')
    return (
      <a href={String(value)} target="_blank" rel="noreferrer nofollow">
        {String(value)}
      </a>
    )
  return said(value)
}
