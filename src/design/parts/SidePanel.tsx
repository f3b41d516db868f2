import { ActionIcon } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactNode } from 'react'
import { useShortcuts } from '../keys/shortcuts.ts'
import styles from './panel.module.css'

/**
 * One row opened beside its list; no overlay, the list stays in use. Put it inside `Page`, keep the open id in the address.
 * Escape closes, [ and ] walk. (Not the library's Drawer: that is a modal dialog to a screen reader, this is not.)
 */
export const SidePanel = ({
  label,
  place,
  onClose,
  onPrevious,
  onNext,
  open,
  foot,
  children,
}: {
  readonly label: string
  /** Where it stands in the list: "1 of 214". */
  readonly place?: string
  readonly onClose: () => void
  readonly onPrevious?: () => void
  readonly onNext?: () => void
  /** The link to the whole page. */
  readonly open?: ReactNode
  readonly foot?: ReactNode
  readonly children: ReactNode
}) => {
  useShortcuts(
    {
      Escape: { label: 'Close the panel', run: onClose },
      '[': onPrevious && { label: 'Previous', run: onPrevious },
      ']': onNext && { label: 'Next', run: onNext },
    },
    { title: 'Side panel' },
  )
  return (
    <aside className={styles.panel} aria-label={label}>
      <div className={styles.head}>
        <ActionIcon aria-label="Previous" disabled={!onPrevious} onClick={onPrevious}>
          <IconChevronUp />
        </ActionIcon>
        <ActionIcon aria-label="Next" disabled={!onNext} onClick={onNext}>
          <IconChevronDown />
        </ActionIcon>
        {place && <span>{place}</span>}
        <span className={styles.end}>
          {open}
          <ActionIcon aria-label="Close" onClick={onClose}>
            <IconX />
          </ActionIcon>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0} role="presentation">
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </aside>
  )
}
