import { ActionIcon } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import styles from './setup.module.css'

/** Moves a row up or down, or takes it out; `null` where nothing can ever be taken out. */
export const RowTools = ({
  name,
  onUp,
  onDown,
  onRemove,
}: {
  readonly name: string
  readonly onUp?: (() => void) | undefined
  readonly onDown?: (() => void) | undefined
  readonly onRemove?: (() => void) | undefined | null
}) => (
  <span className={styles.tools}>
    <ActionIcon aria-label={`Move ${name} up`} disabled={!onUp} onClick={onUp}>
      <IconArrowUp />
    </ActionIcon>
    <ActionIcon aria-label={`Move ${name} down`} disabled={!onDown} onClick={onDown}>
      <IconArrowDown />
    </ActionIcon>
    {onRemove !== null && (
      <ActionIcon aria-label={`Remove ${name}`} disabled={!onRemove} onClick={onRemove}>
        <IconTrash />
      </ActionIcon>
    )}
  </span>
)
