import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react'
import { useShortcuts } from '../keys/shortcuts.ts'
import { movedCursor, toggled } from './cursor.ts'

export interface RowKeys<Row> {
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What a screen reader calls the row: the person's name. */
  readonly nameOf: (row: Row) => string
  readonly cursor?: string
  readonly onCursor: (key: string) => void
  readonly onOpen?: (row: Row) => void
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: Set<string>) => void
  /** Called when the end comes near, to load the next page. */
  readonly onNearEnd?: () => void
}

/** What a grid and a list have in common: drawing only what is seen, the cursor, the selection, their keys. */
export const useVirtualRows = <Row>(props: RowKeys<Row>, rowHeight: number, headHeight = 0) => {
  const { rows, keyOf, onOpen, onSelect, selected, onNearEnd } = props
  const scroll = useRef<HTMLDivElement>(null)
  const from = useRef<number>(-1)
  const grid = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 60,
    getItemKey: (index) => (rows[index] ? keyOf(rows[index]) : index),
  })
  const at = rows.findIndex((row) => keyOf(row) === props.cursor)
  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 20) onNearEnd?.()
  }, [lastSeen, rows.length, onNearEnd])

  const go = (to: number) => {
    const row = rows[to]
    if (!row) return
    props.onCursor(keyOf(row))
    virtual.scrollToIndex(to)
  }
  const step = (key: string) =>
    go(movedCursor(key, at, rows.length, Math.floor((scroll.current?.clientHeight ?? 520) / rowHeight)) ?? at)
  const toggle = (index: number, range = false) => {
    if (!onSelect) return
    onSelect(toggled(selected ?? new Set(), rows.map(keyOf), index, range ? from.current : undefined))
    from.current = index
  }
  const open = () => rows[at] && onOpen?.(rows[at])

  useShortcuts(
    {
      j: { label: 'Next row', run: () => step('j') },
      k: { label: 'Previous row', run: () => step('k') },
      ArrowDown: { label: 'Next row', run: () => step('ArrowDown'), quiet: true },
      ArrowUp: { label: 'Previous row', run: () => step('ArrowUp'), quiet: true },
      x: onSelect && { label: 'Choose the row', run: () => toggle(at) },
      'shift+x': onSelect && { label: 'Choose up to here', run: () => toggle(at, true) },
      Space: onOpen && { label: 'Open beside the list', run: open },
      Enter: onOpen && { label: 'Open', run: open, quiet: true },
    },
    { title: 'List', enabled: rows.length > 0 },
  )
  const press = (event: KeyboardEvent) => {
    // Arrows and letters are heard by the shortcuts above; only the keys that would scroll the box are taken here.
    if (event.target !== event.currentTarget || !['Home', 'End', 'PageUp', 'PageDown'].includes(event.key))
      return
    event.preventDefault()
    step(event.key)
  }
  const click = (event: MouseEvent, index: number) => {
    if ((event.target as Element).closest('a,button,input,label')) return
    const row = rows[index]
    if (!row) return
    props.onCursor(keyOf(row))
    if (event.shiftKey || event.metaKey || event.ctrlKey) toggle(index, event.shiftKey)
    else onOpen?.(row)
  }
  return { scroll, virtual, at, press, idOf: (key: string) => `${grid}${key}`, choose: { toggle, click } }
}
