import { Menu, UnstyledButton } from '@mantine/core'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import styles from './candidates.module.css'
import { useSetOwner } from './use-set-owner.ts'

/** Who looks after a person; those who may say so change it in place. */
export const OwnerCell = ({
  person,
}: {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly ownerId: string | null
    readonly ownerName: string | null
  }
}) => {
  const may = useMay('candidates.edit')
  const shown = person.ownerId ? (
    <span className={styles.owner}>
      <Face id={person.ownerId} name={person.ownerName ?? ''} size="s" />
      <Name>{person.ownerName ?? ''}</Name>
    </span>
  ) : (
    <span className={styles.nobody}>Nobody</span>
  )
  if (!may) return shown
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={styles.inline} title="Change who looks after them">
          {shown}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <OwnerChoices person={person} />
      </Menu.Dropdown>
    </Menu>
  )
}

const OwnerChoices = ({
  person,
}: {
  readonly person: { readonly id: string; readonly name: string; readonly ownerId: string | null }
}) => {
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  const setOwner = useSetOwner()
  const choose = async (ownerId: string | null, ownerName: string | null) => {
    const undo = await setOwner([person.id], ownerId, ownerName)
    if (undo)
      offerUndo({
        says: ownerName ? `${ownerName} looks after ${person.name}` : `Nobody looks after ${person.name}`,
        undo,
      })
  }
  return (
    <>
      <Menu.Label>Who looks after them</Menu.Label>
      {users.map((user) => (
        <Menu.Item
          key={user.id}
          leftSection={<Face id={user.id} name={user.name} size="s" />}
          disabled={user.id === person.ownerId}
          onClick={() => void choose(user.id, user.name)}
        >
          {user.name}
        </Menu.Item>
      ))}
      {person.ownerId && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => void choose(null, null)}>Nobody</Menu.Item>
        </>
      )}
    </>
  )
}
