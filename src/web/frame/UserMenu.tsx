import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import { Face, Name } from '../../design/parts/Face.tsx'
import { DemoSeats } from './DemoSeats.tsx'
import styles from './frame.module.css'
import type { Me } from './me.ts'
import { openSheet } from './palette-store.ts'
import { signOut } from './sign-out.ts'

/** Who I am here, light or dark, the shortcuts, the way out; in the demo another seat. */
export const UserMenu = ({ me }: { readonly me: Me }) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <UnstyledButton className={styles.meButton}>
          <Face id={me.user.id} name={me.user.name} />
          <span className={styles.cut}>
            <Name>{me.user.name}</Name>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.user.mail}</Menu.Label>
        {schemes.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            onClick={() => setColorScheme(value)}
            rightSection={colorScheme === value ? <IconCheck aria-hidden /> : undefined}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard aria-hidden />} onClick={openSheet}>
          Shortcuts
        </Menu.Item>
        {me.organisation.isDemo && <DemoSeats me={me} />}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = [
  { value: 'auto', label: 'Light or dark as the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
