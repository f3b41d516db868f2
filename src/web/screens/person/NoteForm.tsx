import { Button, Select, Textarea, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Face } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { mentionAt, mentionedIn, withMention } from './mentions.ts'
import styles from './person.module.css'
import wordsStyles from './words.module.css'

/** A note on people; @ and the beginning of a name mentions a colleague, who is told. */
export const NoteForm = ({
  candidateIds,
  applicationId,
  onDone,
  children,
}: {
  readonly candidateIds: readonly string[]
  readonly applicationId?: string | undefined
  readonly onDone: (noteIds: readonly string[]) => void
  readonly children?: ReactNode
}) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState('')
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [privateTo, setPrivateTo] = useState<'team' | 'recruiters' | 'author'>('team')
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  const write = useCall('candidates.writeNotes', { freshens: ['views.timeline', 'views.candidate'] })
  const begun = mentionAt(body, caret)
  const near =
    begun === undefined
      ? []
      : users.filter(({ name }) => name.toLowerCase().includes(begun.toLowerCase())).slice(0, 6)
  const pick = (name: string) => {
    const next = withMention(body, caret, name)
    setBody(next.text)
    setCaret(next.caret)
    setAt(0)
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret))
    field.current?.focus()
  }
  const submit = async () => {
    if (body.trim() === '') return
    const answer = await write.run({
      candidateIds: [...candidateIds],
      ...(applicationId ? { applicationId } : {}),
      body,
      privateTo,
      mentions: mentionedIn(body, users),
    })
    if (!answer.ok) return
    setBody('')
    onDone(answer.value.noteIds)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    } else if (near.length > 0 && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab'].includes(event.key)) {
      event.preventDefault()
      if (event.key === 'ArrowDown') setAt((at + 1) % near.length)
      else if (event.key === 'ArrowUp') setAt((at + near.length - 1) % near.length)
      else pick(near[Math.min(at, near.length - 1)]!.name)
    }
  }
  return (
    <div className={wordsStyles.note}>
      <Textarea
        ref={field}
        aria-label="Note"
        placeholder="Write a note; @ mentions a colleague"
        autosize
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        value={body}
        data-autofocus
        onChange={(event) => {
          setBody(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
      />
      {near.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these act at once.
        <div className={wordsStyles.mentions} role="group" aria-label="Mention">
          {near.map((user, place) => (
            <UnstyledButton
              key={user.id}
              className={wordsStyles.mention}
              data-at={place === at || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(user.name)}
            >
              <Face id={user.id} name={user.name} size="s" />
              {user.name}
            </UnstyledButton>
          ))}
        </div>
      )}
      {write.refusal && <Refused>{write.refusal.says}</Refused>}
      <div className={wordsStyles.noteFoot}>
        <Select
          aria-label="Who reads it"
          data={readers}
          value={privateTo}
          onChange={(value) => setPrivateTo((value ?? 'team') as typeof privateTo)}
          allowDeselect={false}
          w={232}
        />
        <span className={styles.end}>
          {children}
          <Button
            variant="filled"
            loading={write.running}
            disabled={body.trim() === ''}
            rightSection={<KeyCap keys="mod+Enter" />}
            onClick={() => void submit()}
          >
            Save note
          </Button>
        </span>
      </div>
    </div>
  )
}

const readers = [
  { value: 'team', label: 'Everyone who sees them' },
  { value: 'recruiters', label: 'Recruiters only' },
  { value: 'author', label: 'Only me' },
]
