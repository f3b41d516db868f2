import { type MantineColorScheme, Menu, type MenuProps, useMantineColorScheme } from '@mantine/core'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import { type ReactNode, useState } from 'react'
import { DemoSeats } from './DemoSeats.tsx'
import frame from './frame.module.css'
import { LeaveDemo } from './LeaveDemo.tsx'
import type { Me } from './me.ts'
import { signOut } from './sign-out.ts'

/** What is one's own in the frame, under any button: light or dark, in the demo another seat, the way out. */
export const OwnMenu = ({
  me,
  target,
  children,
  ...menu
}: {
  readonly me: Me
  readonly target: ReactNode
  /** What stands above the way out: pages on a phone, the shortcuts on a wide screen. */
  readonly children?: ReactNode
} & Pick<MenuProps, 'position' | 'width'>) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  // Beside the menu and not in it: the menu closes with the first click into the dialogue.
  const [leaves, setLeaves] = useState(false)
  return (
    <>
      <Menu {...menu}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown className={frame.own}>
          {children}
          <Menu.Divider />
          <Menu.RadioGroup
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
          >
            {schemes.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {me.organisation.isDemo && <DemoSeats me={me} onLeave={() => setLeaves(true)} />}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout aria-hidden />} onClick={() => void signOut()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LeaveDemo opened={leaves} onClose={() => setLeaves(false)} />
    </>
  )
}

const schemes = [
  { value: 'auto', label: 'Light or dark as the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
