import { createSpotlight } from '@mantine/spotlight'
import type { ReactNode } from 'react'
import { useEffect, useSyncExternalStore } from 'react'

/** One thing the palette can do or open. */
export interface Act {
  readonly id: string
  readonly label: string
  /** What will come of it, before it runs: "3 will get it; 1 skipped, in process". */
  readonly says?: string
  readonly icon?: ReactNode
  /** Its shortcut, in the notation of `useShortcuts`. */
  readonly keys?: string
  /** Why it can't be done now; it is then shown, but not run. */
  readonly blocked?: string
  /** What stands at the end of the line. */
  readonly end?: ReactNode
  readonly run: () => void
}
export interface ActGroup {
  readonly title: string
  readonly acts: readonly Act[]
}

const [store, palette] = createSpotlight()
export const paletteStore = store
export const openPalette = (): void => palette.open()
export const closePalette = (): void => palette.close()

/** Offers acts in the palette while the calling part is shown: "Do with the 4 selected". Newest group stands first. */
export const useActs = (group: ActGroup | undefined): void => {
  useEffect(() => {
    if (!group) return
    offered = [group, ...offered]
    tell()
    return () => {
      offered = offered.filter((other) => other !== group)
      tell()
    }
  }, [group])
}
export const useOfferedActs = (): readonly ActGroup[] => useSyncExternalStore(hear, () => offered)

export const openSheet = (): void => setSheet(true)
export const closeSheet = (): void => setSheet(false)
export const useSheet = (): boolean => useSyncExternalStore(hear, () => sheetOpen)

let offered: readonly ActGroup[] = []
let sheetOpen = false
const listeners = new Set<() => void>()
const hear = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const tell = () => {
  for (const listener of listeners) listener()
}
const setSheet = (open: boolean) => {
  sheetOpen = open
  tell()
}
