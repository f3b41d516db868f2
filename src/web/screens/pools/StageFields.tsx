import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import styles from './pools.module.css'

/** A stage as it is being written; `key` stays with it while it is moved and named. */
export interface StageDraft {
  readonly key: string
  readonly id?: string | undefined
  readonly name: string
  readonly isReady: boolean
  readonly people?: number
}

/** The stages of a pool in their order: named, moved, added and removed in place. */
export const StageFields = ({
  stages,
  onChange,
}: {
  readonly stages: readonly StageDraft[]
  readonly onChange: (stages: readonly StageDraft[]) => void
}) => {
  const put = (at: number, part: Partial<StageDraft>) =>
    onChange(stages.map((stage, place) => (place === at ? { ...stage, ...part } : stage)))
  const swap = (at: number) => onChange(stages.toSpliced(at, 2, ...[stages[at + 1]!, stages[at]!]))
  return (
    <fieldset className={styles.stages}>
      <legend>Stages</legend>
      <p>Whoever stands in a ready stage could be asked to apply today.</p>
      <ol>
        {stages.map((stage, at) => (
          <li key={stage.key}>
            <TextInput
              aria-label={`Stage ${at + 1}`}
              value={stage.name}
              onChange={(event) => put(at, { name: event.currentTarget.value })}
              maxLength={80}
              required
            />
            <Checkbox
              label="Ready"
              aria-label={`${stage.name || `Stage ${at + 1}`} is ready`}
              checked={stage.isReady}
              onChange={(event) => put(at, { isReady: event.currentTarget.checked })}
            />
            <ActionIcon aria-label={`Move ${stage.name} up`} disabled={at === 0} onClick={() => swap(at - 1)}>
              <IconArrowUp />
            </ActionIcon>
            <ActionIcon
              aria-label={`Move ${stage.name} down`}
              disabled={at === stages.length - 1}
              onClick={() => swap(at)}
            >
              <IconArrowDown />
            </ActionIcon>
            <ActionIcon
              aria-label={`Remove ${stage.name}`}
              disabled={stages.length === 1 || (stage.people ?? 0) > 0}
              onClick={() => onChange(stages.toSpliced(at, 1))}
            >
              <IconX />
            </ActionIcon>
            {(stage.people ?? 0) > 0 && <small>{stage.people} here: move them before removing it</small>}
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus />}
          disabled={stages.length >= 20}
          onClick={() => onChange([...stages, { key: crypto.randomUUID(), name: '', isReady: false }])}
        >
          Add a stage
        </Button>
      </div>
    </fieldset>
  )
}
