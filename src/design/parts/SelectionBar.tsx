import { ActionIcon, Button } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactNode } from 'react'
import { useShortcuts } from '../keys/shortcuts.ts'
import styles from './bars.module.css'
import { Count } from './MoneyText.tsx'

/**
 * The ink bar over a list while rows are chosen; put it inside `Page`. Children are the acts, as `<Button variant="ink">`,
 * and `InkNote` for what the guard says before them.
 */
export const SelectionBar = ({
  count,
  total,
  onAll,
  onClear,
  children,
}: {
  readonly count: number
  readonly total?: number
  readonly onAll?: () => void
  readonly onClear: () => void
  readonly children: ReactNode
}) => {
  useShortcuts(
    { Escape: { label: 'Choose none', run: onClear } },
    { title: 'Chosen rows', enabled: count > 0 },
  )
  if (count === 0) return null
  return (
    <div className={`${styles.bar} ${styles.floats}`} role="toolbar" aria-label="Acts on the chosen rows">
      <span className={styles.says} aria-live="polite">
        <Count of={count} /> selected
      </span>
      {onAll && total !== undefined && total > count && (
        <Button variant="ink" onClick={onAll}>
          <span className={styles.mute} style={{ margin: 0 }}>
            Select all <Count of={total} />
          </span>
        </Button>
      )}
      <span className={styles.rule} />
      {children}
      <span className={styles.end}>
        <ActionIcon variant="transparent" c="var(--ink-text)" aria-label="Choose none" onClick={onClear}>
          <IconX />
        </ActionIcon>
      </span>
    </div>
  )
}

/** A remark on the ink bar: "3 can get it, 1 in process". */
export const InkNote = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.mute}>{children}</span>
)
