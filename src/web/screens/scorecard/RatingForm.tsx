import { ActionIcon, Button } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { useEffect, useRef } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Refused } from '../../../design/parts/States.tsx'
import { CriterionStep } from './CriterionStep.tsx'
import { LastStep } from './LastStep.tsx'
import styles from './scorecard.module.css'
import type { OwnScorecard, useScorecard } from './use-scorecard.ts'

/** One criterion after the other, then whether one would hire; with one thumb or the keys 1 to 5. */
export const RatingForm = ({
  card,
  writing,
  at,
  onGo,
}: {
  readonly card: OwnScorecard
  readonly writing: ReturnType<typeof useScorecard>
  readonly at: number
  readonly onGo: (step: number) => void
}) => {
  const { attributes } = card.interview
  const step = Math.min(at, attributes.length)
  const criterion = attributes[step]
  const next = attributes[step + 1]
  const body = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its top.
  useEffect(() => {
    // Newer browsers answer a scroll with a promise, which is no clean-up.
    body.current?.scrollTo({ top: 0 })
  }, [step])
  const rate = (rating: number | null) => criterion && writing.rate(criterion.id, { rating })
  useShortcuts(
    {
      ...(criterion
        ? Object.fromEntries(
            [5, 4, 3, 2, 1].map((number) => [
              String(number),
              { label: `Rate ${number}`, run: () => rate(number) },
            ]),
          )
        : {}),
      '0': criterion && { label: 'Not seen', run: () => rate(null) },
      j: criterion && { label: 'Next', run: () => onGo(step + 1) },
      k: step > 0 ? { label: 'Back', run: () => onGo(step - 1) } : undefined,
    },
    { title: 'Scorecard' },
  )
  const send = async () => {
    const refusal = await writing.send()
    const open = (refusal?.details as { id?: string } | undefined)?.id
    if (open) onGo(attributes.findIndex(({ id }) => id === open))
  }
  const given = (id: string) => writing.content.ratings.find((one) => one.attributeId === id)
  return (
    <section className={styles.form} aria-label="Scorecard">
      <div className={styles.progress} aria-hidden="true">
        {attributes.map(({ id }, place) => (
          <i key={id} data-done={given(id) ? true : undefined} data-now={place === step || undefined} />
        ))}
        <i
          data-done={writing.content.recommendation ? true : undefined}
          data-now={criterion ? undefined : true}
        />
      </div>
      <div className={styles.body} ref={body}>
        <p className={styles.place}>
          <span>{criterion ? `Criterion ${step + 1} of ${attributes.length}` : 'At the end'}</span>
          {!card.othersOpen && (
            <span>
              <IconLock aria-hidden />
              Others’ scorecards open once yours is in
            </span>
          )}
        </p>
        {criterion ? (
          <CriterionStep
            key={criterion.id}
            criterion={criterion}
            given={given(criterion.id)}
            onRate={rate}
            onWords={(words) => writing.rate(criterion.id, { words })}
          />
        ) : (
          <LastStep card={card} content={writing.content} onChange={writing.change} />
        )}
        {writing.refusal && <Refused>{writing.refusal.says}</Refused>}
        {writing.kept.refused && <Refused>{writing.kept.refused}</Refused>}
      </div>
      <footer className={styles.foot}>
        <ActionIcon
          size={44}
          className={styles.back}
          aria-label="Back"
          disabled={step === 0}
          onClick={() => onGo(step - 1)}
        >
          <IconChevronLeft />
        </ActionIcon>
        {criterion ? (
          <Button variant="filled" onClick={() => onGo(step + 1)}>
            <span className={styles.next}>{next ? `Next: ${next.says}` : 'Next: would you hire them?'}</span>
          </Button>
        ) : (
          <Button variant="filled" loading={writing.sending} onClick={() => void send()}>
            {card.version > 0 ? 'Send this as a new version' : 'Send scorecard'}
          </Button>
        )}
      </footer>
    </section>
  )
}
