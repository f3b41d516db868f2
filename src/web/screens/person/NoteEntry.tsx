import { ActionIcon, Button, Group, Menu, Textarea } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import type { Entry } from './use-timeline.ts'
import styles from './words.module.css'

const readers: Readonly<Record<string, string>> = {
  author: 'Only you read this',
  recruiters: 'For recruiters only',
}

/** A note on the thread; who wrote it corrects and deletes it in place. */
export const NoteEntry = ({ entry, quiet }: { readonly entry: Entry; readonly quiet: boolean }) => {
  const me = useMe()
  const [text, setText] = useState<string>()
  const correct = useCall('candidates.correctNote', {
    freshens: ['views.timeline'],
    done: (answer) => answer.ok && setText(undefined),
  })
  const remove = useCall('candidates.deleteNote', { freshens: ['views.timeline'] })
  const noteId = entry.subjectId!
  if (text !== undefined)
    return (
      <div className={styles.note}>
        <Textarea
          aria-label="Note"
          autosize
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {correct.refusal && <Refused>{correct.refusal.says}</Refused>}
        <Group justify="end" gap={8}>
          <Button variant="subtle" onClick={() => setText(undefined)}>
            Cancel
          </Button>
          <Button loading={correct.running} onClick={() => void correct.run({ noteId, body: text })}>
            Save note
          </Button>
        </Group>
      </div>
    )
  return (
    <div className={styles.noteText}>
      <p>{entry.text}</p>
      {readers[entry.name] && <small>{readers[entry.name]}</small>}
      {entry.particulars.isEdited === true && <small>Corrected since</small>}
      {remove.refusal && <Refused>{remove.refusal.says}</Refused>}
      {!quiet && entry.actorId === me?.user.id && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} className={styles.noteMenu} aria-label="Your note">
              <IconDots />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setText(entry.text ?? '')}>Correct</Menu.Item>
            <Menu.Item data-destructive onClick={() => void remove.run({ noteId })}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
