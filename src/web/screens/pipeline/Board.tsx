// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for a form, and the region is within a section.
import {
  DndContext,
  DragOverlay,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import type { CardHand } from './BoardCard.tsx'
import { BoardColumn, HiredStrip } from './BoardColumn.tsx'
import styles from './board.module.css'
import { CardBody } from './CardBody.tsx'
import { LeadsColumn } from './LeadsColumn.tsx'
import type { Acts } from './use-acts.ts'
import { useBoardKeys } from './use-board-keys.ts'
import type { Board as BoardAnswer, BoardStage, Card } from './use-pipeline.ts'

/** The pipeline as columns; who waits longest stands first in each. */
export const Board = ({
  board,
  hired,
  acts,
  chosen,
  onChoose,
  onMore,
}: {
  readonly board: BoardAnswer
  readonly hired: number
  readonly acts: Acts
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onMore: () => void
}) => {
  const [lifted, setLifted] = useState<Card>()
  const [over, setOver] = useState<BoardStage>()
  const keys = useBoardKeys({ stages: board.stages, acts, chosen, onChoose })
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  )
  const hand: CardHand = { acts, stages: board.stages, chosen, ...keys }
  const together = lifted && chosen.has(lifted.applicationId) ? chosen.size : 1
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => {
        const under = pointerWithin(args)
        return under.length > 0 ? under : rectIntersection(args)
      }}
      accessibility={{ announcements: announcementsOf(board) }}
      onDragStart={({ active }) => setLifted(active.data.current?.card as Card)}
      onDragOver={({ over: under }) => setOver(under?.data.current?.stage as BoardStage | undefined)}
      onDragCancel={() => setLifted(undefined)}
      onDragEnd={({ over: under }) => {
        const stage = under?.data.current?.stage as BoardStage | undefined
        setLifted(undefined)
        setOver(undefined)
        if (!stage || !lifted) return
        const all = board.stages.flatMap((one) => one.cards)
        void acts.moveTo(
          chosen.has(lifted.applicationId) ? all.filter((card) => chosen.has(card.applicationId)) : [lifted],
          stage,
        )
      }}
    >
      <div className={styles.board} tabIndex={0} role="group" aria-label="Pipeline">
        <LeadsColumn job={board.job} />
        {board.stages.map((stage, at) =>
          stage.kind === 'hired' ? (
            <HiredStrip key={stage.id} stage={stage} hired={hired} />
          ) : (
            <BoardColumn key={stage.id} stage={stage} first={at === 0} hand={hand} onMore={onMore} />
          ),
        )}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className={styles.lift}>
            <CardBody
              card={lifted}
              owner={board.stages.find((stage) => stage.id === lifted.stageId)?.owner}
              still
            />
            <div className={styles.hint}>
              {over && over.id !== lifted.stageId ? (
                <>
                  <b>
                    {over.kind === 'hired' ? 'Hire' : 'Move'} {together > 1 ? `${together} people` : ''} to{' '}
                    {over.name}
                  </b>
                  <span>
                    {over.kind === 'hired' ? 'You are asked first.' : 'No mail goes out. Undo with Z.'}
                  </span>
                </>
              ) : (
                <span>Drop it on a stage</span>
              )}
            </div>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** With the arrows a lifted card goes from column to column. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  if (event.code !== KeyboardCode.Left && event.code !== KeyboardCode.Right) return undefined
  event.preventDefault()
  const columns = [...context.droppableRects.entries()].sort(([, one], [, other]) => one.left - other.left)
  const middle = (context.collisionRect?.left ?? 0) + (context.collisionRect?.width ?? 0) / 2
  const here = columns.findLastIndex(([, rect]) => rect.left <= middle)
  const rect = columns[here + (event.code === KeyboardCode.Right ? 1 : -1)]?.[1]
  if (!rect) return undefined
  const width = context.collisionRect?.width ?? 0
  return { x: rect.left + (rect.width - width) / 2, y: Math.max(rect.top + 60, currentCoordinates.y) }
}

const announcementsOf = (board: BoardAnswer) => {
  const name = (id: string | number) =>
    board.stages.flatMap((stage) => stage.cards).find((card) => card.applicationId === id)?.name ?? 'The card'
  const stage = (id: string | number | undefined) =>
    board.stages.find((one) => one.id === id)?.name ?? 'no stage'
  return {
    onDragStart: ({ active }: Over) =>
      `${name(active.id)} is lifted. Arrows choose a stage, Space drops, Escape puts back.`,
    onDragOver: ({ active, over }: Over) => `${name(active.id)} is over ${stage(over?.id)}.`,
    onDragEnd: ({ active, over }: Over) => `${name(active.id)} was dropped on ${stage(over?.id)}.`,
    onDragCancel: ({ active }: Over) => `${name(active.id)} stays where it was.`,
  }
}
interface Over {
  readonly active: { readonly id: string | number }
  readonly over?: { readonly id: string | number } | null
}
