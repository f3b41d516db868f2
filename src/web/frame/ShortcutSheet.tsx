import { Switch } from '@mantine/core'
import { useShortcutGroups, useShortcuts, useSingleKeys } from '../../design/keys/shortcuts.ts'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { KeyCap } from '../../design/parts/KeyCap.tsx'
import styles from './frame.module.css'
import { closeSheet, openSheet, useSheet } from './palette-store.ts'

/** `?`: everything that can be pressed on this page now, from the same registry that runs it. */
export const ShortcutSheet = () => {
  const opened = useSheet()
  const [single, setSingle] = useSingleKeys()
  const groups = Map.groupBy(
    useShortcutGroups().filter((group) => Object.keys(group.shortcuts).length > 0),
    (group) => group.title,
  )
  useShortcuts({ '?': { label: 'Show the shortcuts', run: openSheet } }, { title: 'Anywhere' })
  return (
    <Dialog opened={opened} onClose={closeSheet} title="Shortcuts" size={760}>
      <div className={styles.sheet}>
        {[...groups].reverse().map(([title, parts]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {parts
                .flatMap((part) => Object.entries(part.shortcuts))
                .filter(([, shortcut]) => !shortcut.quiet)
                .map(([keys, shortcut]) => (
                  <div key={keys}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <KeyCap keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className={styles.sheetFoot}
        label="Single keys act (off: only chords with Ctrl or ⌘)"
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
