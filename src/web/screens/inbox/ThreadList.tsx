import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import styles from './inbox.module.css'
import type { InboxSearch } from './inbox-search.ts'

type Row = OutputOf<Queries, 'messaging.inbox'>['threads'][number]

/** The conversations; each is a link, so that it can be sent to a colleague. */
export const ThreadList = ({
  threads,
  open,
  search,
  next,
  isFresh,
}: {
  readonly threads: readonly Row[]
  readonly open: string | undefined
  readonly search: InboxSearch
  readonly next: string | null
  /** Whether these are the ones asked for, not those before while they are on their way. */
  readonly isFresh: boolean
}) => {
  const list = useRef<HTMLUListElement>(null)
  const colleagues = useAsk('accounts.users', {}, { staleTime: 300_000 }).data
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open row comes into sight when it changes.
  useEffect(() => {
    // In braces: where scrolling answers a promise, React would take it for what cleans up.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { before } = search
  const shown = useRef(before)
  useEffect(() => {
    if (!isFresh || shown.current === before) return
    shown.current = before
    // Another page begins at its top, and who pages by keyboard goes on from there.
    list.current?.querySelector('a')?.focus()
    list.current?.parentElement?.scrollTo({ top: 0 })
  }, [before, isFresh])
  return (
    <div className={styles.list}>
      {before && (
        <Link
          to="/inbox"
          search={{ ...search, before: undefined, open: undefined } as never}
          className={styles.older}
        >
          Back to the newest
        </Link>
      )}
      <ul ref={list} aria-label="Conversations">
        {threads.map((row) => (
          <li key={row.id}>
            <Link
              to="/inbox"
              search={{ ...search, open: row.id } as never}
              className={styles.thread}
              aria-current={row.id === open || undefined}
              data-unread={row.isUnread || undefined}
            >
              <Face id={row.candidateId ?? row.id} name={row.name || '?'} />
              <span className={styles.who}>
                <span className={styles.name}>
                  {row.isUnread && <span className={styles.unread}>Unread: </span>}
                  <Name>{row.name || 'Unknown sender'}</Name>
                </span>
                <span className={styles.when}>
                  <DateText at={row.lastMessageAt} />
                </span>
              </span>
              <span className={styles.subject}>{row.subject}</span>
              <span className={styles.beginning}>
                {row.lastDirection === 'out' && 'You: '}
                {row.lastText}
              </span>
              {(row.candidateId === null || row.waiting > 0 || row.assignedTo !== null) && (
                <span className={styles.chips}>
                  {row.candidateId === null && <Chip tone="ink">Whose is it?</Chip>}
                  {row.waiting > 0 && (
                    <Chip>{row.waiting === 1 ? 'One mail waits' : `${row.waiting} mails wait`}</Chip>
                  )}
                  {row.assignedTo !== null && (
                    <Chip>{colleagues?.find((one) => one.id === row.assignedTo)?.name ?? 'Taken'}</Chip>
                  )}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {next && (
        <Link
          to="/inbox"
          search={{ ...search, before: next, open: undefined } as never}
          className={styles.older}
        >
          Older conversations
        </Link>
      )}
    </div>
  )
}
