import { Button, Menu } from '@mantine/core'
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs'
import { useState } from 'react'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { Face, Name } from '../../design/parts/Face.tsx'
import { Refused } from '../../design/parts/States.tsx'
import { auth } from '../api/auth.ts'
import { demoSeats } from './demo-seats.ts'
import type { Me } from './me.ts'

/** In the demo: the same company from another seat, or out of it for good. */
export const DemoSeats = ({ me }: { readonly me: Me }) => {
  const [asks, setAsks] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [running, setRunning] = useState(false)
  const sit = async (seat: string) => {
    const answer = await auth('demo-seat', { seat })
    if (answer.ok) location.assign('/app/')
  }
  const leave = async () => {
    setRunning(true)
    const answer = await auth<{ to: string }>('leave-demo')
    setRunning(false)
    if (answer.ok) location.assign(answer.value.to)
    else setRefusal(answer.refusal.says)
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Take another seat</Menu.Label>
      {demoSeats
        .filter((seat) => seat.name !== me.user.name)
        .map((seat) => (
          <Menu.Item
            key={seat.id}
            leftSection={<Face id={seat.id} name={seat.name} size="s" />}
            rightSection={<small>{seat.role}</small>}
            onClick={() => void sit(seat.id)}
          >
            <Name>{seat.name}</Name>
          </Menu.Item>
        ))}
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<IconDoorExit aria-hidden />}
        onClick={() => setAsks(true)}
      >
        Leave the demo
      </Menu.Item>
      <Dialog
        opened={asks}
        title="Leave the demo"
        onClose={() => setAsks(false)}
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
    </>
  )
}
