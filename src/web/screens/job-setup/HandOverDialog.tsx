import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import styles from './setup.module.css'
import type { Job } from './use-job.ts'

/** A seat whose approver can decide it no more is asked of somebody who can. */
export const HandOverDialog = ({
  job,
  opening,
  onClose,
}: {
  readonly job: Job
  readonly opening: Job['openings'][number]
  readonly onClose: () => void
}) => {
  const [approver, setApprover] = useState<string | null>(null)
  const approvers =
    useAsk('ats.openingApprovers', { jobId: job.id, openingId: opening.id }, { staleTime: 0 }).data
      ?.approvers ?? []
  const handOver = useCall('ats.handOverOpenings', { freshens: ['ats.job', 'ats.jobs'] })
  const run = async () => {
    const answer = await handOver.run({
      openingIds: [opening.id],
      ...(approver ? { approverId: approver as never } : {}),
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Hand the opening over"
      act={
        <Button variant="filled" loading={handOver.running} onClick={() => void run()}>
          Hand over
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          {opening.approverName ?? 'Whoever was asked'} has left, or may approve seats of this job no more.
        </p>
        <Select
          label="Who approves instead"
          placeholder="Anybody who may"
          searchable
          clearable
          nothingFoundMessage="Nobody of that name may approve it"
          data={approvers.map((user) => ({ value: user.id, label: user.name }))}
          value={approver}
          onChange={setApprover}
          data-autofocus
        />
        {handOver.refusal && <Refused>{handOver.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
