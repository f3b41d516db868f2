import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useCall } from '../../api/use-ask.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, shifted, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

type StageDraft = Pick<
  Job['stages'][number],
  'name' | 'kind' | 'candidateSays' | 'durationSays' | 'promiseDays'
> & {
  readonly id?: string
  readonly applications: number
}

/** The way through the job: what the team calls each step, and what the candidate's page says of it. */
export const Stages = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const draft = useDraft<readonly StageDraft[]>(
    job.stages.map(({ id, name, kind, candidateSays, durationSays, promiseDays, applications }) => ({
      id,
      name,
      kind,
      candidateSays,
      durationSays,
      promiseDays,
      applications,
    })),
  )
  const save = useCall('ats.setStages', { freshens: ['ats.job', 'ats.board'] })
  const rows = draft.value
  const isFixed = (stage: StageDraft) => stage.kind === 'applied' || stage.kind === 'hired'
  return (
    <Section
      id="stages"
      title="Stages"
      says="in order; the candidate’s page shows the same ones"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void draft.keep(
          save.run({ jobId: job.id, stages: rows.map(({ applications: _, ...stage }) => stage) as never }),
        )
      }
      onDrop={draft.drop}
      add={
        may && (
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() =>
              draft.change([
                ...rows.slice(0, -1),
                { name: '', kind: rows.at(-2)?.kind ?? 'review', promiseDays: 5, applications: 0 },
                rows.at(-1)!,
              ])
            }
          >
            Stage
          </Button>
        )
      }
    >
      <ol className={styles.rows}>
        {rows.map((stage, at) => (
          <li key={stage.id ?? `new${at}`} className={styles.stage}>
            <TextInput
              label="Team calls it"
              value={stage.name}
              disabled={!may}
              maxLength={80}
              onChange={(event) => draft.change(changedAt(rows, at, { name: event.currentTarget.value }))}
            />
            <Select
              label="Kind"
              data={
                isFixed(stage)
                  ? kinds
                  : kinds.filter((kind) => kind.value !== 'applied' && kind.value !== 'hired')
              }
              value={stage.kind}
              disabled={!may || isFixed(stage) || stage.applications > 0}
              allowDeselect={false}
              onChange={(kind) => draft.change(changedAt(rows, at, { kind: kind as StageDraft['kind'] }))}
            />
            <TextInput
              label="Candidate reads"
              value={stage.candidateSays ?? ''}
              disabled={!may}
              maxLength={300}
              onChange={(event) =>
                draft.change(changedAt(rows, at, { candidateSays: event.currentTarget.value }))
              }
            />
            <TextInput
              label="How long"
              value={stage.durationSays ?? ''}
              disabled={!may}
              maxLength={120}
              onChange={(event) =>
                draft.change(changedAt(rows, at, { durationSays: event.currentTarget.value }))
              }
            />
            <NumberInput
              label="Answer within"
              value={stage.promiseDays}
              disabled={!may}
              min={1}
              max={60}
              suffix=" d"
              hideControls
              onChange={(value) => draft.change(changedAt(rows, at, { promiseDays: Number(value) || 1 }))}
            />
            {may && (
              <RowTools
                name={stage.name || 'the new stage'}
                onUp={!isFixed(stage) && at > 1 ? () => draft.change(shifted(rows, at, -1)) : undefined}
                onDown={
                  !isFixed(stage) && at < rows.length - 2
                    ? () => draft.change(shifted(rows, at, 1))
                    : undefined
                }
                onRemove={
                  !isFixed(stage) && stage.applications === 0
                    ? () => draft.change(without(rows, at))
                    : undefined
                }
              />
            )}
            {stage.applications > 0 && (
              <span className={styles.quiet}>{stage.applications} stand or ended here, so it stays.</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const kinds = [
  { value: 'applied', label: 'Applied' },
  { value: 'review', label: 'Review' },
  { value: 'interview', label: 'Interview' },
  { value: 'offer', label: 'Offer' },
  { value: 'hired', label: 'Hired' },
]
