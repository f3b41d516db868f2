import { Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import type { Commands, InputOf, OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { interviewKindSays } from '../interviews/interview-words.ts'
import { choicesFrom } from '../jobs/job-words.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, shifted, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

type Step = Omit<OutputOf<Queries, 'ats.interviewPlan'>['steps'][number], 'id' | 'jobId' | 'position'> & {
  readonly id?: string
}

/** The interviews of the job: where in the way they stand, what is asked and rated in each, who usually holds them. */
export const InterviewPlan = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const saved = useAsk('ats.interviewPlan', { jobId: job.id }).data?.steps ?? []
  const draft = useDraft<readonly Step[]>(
    saved.map(({ jobId: _, position: __, ...step }) => step),
    'ats.interviewPlan',
  )
  const save = useCall('ats.setInterviewPlan', { freshens: ['ats.interviewPlan'] })
  const rows = draft.value
  const stages = job.stages.filter(({ kind }) => kind !== 'applied' && kind !== 'hired')
  const usual = stages.find(({ kind }) => kind === 'interview') ?? stages[0]
  const people = [...new Map(job.team.map((one) => [one.userId, one.name]))].map(([value, label]) => ({
    value,
    label,
  }))
  const criteria = job.attributes.map(({ id, says }) => ({ value: id, label: says }))
  return (
    <Section
      id="interviews"
      title="Interviews"
      says="what each one asks and rates; planned for an applicant, it keeps its kit"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void draft.keep(
          save.run({ jobId: job.id, steps: rows } as unknown as InputOf<Commands, 'ats.setInterviewPlan'>),
        )
      }
      onDrop={draft.drop}
      add={
        may &&
        usual && (
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() => draft.change([...rows, fresh(usual.id)])}
          >
            Interview
          </Button>
        )
      }
    >
      {rows.length === 0 && (
        <p className={styles.quiet}>
          None yet. Say which interviews there are and which criteria each one rates: then interviewers know
          what to ask, and their scorecards can be laid side by side.
        </p>
      )}
      <ol className={styles.rows}>
        {rows.map((step, at) => {
          const set = (part: Partial<Step>) => draft.change(changedAt(rows, at, part))
          return (
            <li key={step.id ?? `new${at}`} className={styles.interview}>
              <TextInput
                label={`Interview ${at + 1}`}
                placeholder="Technical"
                value={step.name}
                disabled={!may}
                maxLength={80}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              <Select
                label="Stage"
                data={stages.map(({ id, name }) => ({ value: id, label: name }))}
                value={step.stageId}
                disabled={!may}
                allowDeselect={false}
                onChange={(stageId) => set({ stageId: stageId as Step['stageId'] })}
              />
              <Select
                label="How"
                data={choicesFrom(interviewKindSays)}
                value={step.kind}
                disabled={!may}
                allowDeselect={false}
                onChange={(kind) => set({ kind: kind as Step['kind'] })}
              />
              <NumberInput
                label="Minutes"
                value={step.minutes}
                disabled={!may}
                min={10}
                max={480}
                step={15}
                hideControls
                onChange={(minutes) => set({ minutes: Number(minutes) || 60 })}
              />
              {may && (
                <RowTools
                  name={step.name || 'the new interview'}
                  onUp={at > 0 ? () => draft.change(shifted(rows, at, -1)) : undefined}
                  onDown={at < rows.length - 1 ? () => draft.change(shifted(rows, at, 1)) : undefined}
                  onRemove={() => draft.change(without(rows, at))}
                />
              )}
              <MultiSelect
                className={styles.words}
                label="Usually held by"
                placeholder={step.interviewerIds.length === 0 ? 'Somebody of the team' : undefined}
                data={people}
                value={[...step.interviewerIds]}
                disabled={!may}
                onChange={(ids) => set({ interviewerIds: ids as never })}
              />
              <Textarea
                className={styles.words}
                label="Kit"
                placeholder="How to open, what to cover, what to leave to others"
                autosize
                minRows={2}
                value={step.kit}
                disabled={!may}
                maxLength={10_000}
                onChange={(event) => set({ kit: event.currentTarget.value })}
              />
              <MultiSelect
                className={styles.words}
                label="Rates"
                placeholder={
                  criteria.length === 0
                    ? 'Add criteria to the job first'
                    : step.focus.length === 0
                      ? 'Criteria of this job'
                      : undefined
                }
                data={criteria}
                value={step.focus.map(({ attributeId }) => attributeId)}
                disabled={!may || criteria.length === 0}
                onChange={(ids) =>
                  set({
                    focus: ids.map(
                      (attributeId) =>
                        step.focus.find((one) => one.attributeId === attributeId) ?? { attributeId, ask: '' },
                    ),
                  })
                }
              />
              <ul className={styles.asks}>
                {step.focus.map((focus, place) => {
                  const says = criteria.find(({ value }) => value === focus.attributeId)?.label
                  return (
                    <li key={focus.attributeId}>
                      <span className={styles.quiet}>{says}</span>
                      <TextInput
                        aria-label={`What to ask on ${says}`}
                        placeholder="What to ask"
                        value={focus.ask}
                        disabled={!may}
                        maxLength={500}
                        onChange={(event) =>
                          set({ focus: changedAt(step.focus, place, { ask: event.currentTarget.value }) })
                        }
                      />
                    </li>
                  )
                })}
              </ul>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

const fresh = (stageId: Step['stageId']): Step => ({
  stageId,
  name: '',
  kind: 'video',
  minutes: 60,
  kit: '',
  focus: [],
  interviewerIds: [],
})
