import { NumberInput, TextInput } from '@mantine/core'
import { DraftRows } from './DraftRows.tsx'
import styles from './setup.module.css'
import type { Job } from './use-job.ts'

/** What is true in a year that is not true today: the reason for the job. */
export const Outcomes = ({ job, may }: { readonly job: Job; readonly may: boolean }) => (
  <DraftRows<Job['outcomes'][number]>
    job={job}
    may={may}
    part={{ id: 'outcomes', field: 'outcomes' }}
    title="Outcomes"
    one="Outcome"
    says="what is true in a year that is not true today"
    empty="None yet. Two or three are enough: criteria follow from them."
    rowClass={styles.row}
    fresh={() => ({})}
  >
    {(one, at, set, tools) => (
      <>
        <span className={styles.number}>{at + 1}</span>
        <TextInput
          className={styles.grow}
          aria-label={`Outcome ${at + 1}`}
          value={one.says}
          disabled={!may}
          maxLength={500}
          onChange={(event) => set({ says: event.currentTarget.value })}
        />
        <NumberInput
          className={styles.short}
          aria-label={`Months for outcome ${at + 1}`}
          value={one.months ?? ''}
          disabled={!may}
          min={1}
          max={60}
          suffix=" months"
          hideControls
          onChange={(value) => set({ months: value === '' ? undefined : Number(value) } as never)}
        />
        {tools}
      </>
    )}
  </DraftRows>
)
