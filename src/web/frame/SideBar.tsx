import { UnstyledButton } from '@mantine/core'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { Link } from '@tanstack/react-router'
import { KeyCap } from '../../design/parts/KeyCap.tsx'
import { Count } from '../../design/parts/MoneyText.tsx'
import { Bell } from './Bell.tsx'
import styles from './frame.module.css'
import { Logo } from './Logo.tsx'
import { type Me, useMe } from './me.ts'
import type { PageEntry } from './pages.ts'
import { openPalette } from './palette-store.ts'
import { UserMenu } from './UserMenu.tsx'
import { usePages } from './use-pages.ts'

export const SideBar = () => {
  const me = useMe()
  const pages = usePages()
  if (!me) return <nav className={styles.side} aria-label="Main" />
  const part = (name: PageEntry['part']) => pages.filter((page) => page.part === name)
  return (
    <nav className={styles.side} aria-label="Main">
      <div className={styles.org}>
        <Logo />
        <span className={styles.cut} title={me.organisation.name}>
          {me.organisation.name}
        </span>
      </div>
      <UnstyledButton className={styles.jump} onClick={openPalette}>
        <IconSearch aria-hidden />
        Search or do…
        <KeyCap keys="mod+k" />
      </UnstyledButton>
      <div>
        <Entries pages={part('mine')} me={me} />
        <div className={styles.part}>
          <Entries pages={part('people')} me={me} />
          {(['crm', 'ats'] as const).map((half) => {
            const entries = part(half)
            return (
              entries.length > 0 && (
                <div key={half} className={styles.half} data-half={half}>
                  <Entries pages={entries} me={me} />
                </div>
              )
            )
          })}
        </div>
        <div className={styles.part}>
          <Entries pages={part('whole')} me={me} />
        </div>
      </div>
      <div className={styles.me}>
        <UserMenu me={me} />
        <Bell me={me} />
      </div>
    </nav>
  )
}

const Entries = ({ pages, me }: { readonly pages: readonly PageEntry[]; readonly me: Me }) =>
  pages.map((page) => {
    const count = page.count?.(me) ?? 0
    return (
      <Link
        key={page.to}
        to={page.to}
        className={styles.entry}
        activeOptions={{ exact: page.to === '/', includeSearch: false }}
      >
        <page.icon aria-hidden />
        {page.title}
        {count > 0 && (
          <span className={styles.count}>
            <Count of={count} />
          </span>
        )}
      </Link>
    )
  })
