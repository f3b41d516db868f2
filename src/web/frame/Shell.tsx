import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type Shortcut, useShortcuts } from '../../design/keys/shortcuts.ts'
import { UndoBar } from '../../design/parts/UndoBar.tsx'
import { listenLive } from '../api/live.ts'
import styles from './frame.module.css'
import { Palette } from './Palette.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { SideBar } from './SideBar.tsx'
import { usePages } from './use-pages.ts'

/** The frame round every page of the team. */
export const Shell = () => {
  const cache = useQueryClient()
  useEffect(() => listenLive(cache), [cache])
  useGoKeys()
  const main = useFocusOnNavigation()
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        Skip to the page
      </a>
      <SideBar />
      <main id="main" ref={main} className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneBar />
      <UndoBar />
      <Notifications position="top-right" />
      <Palette />
      <ShortcutSheet />
    </div>
  )
}

const useGoKeys = () => {
  const navigate = useNavigate()
  const pages = usePages()
  const keys: Record<string, Shortcut> = {}
  for (const page of pages)
    keys[`g ${page.key}`] = { label: page.title, run: () => void navigate({ to: page.to }) }
  useShortcuts(keys, { title: 'Go to' })
}

/** A new page starts at its head, for a screen reader as for the eye; the same page with another filter keeps the focus. */
const useFocusOnNavigation = () => {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      const target = main.current?.querySelector<HTMLElement>('h1') ?? main.current
      target?.focus({ preventScroll: true })
    }
    before.current = path
  }, [path])
  return main
}
