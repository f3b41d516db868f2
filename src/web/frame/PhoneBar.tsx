import { Menu, UnstyledButton } from '@mantine/core'
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { Link } from '@tanstack/react-router'
import { Count } from '../../design/parts/MoneyText.tsx'
import styles from './frame.module.css'
import { useMe } from './me.ts'
import { OwnMenu } from './OwnMenu.tsx'
import { openPalette } from './palette-store.ts'
import { usePages } from './use-pages.ts'

/** The frame under a thumb: my duties, mail, search, people, and a menu with everything else. */
export const PhoneBar = () => {
  const me = useMe()
  const pages = usePages()
  const near = pages.filter((page) => ['/', '/inbox', '/candidates'].includes(page.to))
  const rest = pages.filter((page) => !near.includes(page))
  const tab = (page: (typeof pages)[number]) => (
    <Link
      key={page.to}
      to={page.to}
      className={styles.tab}
      activeOptions={{ exact: page.to === '/', includeSearch: false }}
    >
      <page.icon aria-hidden />
      {page.title === 'Candidates' ? 'People' : page.title}
    </Link>
  )
  return (
    <nav className={styles.phone} aria-label="Main, phone">
      {near.slice(0, 2).map(tab)}
      <UnstyledButton className={styles.tab} onClick={openPalette}>
        <IconSearch aria-hidden />
        Search
      </UnstyledButton>
      {near.slice(2).map(tab)}
      {me && (
        <OwnMenu
          me={me}
          position="top-end"
          width={288}
          target={
            <UnstyledButton className={styles.tab}>
              <IconMenu2 aria-hidden />
              More
            </UnstyledButton>
          }
        >
          {rest.map((page) => (
            <Menu.Item key={page.to} component={Link} to={page.to} leftSection={<page.icon aria-hidden />}>
              {page.title} {page.count ? <Count of={page.count(me)} /> : null}
            </Menu.Item>
          ))}
        </OwnMenu>
      )}
    </nav>
  )
}
