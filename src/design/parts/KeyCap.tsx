import { Kbd } from '@mantine/core'
import { capsOf } from '../keys/chord.ts'
import { isMac } from '../keys/shortcuts.ts'
import styles from './text.module.css'

/** A shortcut as key caps, in the notation of `useShortcuts`. Hidden from screen readers: the act's name is what they need. */
export const KeyCap = ({ keys }: { readonly keys: string }) => (
  <span className={styles.caps} aria-hidden="true">
    {capsOf(keys, isMac()).map((cap) => (
      <Kbd key={cap}>{cap}</Kbd>
    ))}
  </span>
)
