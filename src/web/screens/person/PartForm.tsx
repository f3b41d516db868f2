import { ActionIcon, Button, Group, TagsInput, TextInput } from '@mantine/core'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import type { Commands, InputOf } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import type { Part } from './resume-parts.ts'
import wordsStyles from './words.module.css'

type Content = Readonly<Record<string, string>>

/** Corrects one part of what was read. */
export const PartForm = ({
  candidateId,
  part,
  rows: before,
  onClose,
}: {
  readonly candidateId: string
  readonly part: Part
  readonly rows: readonly Content[]
  readonly onClose: () => void
}) => {
  const [rows, setRows] = useState<readonly { readonly key: string; readonly content: Content }[]>(() =>
    before.map((content) => ({ key: crypto.randomUUID(), content })),
  )
  const correct = useCall('candidates.correctResume', {
    freshens: ['views.candidate', 'views.timeline', 'views.candidates'],
    done: (answer) => answer.ok && onClose(),
  })
  const save = () => {
    const filled = rows
      .map(({ content }) =>
        Object.fromEntries(
          Object.entries(content).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
        ),
      )
      .filter((content) => Object.keys(content).length > 0)
    void correct.run({
      candidateId,
      part: { kind: part.kind, rows: filled } as InputOf<Commands, 'candidates.correctResume'>['part'],
    })
  }
  return (
    <div className={wordsStyles.note}>
      {part.kind === 'skill' ? (
        <TagsInput
          splitChars={[';']}
          aria-label="Skills"
          value={rows.map(({ content }) => content.name ?? '')}
          onChange={(names) => setRows(names.map((name) => ({ key: name, content: { name } })))}
          maxTags={300}
        />
      ) : (
        rows.map(({ key, content }, at) => (
          <div key={key} className={paperStyles.entryFields}>
            <div className={paperStyles.fields}>
              {part.fields.map((field) => (
                <TextInput
                  key={field.key}
                  label={field.label}
                  value={content[field.key] ?? ''}
                  maxLength={500}
                  onChange={(event) => {
                    const value = event.currentTarget.value
                    setRows(rows.with(at, { key, content: { ...content, [field.key]: value } }))
                  }}
                />
              ))}
            </div>
            <Group justify="end">
              <ActionIcon
                aria-label={`Remove entry ${at + 1}`}
                onClick={() => setRows(rows.toSpliced(at, 1))}
              >
                <IconTrash />
              </ActionIcon>
            </Group>
          </div>
        ))
      )}
      {correct.refusal && <Refused>{correct.refusal.says}</Refused>}
      <Group gap={8}>
        {part.kind !== 'skill' && (
          <Button
            variant="subtle"
            onClick={() => setRows([...rows, { key: crypto.randomUUID(), content: {} }])}
          >
            Add an entry
          </Button>
        )}
        <span className={styles.end}>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={correct.running} onClick={save}>
            Save {part.title.toLowerCase()}
          </Button>
        </span>
      </Group>
    </div>
  )
}
