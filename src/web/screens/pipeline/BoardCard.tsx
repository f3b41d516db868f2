import { useDraggable } from '@dnd-kit/core'
import { ActionIcon, Checkbox } from '@mantine/core'
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import { useEffect, useRef } from 'react'
import { CardBody } from './CardBody.tsx'
import { CardMenu } from './CardMenu.tsx'
import styles from './card.module.css'
import menu from './card-menu.module.css'
import type { Acts } from './use-acts.ts'
import type { BoardStage, Card } from './use-pipeline.ts'

export interface CardHand {
  readonly acts: Acts
  readonly stages: readonly BoardStage[]
  readonly cursor: string | undefined
  /** Whether the cursor came here by a key, so that the focus follows it. */
  readonly byKey: boolean
  readonly onCursor: (id: string) => void
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  readonly menu: string | undefined
  readonly onMenu: (id: string | undefined) => void
}

/** One person on the board: dragged by pointer or by its grip with keys, chosen, or acted on by its menu. */
export const BoardCard = ({
  card,
  hand,
  top,
}: {
  readonly card: Card
  readonly hand: CardHand
  readonly top: number
}) => {
  const id = card.applicationId
  const { acts } = hand
  const drag = useDraggable({ id, data: { card }, disabled: !acts.mayMove })
  const element = useRef<HTMLLIElement | null>(null)
  const isCursor = hand.cursor === id
  useEffect(() => {
    if (isCursor && hand.byKey)
      element.current?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }, [isCursor, hand.byKey])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board takes the keys; the card's own controls are buttons and a link.
    <li
      ref={(node) => {
        element.current = node
        drag.setNodeRef(node)
      }}
      className={styles.card}
      data-late={card.overdue || undefined}
      data-held={card.heldUntil ? true : undefined}
      data-cursor={isCursor || undefined}
      data-chosen={hand.chosen.has(id) || undefined}
      data-lifted={drag.isDragging || undefined}
      style={{ top }}
      {...drag.listeners}
      onClick={() => hand.onCursor(id)}
    >
      <CardBody card={card} owner={hand.stages.find((stage) => stage.id === card.stageId)?.owner} />
      <span className={styles.tools}>
        <Checkbox
          aria-label={`Choose ${card.name}`}
          checked={hand.chosen.has(id)}
          onChange={() => hand.onToggle(id)}
        />
        {acts.mayMove && (
          <ActionIcon
            ref={drag.setActivatorNodeRef}
            className={menu.more}
            {...drag.attributes}
            aria-label={`Drag ${card.name}`}
            // Pressed and not dragged it asks where to.
            onClick={() => hand.onMenu(id)}
          >
            <IconGripVertical />
          </ActionIcon>
        )}
        {(acts.mayMove || acts.mayDecide) && (
          <CardMenu
            card={card}
            stages={hand.stages}
            acts={acts}
            opened={hand.menu === id}
            onOpened={(opened) => hand.onMenu(opened ? id : undefined)}
          />
        )}
      </span>
    </li>
  )
}
