import { Button, Checkbox, NumberInput, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { roleChoices } from './role-words.ts'
import styles from './settings.module.css'

/** The settings whose names begin so, each in the field that its value asks for. */
export const SettingFields = ({ begins }: { readonly begins: string }) => {
  const all = useAsk('accounts.settings', {}).data
  const [changed, setChanged] = useState<Readonly<Record<string, unknown>>>({})
  const save = useCall('accounts.changeSettings', {
    optimistic: ({ settings }, put) =>
      put('accounts.settings', (all) =>
        all.map((one) => ({ ...one, ...settings.find((sent) => sent.key === one.key) })),
      ),
    freshens: ['accounts.settings'],
    // What was typed while it was being saved stays.
    done: (answer, { settings }) =>
      answer.ok &&
      setChanged((now) =>
        Object.fromEntries(
          Object.entries(now).filter(
            ([key, value]) => !settings.some((sent) => sent.key === key && sent.value === value),
          ),
        ),
      ),
  })
  const own = (all ?? []).filter((one) => one.key.startsWith(begins))
  return (
    <form
      className={styles.settings}
      onSubmit={(event) => {
        event.preventDefault()
        void save.run({
          settings: Object.entries(changed).map(([key, value]) => ({ key: key as never, value })),
        })
      }}
    >
      {own.map((one) => (
        <SettingField
          key={one.key}
          says={one.says}
          value={one.key in changed ? changed[one.key] : one.value}
          mayBeEmpty={one.mayBeEmpty}
          onValue={(value) => setChanged({ ...changed, [one.key]: value })}
        />
      ))}
      {save.refusal && <Refused>{save.refusal.says}</Refused>}
      <div className={styles.acts}>
        <Button type="submit" loading={save.running} disabled={Object.keys(changed).length === 0}>
          Save
        </Button>
      </div>
    </form>
  )
}

const SettingField = ({
  says,
  value,
  mayBeEmpty,
  onValue,
}: {
  readonly says: string
  readonly mayBeEmpty: boolean
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}) =>
  typeof value === 'number' || value === null ? (
    <NumberInput
      label={says}
      value={value ?? ''}
      allowDecimal={false}
      onChange={(next) => {
        if (typeof next === 'number') onValue(next)
        else if (mayBeEmpty) onValue(null)
      }}
      maw={480}
    />
  ) : typeof value === 'boolean' ? (
    <Switch label={says} checked={value} onChange={(event) => onValue(event.currentTarget.checked)} />
  ) : Array.isArray(value) ? (
    <Checkbox.Group label={says} value={value as string[]} onChange={onValue}>
      <div className={styles.choices}>
        {roleChoices.map((role) => (
          <Checkbox key={role.value} value={role.value} label={role.label} />
        ))}
      </div>
    </Checkbox.Group>
  ) : (
    <Textarea
      label={says}
      autosize
      minRows={2}
      value={String(value)}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
