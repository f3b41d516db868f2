import { Button, Checkbox, Menu, NumberInput, Textarea, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useRef, useState } from 'react'
import { personalLineField, type StepPlan } from '../../../crm/model/sequence.ts'
import { Refused } from '../../../design/parts/States.tsx'
import styles from './outreach.module.css'
import { stepFields } from './sequence-words.ts'

/** What a step says, when, and whether everybody gets a line of their own in it. */
export const StepForm = ({
  step,
  position,
  running,
  refused,
  onSave,
  onCancel,
}: {
  readonly step: StepPlan
  readonly position: number
  readonly running: boolean
  readonly refused: string | undefined
  readonly onSave: (step: StepPlan) => void
  readonly onCancel: () => void
}) => {
  const [draft, setDraft] = useState(step)
  const text = useRef<HTMLTextAreaElement>(null)
  const change = (part: Partial<StepPlan>) => setDraft((before) => ({ ...before, ...part }))
  const insert = (field: string) => {
    const at = text.current?.selectionStart ?? draft.body.length
    change({
      body: `${draft.body.slice(0, at)}{{ ${field} }}${draft.body.slice(at)}`,
      ...(field === personalLineField ? { needsPersonalLine: true } : {}),
    })
  }
  return (
    <form
      className={styles.form}
      ref={intoView}
      aria-label={`Step ${position + 1}`}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <NumberInput
        label="Wait, in working days"
        value={draft.waitDays}
        onChange={(days) => change({ waitDays: Number(days) || 0 })}
        min={position === 0 ? 0 : 1}
        max={100}
        allowDecimal={false}
        w={160}
      />
      {position > 0 && (
        <Checkbox
          label="In the same conversation as the step before"
          checked={draft.sameThread}
          onChange={(event) => change({ sameThread: event.currentTarget.checked })}
        />
      )}
      {!draft.sameThread && (
        <TextInput
          label="Subject"
          value={draft.subject}
          maxLength={300}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={text}
        label="Text"
        autosize
        minRows={5}
        maxRows={18}
        value={draft.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <Checkbox
        label="Needs a personal line; whoever has none waits for it"
        checked={draft.needsPersonalLine}
        onChange={(event) => change({ needsPersonalLine: event.currentTarget.checked })}
      />
      {refused && <Refused>{refused}</Refused>}
      <div className={styles.acts}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button leftSection={<IconPlus />}>Field</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {stepFields.map(({ field, says }) => (
              <Menu.Item key={field} onClick={() => insert(field)}>
                {says}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span />
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" disabled={draft.body.trim() === ''} loading={running}>
          Save step
        </Button>
      </div>
    </form>
  )
}

/** Opened far down the page, the form stands where it is seen, and one begins to write. */
const intoView = (form: HTMLElement | null) => {
  form?.querySelector('textarea')?.focus()
  form?.scrollIntoView({ block: 'nearest' })
}
