import { Button, SegmentedControl, TagsInput, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useCall } from '../../api/use-ask.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, freshId, shifted, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

/** What the job needs, with the words that show it; reviewers see where they stand in a résumé or an answer. */
export const Criteria = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const draft = useDraft(job.attributes)
  const save = useCall('ats.changeJob', { freshens: ['ats.job'] })
  const rows = draft.value
  return (
    <Section
      id="criteria"
      title="Criteria"
      says="what the job needs; a person decides, no words ever do"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void save.run({ jobId: job.id, change: { attributes: rows.filter((one) => one.says.trim()) } })
      }
      onDrop={draft.drop}
      add={
        may && (
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() =>
              draft.change([
                ...rows,
                { id: freshId(), says: '', must: rows.length < 3, words: [], against: [] },
              ])
            }
          >
            Criterion
          </Button>
        )
      }
    >
      {rows.length === 0 && (
        <p className={styles.quiet}>
          None yet. Say what is needed, and the words by which a résumé shows it.
        </p>
      )}
      <ol className={styles.rows}>
        {rows.map((one, at) => (
          <li key={one.id} className={styles.criterion}>
            <TextInput
              className={styles.grow}
              label={`Criterion ${at + 1}`}
              value={one.says}
              disabled={!may}
              maxLength={300}
              onChange={(event) => draft.change(changedAt(rows, at, { says: event.currentTarget.value }))}
            />
            <SegmentedControl
              aria-label={`Weight of criterion ${at + 1}`}
              data={[
                { value: 'must', label: 'Must' },
                { value: 'nice', label: 'Good to have' },
              ]}
              value={one.must ? 'must' : 'nice'}
              disabled={!may}
              onChange={(value) => draft.change(changedAt(rows, at, { must: value === 'must' }))}
            />
            {may && (
              <RowTools
                name={`criterion ${at + 1}`}
                onUp={at > 0 ? () => draft.change(shifted(rows, at, -1)) : undefined}
                onDown={at < rows.length - 1 ? () => draft.change(shifted(rows, at, 1)) : undefined}
                onRemove={() => draft.change(without(rows, at))}
              />
            )}
            <TagsInput
              className={styles.words}
              label="Words that show it"
              value={[...one.words]}
              disabled={!may}
              maxTags={40}
              splitChars={[',', ';']}
              onChange={(words) => draft.change(changedAt(rows, at, { words }))}
            />
            <TagsInput
              className={styles.words}
              label="Words that speak against it"
              value={[...one.against]}
              disabled={!may}
              maxTags={40}
              splitChars={[',', ';']}
              onChange={(against) => draft.change(changedAt(rows, at, { against }))}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
