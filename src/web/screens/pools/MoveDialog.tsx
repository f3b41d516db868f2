import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import type { PoolHere } from '../candidates/list-place.ts'
import { people } from '../candidates/people-words.ts'
import { movePeople } from './pool-acts.ts'
import styles from './pools.module.css'

/** Puts the chosen into another stage of the pool; the digit of a stage moves at once. */
export const MoveDialog = ({
  pool,
  ids,
  onClose,
  onDone,
}: {
  readonly pool: PoolHere
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [stageId, setStageId] = useState(pool.stages[1]?.id ?? pool.stages[0]?.id)
  const [running, setRunning] = useState(false)
  const move = async (id: string | undefined) => {
    const stage = pool.stages.find((one) => one.id === id)
    if (!stage) return
    setRunning(true)
    if (await movePeople(pool, ids, stage)) onDone()
    else setRunning(false)
  }
  useShortcuts(
    Object.fromEntries(
      pool.stages
        .slice(0, 9)
        .map(({ id, name }, at) => [
          String(at + 1),
          { label: `Move to ${name}`, run: () => void move(id), inDialog: true },
        ]),
    ),
    { title: 'Move' },
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Move ${people(ids.length)}`}
      size={400}
      act={
        <Button variant="filled" loading={running} disabled={!stageId} onClick={() => void move(stageId)}>
          Move
        </Button>
      }
    >
      <Radio.Group label={`Stage of ${pool.name}`} value={stageId} onChange={setStageId}>
        <div className={styles.options}>
          {pool.stages.map(({ id, name }, at) => (
            <div key={id} className={styles.stage}>
              <Radio value={id} label={name} data-autofocus={id === stageId || undefined} />
              {at < 9 && <KeyCap keys={String(at + 1)} />}
            </div>
          ))}
        </div>
      </Radio.Group>
    </Dialog>
  )
}
