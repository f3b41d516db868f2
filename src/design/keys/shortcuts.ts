import { useEffect, useRef, useSyncExternalStore } from 'react'
import { chordOf, isTyping } from './chord.ts'

export interface Shortcut {
  /** What it does, in the words of the button that does the same. */
  readonly label: string
  readonly run: (press: KeyboardEvent) => void
  /** Also while a dialog is open (by default a dialog silences the page under it). */
  readonly inDialog?: boolean
  /** Works, but is not listed in the sheet (arrows beside j and k). */
  readonly quiet?: boolean
}
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: Readonly<Record<string, Shortcut>>
}

/**
 * Registers shortcuts while the calling part is shown. The part shown last wins a key; the sheet and the palette list them all.
 * Keys: 'j', 'shift+a', 'mod+k', 'Space', 'Escape', '?', or a sequence 'g c'. Pass undefined for a key that can't be used now.
 */
export const useShortcuts = (
  shortcuts: Readonly<Record<string, Shortcut | undefined>>,
  options: { readonly title?: string; readonly enabled?: boolean } = {},
): void => {
  const { title = 'This page', enabled = true } = options
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const names = Object.entries(shortcuts)
    .map(([key, shortcut]) => `${key}=${shortcut?.label ?? ''}`)
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: names stands for the shortcuts, whose functions are read when pressed.
  useEffect(() => {
    if (!enabled) return
    const group: ShortcutGroup = { title, shortcuts: withLatest(latest) }
    groups = [...groups, group]
    tell()
    return () => {
      groups = groups.filter((other) => other !== group)
      tell()
    }
  }, [names, title, enabled])
}

/** Everything that can be pressed now, for the sheet and the palette. */
export const useShortcutGroups = (): readonly ShortcutGroup[] => useSyncExternalStore(hear, () => groups)

/** Whether single keys act (WCAG 2.1.4 asks for a way to turn them off); chords with Ctrl or ⌘ always do. */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(hear, () => singleKeys),
  (on) => {
    singleKeys = on
    localStorage.setItem('single-keys', on ? 'on' : 'off')
    tell()
  },
]

export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform)

/** Starts listening; called once by the frame. */
export const listenForShortcuts = (): (() => void) => {
  document.addEventListener('keydown', onPress)
  return () => document.removeEventListener('keydown', onPress)
}

let groups: readonly ShortcutGroup[] = []
let singleKeys = typeof localStorage === 'undefined' || localStorage.getItem('single-keys') !== 'off'
let before = ''
let beforeAt = 0
const listeners = new Set<() => void>()
const hear = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const tell = () => {
  for (const listener of listeners) listener()
}

const withLatest = (latest: { readonly current: Readonly<Record<string, Shortcut | undefined>> }) =>
  Object.fromEntries(
    Object.entries(latest.current).flatMap(([key, shortcut]) =>
      shortcut
        ? [[key, { ...shortcut, run: (press: KeyboardEvent) => latest.current[key]?.run(press) }]]
        : [],
    ),
  )

const onPress = (press: KeyboardEvent) => {
  if (press.defaultPrevented || press.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(press.key))
    return
  const target = press.target instanceof HTMLElement ? press.target : undefined
  const tag = target?.tagName.toLowerCase() ?? ''
  const editable = !!target?.isContentEditable || tag === 'textarea' || (tag === 'input' && !isToggle(target))
  if (isTyping(press, target && { tag, editable })) return
  // Space and Enter belong to the button or link that has focus.
  if (
    (press.key === ' ' || press.key === 'Enter') &&
    target?.closest('button,a,summary,[role=menuitem],[role=option]')
  )
    return
  // Arrows choose within the group of the radio that has focus.
  if (press.key.startsWith('Arrow') && target?.matches('input[type=radio]')) return
  const chord = chordOf(press, isMac())
  if (!singleKeys && !chord.startsWith('mod+') && chord !== 'Escape') return
  const sequence = performance.now() - beforeAt < 1000 ? `${before} ${chord}` : chord
  const dialog = document.querySelector('[role=dialog][aria-modal=true]')
  const found = find(sequence, !!dialog) ?? find(chord, !!dialog)
  before = chord
  beforeAt = found ? 0 : performance.now()
  if (!found) return
  press.preventDefault()
  found.run(press)
}

const find = (chord: string, inDialog: boolean): Shortcut | undefined => {
  for (const group of groups.toReversed()) {
    const shortcut = group.shortcuts[chord]
    if (shortcut && (!inDialog || shortcut.inDialog)) return shortcut
  }
  return undefined
}

const isToggle = (target: HTMLElement | undefined) =>
  target instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'range'].includes(target.type)
