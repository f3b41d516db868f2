import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import type { Acts } from './use-acts.ts'
import type { BoardStage } from './use-pipeline.ts'

/** The cursor over the board's cards and the keys that act on it or on what is chosen. */
export const useBoardKeys = ({
  stages,
  acts,
  chosen,
  onChoose,
}: {
  readonly stages: readonly BoardStage[]
  readonly acts: Acts
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}) => {
  const [cursor, setCursor] = useState<string>()
  const [byKey, setByKey] = useState(false)
  const [menu, onMenu] = useState<string>()
  const navigate = useNavigate()
  const place = placeOf(stages, cursor)
  const card = place && stages[place.column]?.cards[place.row]
  const go = (side: number, down: number) => {
    const to = steppedCard(stages, place, side, down)
    if (!to) return
    setByKey(true)
    setCursor(to)
  }
  const onToggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const ids = chosen.size > 0 ? [...chosen] : card ? [card.applicationId] : []
  const toSide = (by: number) => {
    const stage = card && stages[place!.column + by]
    if (card && stage && stage.kind !== 'hired') void acts.moveTo([card], stage)
  }
  useShortcuts(
    {
      j: { label: 'Next card', run: () => go(0, 1) },
      k: { label: 'Previous card', run: () => go(0, -1) },
      ArrowDown: { label: 'Next card', run: () => go(0, 1), quiet: true },
      ArrowUp: { label: 'Previous card', run: () => go(0, -1), quiet: true },
      ArrowRight: { label: 'Next stage', run: () => go(1, 0) },
      ArrowLeft: { label: 'Stage before', run: () => go(-1, 0) },
      x: card && { label: 'Choose the card', run: () => onToggle(card.applicationId) },
      m: card && { label: 'Move to a stage…', run: () => onMenu(card.applicationId) },
      'shift+ArrowRight':
        card && acts.mayMove ? { label: 'Move to the next stage', run: () => toSide(1) } : undefined,
      'shift+ArrowLeft':
        card && acts.mayMove ? { label: 'Move back a stage', run: () => toSide(-1) } : undefined,
      a:
        acts.mayDecide && ids.length > 0
          ? { label: 'Advance…', run: () => void acts.ask('advance', ids) }
          : undefined,
      h:
        acts.mayDecide && ids.length > 0
          ? { label: 'Hold…', run: () => void acts.ask('hold', ids) }
          : undefined,
      'shift+r':
        acts.mayDecide && ids.length > 0
          ? { label: 'Reject…', run: () => void acts.ask('reject', ids) }
          : undefined,
      Enter: card && {
        label: 'Open the person',
        run: () =>
          void navigate({
            to: '/candidates/$candidateId',
            params: { candidateId: card.candidateId },
          } as never),
      },
    },
    { title: 'Board' },
  )
  return {
    cursor,
    byKey,
    onCursor: (id: string) => {
      setByKey(false)
      setCursor(id)
    },
    onToggle,
    menu,
    onMenu,
  }
}

type Column = { readonly cards: readonly { readonly applicationId: string }[] }

const placeOf = (stages: readonly Column[], id: string | undefined) => {
  for (const [column, stage] of stages.entries()) {
    const row = stage.cards.findIndex((card) => card.applicationId === id)
    if (row >= 0) return { column, row }
  }
  return undefined
}

/** The card reached from a place: up and down in its column, sideways to the nearest column that has any. */
export const steppedCard = (
  stages: readonly Column[],
  from: { readonly column: number; readonly row: number } | undefined,
  side: number,
  down: number,
): string | undefined => {
  if (!from) return stages.find((stage) => stage.cards.length > 0)?.cards[0]?.applicationId
  if (side === 0) return stages[from.column]?.cards[from.row + down]?.applicationId
  for (let column = from.column + side; column >= 0 && column < stages.length; column += side) {
    const { cards } = stages[column]!
    if (cards.length > 0) return cards[Math.min(from.row, cards.length - 1)]!.applicationId
  }
  return undefined
}
