import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useAsk } from '../../api/use-ask.ts'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** Seats as they are being written; `key` stays with them. */
export interface NeedDraft {
  readonly key: string
  readonly id?: string | undefined
  readonly says: string
  readonly seats: number | string
  readonly neededBy: string
  readonly jobId: string | null
}

export const newNeed = (): NeedDraft => ({
  key: crypto.randomUUID(),
  says: '',
  seats: 1,
  neededBy: '',
  jobId: null,
})

/** The seats a pool is kept for: how many, for what, by which day and for which job, if there is one. */
export const NeedFields = ({
  needs,
  known,
  onChange,
}: {
  readonly needs: readonly NeedDraft[]
  /** What was said before: a job named in it can be kept after it closed. */
  readonly known: PoolLine['needs']
  readonly onChange: (needs: readonly NeedDraft[]) => void
}) => {
  const jobs = useAsk('ats.jobs', {}).data?.jobs.filter(({ state }) => state !== 'closed') ?? []
  const titles = new Map([
    ...known.flatMap(({ jobId, jobTitle }) => (jobId ? [[jobId, jobTitle ?? ''] as const] : [])),
    ...jobs.map(({ id, title }) => [id as string, title] as const),
  ])
  const put = (at: number, part: Partial<NeedDraft>) =>
    onChange(needs.map((need, place) => (place === at ? { ...need, ...part } : need)))
  return (
    <fieldset className={styles.needs}>
      <legend>Seats</legend>
      <p>
        Its ready people are counted against these seats. On the board of a job named here they stand as
        leads.
      </p>
      <ol>
        {needs.map((need, at) => (
          <li key={need.key}>
            <TextInput
              label="What for"
              placeholder="The second line in Rotterdam"
              value={need.says}
              onChange={(event) => put(at, { says: event.currentTarget.value })}
              maxLength={200}
              required
              data-autofocus={at === 0 || undefined}
            />
            <ActionIcon
              aria-label={`Remove ${need.says || `seats ${at + 1}`}`}
              onClick={() => onChange(needs.toSpliced(at, 1))}
            >
              <IconX />
            </ActionIcon>
            <NumberInput
              label="How many"
              value={need.seats}
              min={1}
              max={999}
              allowDecimal={false}
              onChange={(seats) => put(at, { seats })}
              required
            />
            <TextInput
              type="date"
              label="By"
              value={need.neededBy}
              onChange={(event) => put(at, { neededBy: event.currentTarget.value })}
              required
            />
            <Select
              label="Job"
              placeholder="None yet"
              data={[...titles].map(([value, label]) => ({ value, label }))}
              value={need.jobId}
              onChange={(jobId) => put(at, { jobId })}
              searchable
              clearable
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus />}
          disabled={needs.length >= 50}
          onClick={() => onChange([...needs, newNeed()])}
        >
          Add seats
        </Button>
      </div>
    </fieldset>
  )
}
