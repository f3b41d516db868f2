import { Tooltip, UnstyledButton } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { Count } from '../../../design/parts/MoneyText.tsx'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { useReader } from '../../../design/reader.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './reports.module.css'

type Answer = OutputOf<Queries, 'ats.funnel'>
export type Step = Answer['steps'][number]

/** From applying to the hire; each figure says what it counts and opens the people behind it. */
export const Funnel = ({
  steps,
  definitions,
  chosen,
  onChoose,
}: {
  readonly steps: readonly Step[]
  readonly definitions: Answer['definitions']
  readonly chosen: number | undefined
  readonly onChoose: (rank: number) => void
}) => {
  const { locale } = useReader()
  const share = (part: number | null) =>
    part === null
      ? ''
      : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part)
  const days = (count: number | null) =>
    count === null ? '' : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(count)} d`
  // The bar grows with the square root, so that few hires still show beside many applications.
  const size = (count: number) =>
    steps[0]?.count ? Math.max(count > 0 ? 0.03 : 0, Math.sqrt(count / steps[0].count)) : 0
  return (
    <section aria-label="From applying to the hire">
      <SectionHead
        title="From applying to the hire"
        says="people, share that went on, median days from applying"
      />
      <div className={styles.scroll} data-scrolls>
        <ol className={styles.funnel}>
          {steps.map((step, at) => (
            <li key={step.id} className={styles.step} data-last={at === steps.length - 1 || undefined}>
              <Figure
                says={`${step.name}: ${definitions.count}`}
                onOpen={() => onChoose(step.rank)}
                current={chosen === step.rank}
              >
                <span className={styles.name}>{step.name}</span>
                <b>
                  <Count of={step.count} />
                </b>
              </Figure>
              <div className={styles.bars} aria-hidden="true">
                <i style={{ '--size': size(step.count) } as CSSProperties} />
              </div>
              <dl className={styles.rest}>
                <Defined label="of the step before" says={definitions.passThrough}>
                  {share(step.passThrough)}
                </Defined>
                <Defined label="of all" says={definitions.ofAll}>
                  {share(step.ofAll)}
                </Defined>
                <Defined label="median" says={definitions.medianDays}>
                  {days(step.medianDays)}
                </Defined>
                <Defined label="here now" says={definitions.standing}>
                  <Count of={step.standing} />
                </Defined>
              </dl>
            </li>
          ))}
        </ol>
      </div>
      <details className={styles.definitions}>
        <summary>What each figure means</summary>
        <ul>
          {Object.values(definitions).map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const Figure = ({
  says,
  current,
  onOpen,
  children,
}: {
  readonly says: string
  readonly current: boolean
  readonly onOpen: () => void
  readonly children: ReactNode
}) => (
  <Tooltip label={says} multiline w={280} events={{ hover: true, focus: true, touch: false }}>
    <UnstyledButton className={styles.figure} aria-expanded={current} onClick={onOpen}>
      {children}
    </UnstyledButton>
  </Tooltip>
)

const Defined = ({
  label,
  says,
  children,
}: {
  readonly label: string
  readonly says: string
  readonly children: ReactNode
}) => (
  <div title={says}>
    <dt>{label}</dt>
    <dd>{children || '–'}</dd>
  </div>
)
