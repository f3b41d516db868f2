import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'

/** A question that needs its own place: what will happen, then the acts, the one that goes on last. */
export const Dialog = ({
  opened,
  title,
  onClose,
  act,
  size = 520,
  children,
}: {
  readonly opened: boolean
  readonly title: string
  readonly onClose: () => void
  /** The buttons that go on; "Cancel" stands before them. */
  readonly act?: ReactNode
  readonly size?: number
  readonly children: ReactNode
}) => (
  <Modal opened={opened} onClose={onClose} title={title} size={size}>
    {children}
    {act && (
      <div className={styles.acts}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        {act}
      </div>
    )}
  </Modal>
)
