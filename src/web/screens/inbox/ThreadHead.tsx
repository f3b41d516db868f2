import { ActionIcon, Button, Menu } from '@mantine/core'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { Link } from '@tanstack/react-router'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import styles from './inbox.module.css'

/** Who the conversation is with and what it is about; whose it is, and that it is done. */
export const ThreadHead = ({
  thread,
  mayWrite,
  onBack,
  onAssign,
  onClose,
  onReopen,
}: {
  readonly thread: OutputOf<Queries, 'messaging.thread'>
  readonly mayWrite: boolean
  readonly onBack: () => void
  readonly onAssign: (userId: string | null) => void
  readonly onClose: () => void
  readonly onReopen: () => void
}) => {
  const me = useMe()
  const colleagues = (useAsk('accounts.users', {}, { staleTime: 300_000 }).data ?? []).filter(
    (one) => one.disabledAt === null && one.roles.some((role) => answering.includes(role)),
  )
  const taker = colleagues.find((one) => one.id === thread.assignedTo)
  return (
    <div className={styles.head}>
      <ActionIcon className={styles.back} aria-label="Back to the list" onClick={onBack}>
        <IconArrowLeft />
      </ActionIcon>
      <Face id={thread.candidateId ?? thread.id} name={thread.name || '?'} size="l" />
      <div className={styles.about}>
        <h2>
          {thread.candidateId ? (
            <Link to={`/candidates/${thread.candidateId}` as never} className="said-link">
              <Name>{thread.name}</Name>
            </Link>
          ) : (
            <Name>{thread.name || 'Unknown sender'}</Name>
          )}
        </h2>
        <p>{thread.subject}</p>
      </div>
      {mayWrite && (
        <span className={styles.acts}>
          <Menu position="bottom-end" width={232}>
            <Menu.Target>
              <Button>{taker ? taker.name : 'Nobody has it'}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {me && (
                <Menu.Item onClick={() => onAssign(me.user.id)} rightSection={<KeyCap keys="a" />}>
                  I take it
                </Menu.Item>
              )}
              {colleagues
                .filter((one) => one.id !== me?.user.id)
                .map((one) => (
                  <Menu.Item key={one.id} onClick={() => onAssign(one.id)}>
                    {one.name}
                  </Menu.Item>
                ))}
              {thread.assignedTo && (
                <>
                  <Menu.Divider />
                  <Menu.Item onClick={() => onAssign(null)}>Nobody</Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
          {thread.isClosed ? (
            <Button onClick={onReopen}>Open again</Button>
          ) : (
            <Button onClick={onClose} rightSection={<KeyCap keys="#" />}>
              Close
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

const answering: readonly string[] = ['recruiter', 'coordinator', 'sourcer', 'admin']
