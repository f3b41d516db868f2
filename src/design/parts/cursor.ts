/** Where the cursor goes from here: keys of a list, pure so that it can be tested as a table. */
export const movedCursor = (press: string, at: number, count: number, page: number): number | undefined => {
  const to = {
    j: at + 1,
    ArrowDown: at + 1,
    k: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  }[press]
  if (to === undefined || count === 0) return undefined
  return Math.max(0, Math.min(count - 1, to))
}

/** The selection after a row is toggled, or after everything from the last one to this one is added. */
export const toggled = <Key>(
  selected: ReadonlySet<Key>,
  keys: readonly Key[],
  at: number,
  from?: number,
): Set<Key> => {
  const next = new Set(selected)
  const key = keys[at]
  if (key === undefined) return next
  if (from !== undefined && from >= 0) {
    for (const between of keys.slice(Math.min(from, at), Math.max(from, at) + 1)) next.add(between)
    return next
  }
  if (!next.delete(key)) next.add(key)
  return next
}
