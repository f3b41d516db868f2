import { Button, NumberInput, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useCall } from '../../api/use-ask.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, freshId, shifted, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

/** What is true in a year that is not true today: the reason for the job. */
export const Outcomes = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const draft = useDraft(job.outcomes)
  const save = useCall('ats.changeJob', { freshens: ['ats.job', 'ats.jobs'] })
  const rows = draft.value
  return (
    <Section
      id="outcomes"
      title="Outcomes"
      says="what is true in a year that is not true today"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void save.run({ jobId: job.id, change: { outcomes: rows.filter((one) => one.says.trim()) } })
      }
      onDrop={draft.drop}
      add={
        may && (
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() => draft.change([...rows, { id: freshId(), says: '' }])}
          >
            Outcome
          </Button>
        )
      }
    >
      {rows.length === 0 && (
        <p className={styles.quiet}>None yet. Two or three are enough: criteria follow from them.</p>
      )}
      <ol className={styles.rows}>
        {rows.map((one, at) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.number}>{at + 1}</span>
            <TextInput
              className={styles.grow}
              aria-label={`Outcome ${at + 1}`}
              value={one.says}
              disabled={!may}
              maxLength={500}
              onChange={(event) => draft.change(changedAt(rows, at, { says: event.currentTarget.value }))}
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
              onChange={(value) =>
                draft.change(
                  changedAt(rows, at, { months: value === '' ? undefined : Number(value) } as never),
                )
              }
            />
            {may && (
              <RowTools
                name={`outcome ${at + 1}`}
                onUp={at > 0 ? () => draft.change(shifted(rows, at, -1)) : undefined}
                onDown={at < rows.length - 1 ? () => draft.change(shifted(rows, at, 1)) : undefined}
                onRemove={() => draft.change(without(rows, at))}
              />
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
