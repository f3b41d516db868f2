import { Button, Textarea } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import type { ReactNode } from 'react'
import styles from './composer.module.css'
import { KeyCap } from './KeyCap.tsx'

/** The shell of the one composer: what goes out, what the guard says before, send. What it sends is the screen's. */
export const Composer = ({
  label,
  text,
  onText,
  head,
  tools,
  preview,
  guard,
  blocked,
  undoable,
  later,
  sendWord = 'Send',
  sending,
  onSend,
}: {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** To and subject. */
  readonly head?: ReactNode
  /** Template, attach, merge field. */
  readonly tools?: ReactNode
  /** This person's text, with the fields filled. */
  readonly preview?: ReactNode
  /** What the contact guard says while it allows: "Process mail, allowed now". */
  readonly guard?: ReactNode
  /** Why it can't go out; sending is then refused here. */
  readonly blocked?: ReactNode
  /** "Can be undone for 10 s". */
  readonly undoable?: string
  readonly later?: ReactNode
  readonly sendWord?: string
  readonly sending?: boolean
  readonly onSend: () => void
}) => (
  <div className={styles.composer}>
    {head && <div className={styles.head}>{head}</div>}
    <Textarea
      className={styles.text}
      aria-label={label}
      autosize
      minRows={3}
      maxRows={16}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (!blocked && !sending) onSend()
      }}
    />
    {preview && <div className={styles.note}>{preview}</div>}
    <div className={styles.foot}>
      {tools}
      {(blocked || guard) && (
        <span className={styles.guard} role="status" style={blocked ? { color: 'var(--text)' } : undefined}>
          {blocked ? <IconAlertTriangle aria-hidden /> : <IconCheck aria-hidden />}
          {blocked ?? guard}
        </span>
      )}
      <span className={styles.end}>
        {undoable && <span className={styles.undo}>{undoable}</span>}
        {later}
        <Button
          variant="filled"
          disabled={!!blocked}
          loading={sending}
          onClick={onSend}
          rightSection={<KeyCap keys="mod+Enter" />}
        >
          {sendWord}
        </Button>
      </span>
    </div>
  </div>
)
