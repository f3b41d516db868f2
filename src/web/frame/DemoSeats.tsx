import { Menu } from '@mantine/core'
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs'
import { Face, Name } from '../../design/parts/Face.tsx'
import { auth } from '../api/auth.ts'
import { showRefusal } from '../screens/candidates/show-refusal.ts'
import { demoSeats } from './demo-seats.ts'
import type { Me } from './me.ts'

/** In the demo: the same company from another seat, or out of it for good. */
export const DemoSeats = ({ me, onLeave }: { readonly me: Me; readonly onLeave: () => void }) => {
  const sit = async (seat: string) => {
    const answer = await auth('demo-seat', { seat })
    if (answer.ok) location.assign('/app/')
    else showRefusal(answer.refusal)
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
      <Menu.Item leftSection={<IconDoorExit aria-hidden />} onClick={onLeave}>
        Leave the demo
      </Menu.Item>
    </>
  )
}
