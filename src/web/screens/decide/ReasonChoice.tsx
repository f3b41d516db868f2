import { Radio } from '@mantine/core'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import type { useReasons } from '../jobs/use-reasons.ts'
import styles from './decide.module.css'
import { templateSays } from './template-words.ts'

/** The typed reasons of a no by side, each with its digit and the letter that follows. */
export const ReasonChoice = ({
  reasons,
  chosen,
  onChosen,
}: {
  readonly reasons: ReturnType<typeof useReasons>
  readonly chosen: string | undefined
  readonly onChosen: (code: string) => void
}) => (
  <Radio.Group value={chosen ?? ''} onChange={onChosen} aria-label="Reason">
    <div className={styles.reasons}>
      {reasons.sides.map(({ side, says, reasons: of }) => (
        <div key={side} className={styles.reasons}>
          <p className={styles.sideName}>{says}</p>
          {of.map((reason) => {
            const digit = reasons.ordered.indexOf(reason) + 1
            return (
              <div key={reason.code} className={styles.reason}>
                <Radio
                  value={reason.code}
                  data-autofocus={digit === 1 || undefined}
                  label={
                    <>
                      {reason.says} {digit <= 9 && <KeyCap keys={String(digit)} />}
                    </>
                  }
                />
                <span className={styles.letter}>
                  {reason.templateKey ? templateSays(reason.templateKey) : 'No letter'}
                </span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  </Radio.Group>
)
