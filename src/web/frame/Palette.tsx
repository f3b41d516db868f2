import { Spotlight } from '@mantine/spotlight'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcutGroups, useShortcuts } from '../../design/keys/shortcuts.ts'
import { Found } from '../../design/parts/Found.tsx'
import { KeyCap } from '../../design/parts/KeyCap.tsx'
import styles from './palette.module.css'
import { actsFor, scopeOf } from './palette-acts.ts'
import {
  type Act,
  type ActGroup,
  closePalette,
  openPalette,
  paletteStore,
  useOfferedActs,
} from './palette-store.ts'
import { useFoundEverywhere } from './search-everywhere.tsx'
import { usePages } from './use-pages.ts'

/** Ctrl/Cmd-K anywhere: acts on what is selected, people, jobs, pages, and what the page's shortcuts do. */
export const Palette = () => {
  const [typed, setTyped] = useState('')
  const { scope, words } = scopeOf(typed)
  const offered = useOfferedActs()
  const pages = usePageActs()
  const pressed = useShortcutActs()
  const found = useFoundEverywhere(scope === 'acts' ? '' : words)
  useShortcuts(
    { 'mod+k': { label: 'Search or do', run: openPalette, inDialog: true } },
    { title: 'Anywhere' },
  )

  const narrowed = scope === 'people' || scope === 'jobs'
  const acted = narrowed ? [] : actsFor(offered, words)
  // Without words the palette offers what is chosen and the pages; the keys' acts come when they are asked for.
  const rest = [
    ...(scope === 'all' ? actsFor([pages], words) : []),
    ...(scope === 'acts' || (scope === 'all' && words) ? actsFor(pressed, words) : []),
  ]
  const groups = [...acted, ...found.filter((group) => scope === 'all' || group.scope === scope), ...rest]
  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      clearQueryOnClose
      shortcut={null}
      size={832}
      maxHeight="min(560px, 70dvh)"
      scrollable
      closeOnActionTrigger
      overlayProps={{ style: { '--overlay-bg': 'var(--scrim)' } }}
      transitionProps={{ duration: 120 }}
      classNames={{ content: styles.content }}
      attributes={{ content: { 'aria-label': 'Search or do' } }}
      yOffset="96px"
    >
      <Spotlight.Search
        classNames={{ input: styles.search }}
        placeholder="People, jobs, pages, acts"
        aria-label="People, jobs, pages, acts"
        leftSection={<IconSearch aria-hidden />}
        leftSectionWidth={52}
        rightSectionWidth={56}
        rightSection={<KeyCap keys="Escape" />}
      />
      <Spotlight.ActionsList className={styles.list}>
        {groups.map((group) => (
          <Group key={group.title} group={group} words={words} />
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>Nothing answers to “{words}”. Fewer letters find more.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <div className={styles.foot}>
        <span>
          <KeyCap keys="ArrowUp" />
          <KeyCap keys="ArrowDown" /> choose
        </span>
        <span>
          <KeyCap keys="Enter" /> do
        </span>
        <span style={{ marginInlineStart: 'auto' }}>
          <KeyCap keys=">" /> only acts
        </span>
        <span>
          <KeyCap keys="@" /> only people
        </span>
        <span>
          <KeyCap keys="#" /> only jobs
        </span>
      </div>
    </Spotlight.Root>
  )
}

const Group = ({ group, words }: { readonly group: ActGroup; readonly words: string }) => (
  // biome-ignore lint/a11y/useSemanticElements: a group of options within a list, not of fields.
  <div role="group" aria-label={group.title}>
    <div className={styles.group} aria-hidden="true">
      {group.title}
    </div>
    {group.acts.map((act) => (
      <Line key={act.id} act={act} words={words} />
    ))}
  </div>
)

const Line = ({ act, words }: { readonly act: Act; readonly words: string }) => (
  <Spotlight.Action
    className={styles.act}
    aria-disabled={act.blocked ? true : undefined}
    closeSpotlightOnTrigger={!act.blocked}
    onClick={() => {
      if (act.blocked) return
      closePalette()
      act.run()
    }}
  >
    {act.icon}
    <span className={styles.label}>
      <Found text={act.label} words={words.split(/\s+/u)} />
    </span>
    {(act.blocked ?? act.says) && <span className={styles.says}>{act.blocked ?? act.says}</span>}
    <span className={styles.end}>{act.end ?? (act.keys && <KeyCap keys={act.keys} />)}</span>
  </Spotlight.Action>
)

const usePageActs = (): ActGroup => {
  const navigate = useNavigate()
  return {
    title: 'Pages',
    acts: usePages().map((page) => ({
      id: page.to,
      label: page.title,
      icon: <page.icon aria-hidden />,
      keys: `g ${page.key}`,
      run: () => void navigate({ to: page.to }),
    })),
  }
}

const useShortcutActs = (): ActGroup[] => {
  const groups = useShortcutGroups().filter(({ title }) => title !== 'Go to' && title !== 'List')
  return [...Map.groupBy(groups, ({ title }) => title)].map(([title, parts]) => ({
    title,
    acts: parts
      .flatMap((part) => Object.entries(part.shortcuts))
      .filter(([keys, shortcut]) => !shortcut.quiet && keys !== 'mod+k')
      .map(([keys, shortcut]) => ({
        id: keys,
        label: shortcut.label,
        keys,
        run: () => shortcut.run(new KeyboardEvent('keydown', { key: keys })),
      })),
  }))
}
