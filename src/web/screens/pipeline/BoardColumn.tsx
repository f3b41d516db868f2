// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for a form.
import { useDroppable } from '@dnd-kit/core'
import { UnstyledButton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Count } from '../../../design/parts/MoneyText.tsx'
import { BoardCard, type CardHand } from './BoardCard.tsx'
import styles from './column.module.css'
import type { BoardStage } from './use-pipeline.ts'

/** One stage with its cards; only those in sight are drawn. */
export const BoardColumn = ({
  stage,
  first,
  hand,
  onMore,
}: {
  readonly stage: BoardStage
  readonly first: boolean
  readonly hand: CardHand
  /** Asks for the cards beyond those loaded. */
  readonly onMore: () => void
}) => {
  const scroll = useRef<HTMLDivElement>(null)
  const drop = useDroppable({ id: stage.id, data: { stage } })
  const virtual = useVirtualizer({
    count: stage.cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => cardHeight(),
    overscan: 4,
    getItemKey: (at) => stage.cards[at]?.applicationId ?? at,
    scrollPaddingEnd: 16,
  })
  const at = stage.cards.findIndex((card) => card.applicationId === hand.cursor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a cursor that moved scrolls.
  useEffect(() => {
    if (at >= 0 && hand.byKey) virtual.scrollToIndex(at)
  }, [hand.cursor])
  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0
  const left = stage.count - stage.cards.length
  useEffect(() => {
    if (left > 0 && lastSeen >= stage.cards.length - 10) onMore()
  }, [left, lastSeen, stage.cards.length, onMore])
  return (
    <section
      ref={drop.setNodeRef}
      className={styles.column}
      aria-label={stage.name}
      data-over={drop.isOver || undefined}
    >
      <div className={styles.columnHead} data-first={first || undefined}>
        <h2>{stage.name}</h2>
        <span className={styles.count}>
          <Count of={stage.count} />
        </span>
        {stage.overdue > 0 && <span className={styles.lateCount}>{stage.overdue} overdue</span>}
      </div>

      <div
        ref={scroll}
        className={styles.columnBody}
        tabIndex={0}
        role="group"
        aria-label={`Cards in ${stage.name}`}
      >
        {stage.cards.length === 0 ? (
          <p className={styles.none}>Nobody here</p>
        ) : (
          <ul style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => (
              <BoardCard key={item.key} card={stage.cards[item.index]!} hand={hand} top={item.start} />
            ))}
          </ul>
        )}
        {left > 0 && (
          <UnstyledButton className={styles.rest} onClick={onMore}>
            <Count of={left} /> more
          </UnstyledButton>
        )}
      </div>
    </section>
  )
}

/** The last stage: a narrow end of the thread on which a card is dropped when the person is hired. */
export const HiredStrip = ({ stage, hired }: { readonly stage: BoardStage; readonly hired: number }) => {
  const drop = useDroppable({ id: stage.id, data: { stage } })
  return (
    <section
      ref={drop.setNodeRef}
      className={styles.hired}
      aria-label={stage.name}
      data-over={drop.isOver || undefined}
    >
      <div className={styles.columnHead} data-last />
      <h2>
        {stage.name} <span className={styles.count}>{hired}</span>
      </h2>
    </section>
  )
}

/** A card's height with the gap under it; larger type on a phone needs more. */
const cardHeight = (): number => (matchMedia('(max-width: 640px)').matches ? 148 : 118)
