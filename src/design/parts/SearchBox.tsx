import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../keys/shortcuts.ts'
import styles from './filters.module.css'

/** The one search box of a list; `/` goes there, Escape empties it. What is typed is said after 150 ms of rest. */
export const SearchBox = ({
  value,
  onSearch,
  label,
  found,
  takesFocus,
}: {
  readonly value: string
  readonly onSearch: (words: string) => void
  /** What it looks through, shown while empty: "Names, mails, skills, résumé text". */
  readonly label: string
  /** How many were found, in words: "214 found". */
  readonly found?: string
  /** The first field of a dialog. */
  readonly takesFocus?: boolean
}) => {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const later = useDebouncedCallback(onSearch, 150)
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value)
  }, [value])
  useShortcuts({ '/': { label: 'Search this list', run: () => field.current?.focus() } })
  const change = (words: string) => {
    setTyped(words)
    later(words)
  }
  return (
    <TextInput
      ref={field}
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (typed) change('')
        else field.current?.blur()
      }}
      leftSection={<IconSearch aria-hidden />}
      rightSection={found && <span className={styles.found}>{found}</span>}
      rightSectionWidth="auto"
      spellCheck={false}
      data-autofocus={takesFocus || undefined}
    />
  )
}
