import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import type { ReactNode } from 'react'
import type { Commands, InputOf } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, freshId, shifted, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

/** A list of sentences that belongs to the job (its outcomes, its criteria), changed as one and kept as one. */
export const DraftRows = <Row extends { readonly id: string; readonly says: string }>({
  job,
  may,
  part,
  title,
  one,
  says,
  empty,
  rowClass,
  fresh,
  children,
}: {
  readonly job: Job
  readonly may: boolean
  /** Where the job keeps it. */
  readonly part: { readonly id: string; readonly field: 'outcomes' | 'attributes' }
  readonly title: string
  /** What one of them is called. */
  readonly one: string
  readonly says: string
  readonly empty: string
  readonly rowClass: string | undefined
  /** What a new one holds besides its words. */
  readonly fresh: (before: readonly Row[]) => Omit<Row, 'id' | 'says'>
  readonly children: (row: Row, at: number, set: (part: Partial<Row>) => void, tools: ReactNode) => ReactNode
}) => {
  const draft = useDraft(job[part.field] as unknown as readonly Row[])
  const save = useCall('ats.changeJob', { freshens: ['ats.job', 'ats.jobs'] })
  const rows = draft.value
  const keep = () => {
    const change = { [part.field]: rows.filter((row) => row.says.trim()) }
    void draft.keep(save.run({ jobId: job.id, change } as InputOf<Commands, 'ats.changeJob'>))
  }
  return (
    <Section
      id={part.id}
      title={title}
      says={says}
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={keep}
      onDrop={draft.drop}
      add={
        may && (
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() => draft.change([...rows, { ...fresh(rows), id: freshId(), says: '' } as never])}
          >
            {one}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={row.id} className={rowClass}>
            {children(
              row,
              at,
              (part) => draft.change(changedAt(rows, at, part)),
              may && (
                <RowTools
                  name={`${one.toLowerCase()} ${at + 1}`}
                  onUp={at > 0 ? () => draft.change(shifted(rows, at, -1)) : undefined}
                  onDown={at < rows.length - 1 ? () => draft.change(shifted(rows, at, 1)) : undefined}
                  onRemove={() => draft.change(without(rows, at))}
                />
              ),
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
