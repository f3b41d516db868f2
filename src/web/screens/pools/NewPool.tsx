import { Button } from '@mantine/core'
import { useState } from 'react'
import { poolStagesAtFirst } from '../../../crm/model/pool.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { PlanFields } from './PlanFields.tsx'
import styles from './pools.module.css'
import { type StageDraft, StageFields } from './StageFields.tsx'

/** A new pool: its name is enough, the rest can follow. */
export const NewPool = ({
  onClose,
  onMade,
}: {
  readonly onClose: () => void
  readonly onMade: (poolId: string) => void
}) => {
  const [plan, setPlan] = useState<Parameters<typeof PlanFields>[0]['plan']>({
    name: '',
    description: '',
    access: 'team',
    readers: [],
  })
  const [stages, setStages] = useState<readonly StageDraft[]>(
    poolStagesAtFirst.map((stage) => ({ ...stage, key: stage.name })),
  )
  const make = useCall('crm.makePool', { freshens: ['views.pools'] })
  const run = async () => {
    const answer = await make.run({
      name: plan.name,
      description: plan.description.trim() || null,
      access: plan.access,
      readers: plan.access === 'private' ? [...plan.readers] : [],
      stages: stages.map(({ name, isReady }) => ({ name, isReady })),
    })
    if (answer.ok) onMade(answer.value.poolId)
  }
  const ready = plan.name.trim() !== '' && stages.every(({ name }) => name.trim() !== '')
  return (
    <Dialog
      opened
      onClose={onClose}
      title="New pool"
      act={
        <Button variant="filled" disabled={!ready} loading={make.running} onClick={() => void run()}>
          Make the pool
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void run()
        }}
      >
        <PlanFields plan={plan} onChange={setPlan} />
        <StageFields stages={stages} onChange={setStages} />
        {make.refusal && <Refused>{make.refusal.says}</Refused>}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}
