import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { type NeedDraft, NeedFields, newNeed } from './NeedFields.tsx'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** Says which seats a pool is kept for; against them its ready people are counted. */
export const NeedsDialog = ({ pool, onClose }: { readonly pool: PoolLine; readonly onClose: () => void }) => {
  const [needs, setNeeds] = useState<readonly NeedDraft[]>(
    pool.needs.length > 0 ? pool.needs.map((need) => ({ ...need, key: need.id })) : [newNeed()],
  )
  const save = useCall('handover.setPoolNeeds', { freshens: ['views.pools', 'views.pool', 'views.leads'] })
  const run = async () => {
    const answer = await save.run({
      poolId: pool.id,
      needs: needs.map(({ id, says, seats, neededBy, jobId }) => ({
        ...(id ? { id } : {}),
        says,
        seats: Number(seats),
        neededBy,
        jobId,
      })),
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Seats for ${pool.name}`}
      act={
        <Button
          variant="filled"
          disabled={needs.some(({ says, seats, neededBy }) => !says.trim() || !seats || !neededBy)}
          loading={save.running}
          onClick={() => void run()}
        >
          Save the seats
        </Button>
      }
    >
      <div className={styles.form}>
        <NeedFields needs={needs} known={pool.needs} onChange={setNeeds} />
        {save.refusal && <Refused>{save.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
