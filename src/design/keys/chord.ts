/** What a key press says, in the notation of the shortcuts: 'j', 'shift+a', 'mod+k', 'Escape', 'Space', '?', '['. */
export const chordOf = (press: Press, mac: boolean): string => {
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key
  const letter = /^\p{L}$/u.test(key) || key.length > 1
  return [
    (mac ? press.metaKey : press.ctrlKey) && 'mod',
    press.altKey && 'alt',
    // '?' already needs Shift on most keyboards, so Shift only counts where the key does not say it.
    press.shiftKey && letter && 'shift',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

/** Whether a press belongs to what is being typed rather than to a shortcut. */
export const isTyping = (press: Press, field: Field | undefined): boolean =>
  !!field &&
  !press.metaKey &&
  !press.ctrlKey &&
  press.key !== 'Escape' &&
  (field.editable || field.tag === 'select')

/** How a chord is printed on a key cap: ['⌘', 'K'] on a Mac, ['Ctrl', 'K'] elsewhere; sequences keep their order. */
export const capsOf = (chord: string, mac: boolean): string[] =>
  chord.split(' ').flatMap((step) =>
    step.split(/\+(?=.)/u).map((part) => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl'
      return caps[part] ?? (part.length === 1 ? part.toUpperCase() : part)
    }),
  )

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}
export interface Field {
  readonly tag: string
  readonly editable: boolean
}

const caps: Readonly<Record<string, string>> = {
  shift: '⇧',
  alt: 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
