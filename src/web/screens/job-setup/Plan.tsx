import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { FormFields } from '../../../design/parts/Rows.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { choicesFrom, employmentSays, workplaceSays } from '../jobs/job-words.ts'
import { PayFields } from './PayFields.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { useDraft } from './use-draft.ts'
import type { Job } from './use-job.ts'

/** What the job is: title, place, pay, the promise to answer, who may know of it. */
export const Plan = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const draft = useDraft({
    title: job.title,
    department: job.department,
    officeId: job.officeId,
    employmentType: job.employmentType,
    workplace: job.workplace,
    answerWithinDays: job.answerWithinDays,
    confidential: job.confidential,
    pay: job.pay,
  })
  const offices = useAsk('accounts.offices', {}, { staleTime: 60_000 }).data ?? []
  const save = useCall('ats.changeJob', { freshens: ['ats.job', 'ats.jobs', 'ats.board'] })
  const { value } = draft
  const set = (part: Partial<typeof value>) => draft.change({ ...value, ...part })
  const { pay, ...rest } = value
  return (
    <Section
      id="plan"
      title="The job"
      says="postings keep their own text; this is for the team"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void draft.keep(
          save.run({
            jobId: job.id,
            change: { ...rest, ...(job.payHidden ? {} : { pay }) },
          }),
        )
      }
      onDrop={draft.drop}
    >
      <FormFields columns={2}>
        <TextInput
          label="Title"
          value={value.title}
          disabled={!may}
          maxLength={200}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Department"
          value={value.department ?? ''}
          disabled={!may}
          maxLength={120}
          onChange={(event) => set({ department: event.currentTarget.value || null })}
        />
        <Select
          label="Office"
          data={offices.map((one) => ({ value: one.id, label: one.name }))}
          value={value.officeId}
          disabled={!may}
          clearable
          onChange={(officeId) => set({ officeId })}
        />
        <Select
          label="Work is done"
          data={choicesFrom(workplaceSays)}
          value={value.workplace}
          disabled={!may}
          allowDeselect={false}
          onChange={(workplace) => set({ workplace: workplace as typeof value.workplace })}
        />
        <Select
          label="Employment"
          data={choicesFrom(employmentSays)}
          value={value.employmentType}
          disabled={!may}
          allowDeselect={false}
          onChange={(type) => set({ employmentType: type as typeof value.employmentType })}
        />
        <NumberInput
          label="Answer applicants within"
          value={value.answerWithinDays}
          disabled={!may}
          min={1}
          max={60}
          suffix=" working days"
          onChange={(days) => set({ answerWithinDays: Number(days) || 5 })}
        />
      </FormFields>
      {job.payHidden ? (
        <p className={styles.quiet}>
          What it pays is not yours to see. An administrator or the hiring manager can tell you.
        </p>
      ) : (
        <PayFields value={value.pay} disabled={!may} onChange={(next) => set({ pay: next })} />
      )}
      <Checkbox
        label="Confidential: only the team and administrators know of this job; it can’t be posted"
        checked={value.confidential}
        disabled={!may}
        onChange={(event) => set({ confidential: event.currentTarget.checked })}
      />
    </Section>
  )
}
