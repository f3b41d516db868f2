import { Button } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import { type CSSProperties, useEffect, useSyncExternalStore } from 'react'
import { useShortcuts } from '../keys/shortcuts.ts'
import styles from './bars.module.css'
import { KeyCap } from './KeyCap.tsx'

export interface Undoable {
  /** What was done: "Rejected Mateusz Kowalczyk". */
  readonly says: string
  /** What follows unless it is undone: "Letter waits until Mon 09:00". */
  readonly follows?: string
  readonly undo: () => unknown
  /** How long the bar stays; 10 seconds unless said. Waits while the pointer or focus is on it. */
  readonly seconds?: number
}

/** Offers to undo what was just done; the newest offer replaces the one before. */
export const offerUndo = (offer: Undoable): void => show({ ...offer, id: ++last })

/** Takes the offer away (its page is left, its act is superseded). */
export const withdrawUndo = (): void => show(undefined)

/** The bar itself; the frame shows it once. Z undoes. */
export const UndoBar = () => {
  const offer = useSyncExternalStore(hear, () => current)
  // Without motion there is no ring whose end could take the bar away.
  const still = useReducedMotion()
  useEffect(() => {
    if (!still || !offer) return
    const timer = setTimeout(withdrawUndo, (offer.seconds ?? 10) * 1000)
    return () => clearTimeout(timer)
  }, [still, offer])
  const undo = () => {
    withdrawUndo()
    void offer?.undo()
  }
  useShortcuts({ z: { label: 'Undo', run: undo } }, { title: 'Anywhere', enabled: !!offer })
  return (
    <div role="status" aria-live="polite">
      {offer && (
        <div
          key={offer.id}
          className={`${styles.bar} ${styles.undo}`}
          style={{ '--seconds': `${offer.seconds ?? 10}s` } as CSSProperties}
        >
          <svg className={styles.ring} viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="8" />
            <circle cx="10" cy="10" r="8" pathLength="1" onAnimationEnd={withdrawUndo} />
          </svg>
          <span className={styles.says}>{offer.says}</span>
          {offer.follows && <span className={styles.mute}>{offer.follows}</span>}
          <span className={styles.end}>
            <Button
              variant="ink"
              onClick={undo}
              leftSection={<IconArrowBackUp />}
              rightSection={<KeyCap keys="z" />}
            >
              Undo
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}

type Offer = Undoable & { readonly id: number }
let current: Offer | undefined
let last = 0
const listeners = new Set<() => void>()
const hear = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const show = (offer: Offer | undefined) => {
  current = offer
  for (const listener of listeners) listener()
}
