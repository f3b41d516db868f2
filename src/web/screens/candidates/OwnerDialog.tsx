import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import styles from './candidates.module.css'
import { people } from './people-words.ts'
import type { ActDialog } from './use-chosen.ts'
import { useSetOwner } from './use-set-owner.ts'

/** Says which colleague looks after the chosen; says before from whom they come. */
export const OwnerDialog = ({ ids, together, onClose, onDone }: ActDialog) => {
  const me = useMe()
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  const [ownerId, setOwnerId] = useState<string | null>(me?.user.id ?? null)
  const setOwner = useSetOwner()
  const owner = users.find(({ id }) => id === ownerId)
  const coming = (together?.owners ?? []).filter(({ id }) => id !== ownerId)
  const staying = together?.owners.find(({ id }) => id === ownerId)?.people ?? 0
  const run = async () => {
    onDone()
    const undo = await setOwner(ids, ownerId, owner?.name ?? null)
    if (undo)
      offerUndo({
        says: owner
          ? `${owner.name} looks after ${people(ids.length)}`
          : `Nobody looks after ${people(ids.length)}`,
        undo,
      })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Who looks after ${people(ids.length)}`}
      act={
        <Button variant="filled" onClick={() => void run()}>
          Change owner
        </Button>
      }
    >
      <div className={styles.form}>
        <Select
          label="Owner"
          data={[
            ...users.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: 'Nobody' },
          ]}
          value={ownerId ?? ''}
          onChange={(value) => setOwnerId(value || null)}
          searchable
          allowDeselect={false}
          data-autofocus
        />
        <ul className={styles.preview} aria-live="polite">
          {coming.map(({ id, name, people: count }) => (
            <li key={id ?? 'nobody'}>
              {people(count)} from <b>{name ?? 'nobody'}</b>
            </li>
          ))}
          {staying > 0 && <li>{people(staying)} stay as they are</li>}
        </ul>
      </div>
    </Dialog>
  )
}
