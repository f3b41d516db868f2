import { Menu, UnstyledButton } from '@mantine/core'
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import { Face, Name } from '../../design/parts/Face.tsx'
import styles from './frame.module.css'
import type { Me } from './me.ts'
import { OwnMenu } from './OwnMenu.tsx'
import { openSheet } from './palette-store.ts'

/** Who I am here, and what is mine to choose. */
export const UserMenu = ({ me }: { readonly me: Me }) => (
  <OwnMenu
    me={me}
    position="top-start"
    width={264}
    target={
      <UnstyledButton className={styles.meButton}>
        <Face id={me.user.id} name={me.user.name} />
        <span className={styles.cut}>
          <Name>{me.user.name}</Name>
        </span>
      </UnstyledButton>
    }
  >
    <Menu.Label>{me.user.mail}</Menu.Label>
    <Menu.Item leftSection={<IconKeyboard aria-hidden />} onClick={openSheet}>
      Shortcuts
    </Menu.Item>
  </OwnMenu>
)
