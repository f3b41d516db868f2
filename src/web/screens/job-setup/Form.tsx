import { Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import type { Question } from '../../../ats/model/form.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, freshId, shifted, without } from './use-draft.ts'
import type { Content } from './use-posting.ts'

/** The application form: what is always asked, and the job's own questions in their order. */
export const Form = ({
  form,
  onChange,
}: {
  readonly form: Content['form']
  readonly onChange: (form: Content['form']) => void
}) => {
  const rows = form.questions as readonly Question[]
  const set = (questions: readonly Question[]) => onChange({ ...form, questions: [...questions] as never })
  return (
    <Section
      id="form"
      title="Application form"
      says="name and mail are always asked; no answer ever rejects anybody by itself"
      add={
        <Button
          variant="subtle"
          leftSection={<IconPlus />}
          onClick={() =>
            set([
              ...rows,
              { id: `q-${freshId()}`, kind: 'long-text', label: 'A new question', required: false },
            ])
          }
        >
          Question
        </Button>
      }
    >
      <div className={styles.asked}>
        {(
          [
            ['phone', 'Phone', three],
            ['town', 'Town', three],
            ['resume', 'Résumé', three.slice(0, 2)],
            ['coverLetter', 'Cover letter', three.slice(1)],
          ] as const
        ).map(([field, label, data]) => (
          <Select
            key={field}
            label={label}
            data={data}
            value={form[field]}
            allowDeselect={false}
            onChange={(value) => onChange({ ...form, [field]: value })}
          />
        ))}
      </div>
      <ol className={styles.rows}>
        {rows.map((one, at) => {
          const name = `question ${at + 1}`
          return (
            <li key={one.id} className={styles.question}>
              <TextInput
                label={`Question ${at + 1}`}
                value={one.label}
                maxLength={500}
                onChange={(event) => set(changedAt(rows, at, { label: event.currentTarget.value }))}
              />
              <Select
                label="Answered by"
                data={kinds}
                value={one.kind}
                allowDeselect={false}
                onChange={(kind) =>
                  set(
                    changedAt(rows, at, {
                      kind: kind as Question['kind'],
                      ...(kind?.endsWith('-choice') && !one.options ? { options: twoOptions } : {}),
                    }),
                  )
                }
              />
              <Checkbox
                label="Required"
                checked={one.required}
                onChange={(event) => set(changedAt(rows, at, { required: event.currentTarget.checked }))}
              />
              <RowTools
                name={name}
                onUp={at > 0 ? () => set(shifted(rows, at, -1)) : undefined}
                onDown={at < rows.length - 1 ? () => set(shifted(rows, at, 1)) : undefined}
                onRemove={() => set(without(rows, at))}
              />
              {one.kind.endsWith('-choice') && (
                <TagsInput
                  className={styles.words}
                  label={`Answers to ${name}, two at least`}
                  value={(one.options ?? []).map((option) => option.label)}
                  onChange={(labels) =>
                    set(
                      changedAt(rows, at, {
                        options: labels.map(
                          (label) =>
                            one.options?.find((option) => option.label === label) ?? {
                              id: `o-${freshId()}`,
                              label,
                            },
                        ),
                      }),
                    )
                  }
                />
              )}
              <TextInput
                className={styles.words}
                label={`Hint under ${name}`}
                value={one.hint ?? ''}
                maxLength={500}
                onChange={(event) =>
                  set(changedAt(rows, at, { hint: event.currentTarget.value || undefined } as never))
                }
              />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

const three = [
  { value: 'needed', label: 'Needed' },
  { value: 'optional', label: 'Optional' },
  { value: 'not-asked', label: 'Not asked' },
]
const twoOptions = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]
const kinds = [
  { value: 'short-text', label: 'A line of text' },
  { value: 'long-text', label: 'A longer text' },
  { value: 'single-choice', label: 'One of several' },
  { value: 'multiple-choice', label: 'Any of several' },
  { value: 'yes-no', label: 'Yes or no' },
  { value: 'number', label: 'A number' },
  { value: 'date', label: 'A day' },
  { value: 'link', label: 'A link' },
  { value: 'file', label: 'A file' },
]
