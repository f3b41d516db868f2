import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { PlanFields } from './PlanFields.tsx'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'
import { type StageDraft, StageFields } from './StageFields.tsx'

/** Changes what a pool is called, is for, who owns it and who sees it. */
export const EditPool = ({ pool, onClose }: { readonly pool: PoolLine; readonly onClose: () => void }) => {
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  const [plan, setPlan] = useState({
    name: pool.name,
    description: pool.description ?? '',
    access: pool.access,
    readers: pool.readers,
  } as Parameters<typeof PlanFields>[0]['plan'])
  const [ownerId, setOwnerId] = useState(pool.ownerId)
  const change = useCall('crm.changePool', { freshens: ['views.pools', 'views.pool'] })
  const run = async () => {
    const answer = await change.run({
      poolId: pool.id,
      name: plan.name,
      description: plan.description.trim() || null,
      access: plan.access,
      readers: [...plan.readers],
      ownerId,
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Edit ${pool.name}`}
      act={
        <Button
          variant="filled"
          disabled={plan.name.trim() === ''}
          loading={change.running}
          onClick={() => void run()}
        >
          Save
        </Button>
      }
    >
      <div className={styles.form}>
        <PlanFields plan={plan} onChange={setPlan} />
        <Select
          label="Owner"
          data={users.map(({ id, name }) => ({ value: id, label: name }))}
          value={ownerId}
          onChange={(id) => id && setOwnerId(id)}
          searchable
          allowDeselect={false}
        />
        {change.refusal && <Refused>{change.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

/** Changes the stages of a pool; one in which anybody stands stays. */
export const EditStages = ({ pool, onClose }: { readonly pool: PoolLine; readonly onClose: () => void }) => {
  const [stages, setStages] = useState<readonly StageDraft[]>(
    pool.stages.map((stage) => ({ ...stage, key: stage.id })),
  )
  const save = useCall('crm.setPoolStages', { freshens: ['views.pools', 'views.pool', 'views.candidates'] })
  const run = async () => {
    const answer = await save.run({
      poolId: pool.id,
      stages: stages.map(({ id, name, isReady }) => ({ ...(id ? { id } : {}), name, isReady })),
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Stages of ${pool.name}`}
      act={
        <Button
          variant="filled"
          disabled={stages.some(({ name }) => name.trim() === '')}
          loading={save.running}
          onClick={() => void run()}
        >
          Save the stages
        </Button>
      }
    >
      <div className={styles.form}>
        <StageFields stages={stages} onChange={setStages} />
        {save.refusal && <Refused>{save.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
