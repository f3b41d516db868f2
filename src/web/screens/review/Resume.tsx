// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for a form, and the region is within a section.
import { SegmentedControl, UnstyledButton } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { PaperText } from '../parts/PaperText.tsx'
import { FilePages } from '../person/FilePages.tsx'
import { Answers } from './Answers.tsx'
import styles from './resume.module.css'
import { type Criterion, countsOf, markedText } from './resume-marks.ts'
import type { ReviewItem } from './use-review.ts'

/** The résumé with the words of the criteria underlined, or the original as it came. */
export const Resume = ({ item }: { readonly item: ReviewItem }) => {
  const [shown, setShown] = useState<'text' | 'original' | 'answers'>('text')
  const paper = useRef<HTMLDivElement>(null)
  const criteria = item.criteria as readonly Criterion[]
  const parts = useMemo(() => markedText(item.resumeText ?? '', criteria), [item.resumeText, criteria])
  const counts = countsOf(parts, criteria)
  const seen = useRef<Record<number, number>>({})
  const jump = (criterion: number) => {
    const marks = paper.current?.querySelectorAll<HTMLElement>(`mark[data-criterion="${criterion}"]`) ?? []
    const at = seen.current[criterion] ?? 0
    seen.current[criterion] = at + 1
    const found = marks[at % Math.max(1, marks.length)]
    // Where all of it is in view already nothing scrolls; the passage meant shows all the same.
    paper.current?.querySelector('mark[data-here]')?.removeAttribute('data-here')
    found?.setAttribute('data-here', '')
    found?.scrollIntoView({ block: 'center' })
  }
  const words = criteria.filter((one) => one.words.length > 0)
  return (
    <section className={styles.resume} aria-label="Résumé">
      <div className={styles.keywords}>
        <div className={styles.words}>
          {shown === 'text' &&
            words.map((one) => {
              const at = criteria.indexOf(one)
              return (
                <UnstyledButton
                  key={one.id}
                  className={styles.keyword}
                  data-none={counts[at] === 0 || undefined}
                  disabled={counts[at] === 0}
                  onClick={() => jump(at)}
                >
                  <span data-line={at % 3}>{one.says}</span>
                  <span className={styles.quiet}>{counts[at]}</span>
                </UnstyledButton>
              )
            })}
        </div>
        <SegmentedControl
          className={styles.end}
          aria-label="Paper shown"
          data={[
            { value: 'text', label: 'Résumé' },
            ...(item.resumeFileId ? [{ value: 'original', label: 'Original' }] : []),
            { value: 'answers', label: `Answers ${item.answers.length}` },
          ]}
          value={shown}
          onChange={(value) => setShown(value as typeof shown)}
        />
      </div>
      <div
        ref={paper}
        className={styles.paper}
        tabIndex={0}
        role="region"
        aria-label={shown === 'answers' ? 'Answers' : 'Résumé text'}
      >
        {shown === 'answers' ? (
          <Sent item={item} />
        ) : shown === 'original' && item.resumeFileId ? (
          <Original fileId={item.resumeFileId} />
        ) : item.resumeText ? (
          <PaperText
            pieces={parts}
            name={item.name}
            show={({ text, criterion, against }, key) =>
              criterion === undefined ? (
                text
              ) : (
                <mark
                  key={key}
                  data-criterion={criterion}
                  data-line={criterion % 3}
                  data-against={against || undefined}
                  title={criteria[criterion]?.says}
                >
                  {text}
                </mark>
              )
            }
          />
        ) : (
          <p className={styles.quiet}>
            {item.resumeFileId
              ? 'The file is being read, or can’t be. Choose “Original” to see it as it came.'
              : 'No résumé came with this application. The answers stand beside.'}
          </p>
        )}
      </div>
    </section>
  )
}

/** The form as it was sent: what it asked on that day, with room to read. */
const Sent = ({ item }: { readonly item: ReviewItem }) => (
  <div className={styles.sent}>
    <h2>What they answered</h2>
    <p className={styles.quiet}>
      The form as it stood when they applied, <DateText at={item.appliedAt} />
    </p>
    {item.answers.length === 0 ? (
      <p className={styles.quiet}>The form had no questions.</p>
    ) : (
      <Answers item={item} />
    )}
  </div>
)

const Original = ({ fileId }: { readonly fileId: string }) => {
  const file = useAsk('documents.file', { id: fileId })
  if (file.error) return <p className={styles.quiet}>{file.error.refusal.says}</p>
  if (!file.data) return <RowSkeletons rows={8} />
  return <FilePages key={fileId} file={file.data as never} />
}
