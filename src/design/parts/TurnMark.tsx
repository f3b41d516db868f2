import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import type { ReactNode } from 'react'
import { Dot } from './Chip.tsx'
import styles from './text.module.css'

/** Whose turn it is: filled for us, hollow for them, a sign when we are late; always with the word. */
export const TurnMark = ({
  whose,
  children,
}: {
  readonly whose: 'us' | 'them' | 'overdue'
  readonly children?: ReactNode
}) => (
  <span className={styles.turn} data-whose={whose}>
    {whose === 'overdue' ? (
      <IconAlertTriangle aria-hidden />
    ) : (
      <Dot tone={whose === 'us' ? 'text' : 'quiet'} filled={whose === 'us'} />
    )}
    <span>
      {words[whose]}
      {children && <>: {children}</>}
    </span>
  </span>
)

const words = { us: 'Us', them: 'Them', overdue: 'Overdue' } as const
