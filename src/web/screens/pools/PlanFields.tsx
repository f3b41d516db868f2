import { MultiSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useAsk } from '../../api/use-ask.ts'
import styles from './pools.module.css'

export interface PlanDraft {
  readonly name: string
  readonly description: string
  readonly access: 'team' | 'private'
  readonly readers: readonly string[]
  readonly ownerId?: string
}

/** What a pool is called, what it is for and who sees it. */
export const PlanFields = ({
  plan,
  onChange,
}: {
  readonly plan: PlanDraft
  readonly onChange: (plan: PlanDraft) => void
}) => {
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  return (
    <>
      <TextInput
        label="Name"
        placeholder="Perception, EU"
        value={plan.name}
        onChange={(event) => onChange({ ...plan, name: event.currentTarget.value })}
        maxLength={120}
        required
        data-autofocus
      />
      <Textarea
        label="What it is for"
        description="Who belongs in it, so that colleagues add the right people."
        value={plan.description}
        onChange={(event) => onChange({ ...plan, description: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
      />
      <div className={styles.access}>
        <span id="pool-access">Who sees it</span>
        <SegmentedControl
          aria-labelledby="pool-access"
          data={[
            { value: 'team', label: 'The team' },
            { value: 'private', label: 'Only some' },
          ]}
          value={plan.access}
          onChange={(access) => onChange({ ...plan, access: access as PlanDraft['access'] })}
        />
        <small>
          {plan.access === 'team'
            ? 'Everyone who works with pools sees it.'
            : 'Its owner and those named here see it, and the administrators.'}
        </small>
      </div>
      {plan.access === 'private' && (
        <MultiSelect
          label="Who else sees it"
          data={users.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...plan.readers]}
          onChange={(readers) => onChange({ ...plan, readers })}
          searchable
          clearable
        />
      )}
    </>
  )
}
