import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { Refused } from '../../design/parts/States.tsx'
import { auth } from '../api/auth.ts'

/** Out of the demo for good, into one's own organisation. */
export const LeaveDemo = ({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) => {
  const [refusal, setRefusal] = useState<string>()
  const [running, setRunning] = useState(false)
  const leave = async () => {
    setRunning(true)
    const answer = await auth<{ to: string }>('leave-demo')
    setRunning(false)
    if (answer.ok) location.assign(answer.value.to)
    else setRefusal(answer.refusal.says)
  }
  return (
    <Dialog
      opened={opened}
      title="Leave the demo"
      onClose={onClose}
      act={
        <Button variant="filled" loading={running} onClick={() => void leave()}>
          Leave and set up mine
        </Button>
      }
    >
      Northwind Robotics and everything in it, what you tried out too, is removed. Nothing else is touched,
      and your own organisation starts empty.
      {refusal && <Refused>{refusal}</Refused>}
    </Dialog>
  )
}
