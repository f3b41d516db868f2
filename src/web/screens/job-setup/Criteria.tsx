import { SegmentedControl, TagsInput, TextInput } from '@mantine/core'
import { DraftRows } from './DraftRows.tsx'
import styles from './setup.module.css'
import type { Job } from './use-job.ts'

/** What the job needs, with the words that show it; reviewers see where they stand in a résumé or an answer. */
export const Criteria = ({ job, may }: { readonly job: Job; readonly may: boolean }) => (
  <DraftRows<Job['attributes'][number]>
    job={job}
    may={may}
    part={{ id: 'criteria', field: 'attributes' }}
    title="Criteria"
    one="Criterion"
    says="what the job needs; a person decides, no words ever do"
    empty="None yet. Say what is needed, and the words by which a résumé shows it."
    rowClass={styles.criterion}
    fresh={(before) => ({ must: before.length < 3, words: [], against: [] })}
  >
    {(one, at, set, tools) => (
      <>
        <TextInput
          className={styles.grow}
          label={`Criterion ${at + 1}`}
          value={one.says}
          disabled={!may}
          maxLength={300}
          onChange={(event) => set({ says: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={`Weight of criterion ${at + 1}`}
          data={[
            { value: 'must', label: 'Must' },
            { value: 'nice', label: 'Good to have' },
          ]}
          value={one.must ? 'must' : 'nice'}
          disabled={!may}
          onChange={(value) => set({ must: value === 'must' })}
        />
        {tools}
        <TagsInput
          className={styles.words}
          label="Words that show it"
          value={[...one.words]}
          disabled={!may}
          maxTags={40}
          splitChars={[',', ';']}
          onChange={(words) => set({ words })}
        />
        <TagsInput
          className={styles.words}
          label="Words that speak against it"
          value={[...one.against]}
          disabled={!may}
          maxTags={40}
          splitChars={[',', ';']}
          onChange={(against) => set({ against })}
        />
      </>
    )}
  </DraftRows>
)
