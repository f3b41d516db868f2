import { queryClient } from '../../api/use-ask.ts'
import type { Board, Card } from './use-pipeline.ts'

/** A card where it stood on one of the boards in the cache. */
export interface Stood {
  readonly card: Card
  /** Its place in its column. */
  readonly at: number
}

/** Remembers where cards stand on a board before they are moved, so that taking it back shows at once. */
export const rememberPlaces = (board: Board, input: unknown, ids: ReadonlySet<string>): void => {
  const stood = board.stages.flatMap((stage) =>
    stage.cards.flatMap((card, at) => (ids.has(card.applicationId) ? [{ card, at }] : [])),
  )
  for (const one of stood) {
    const onBoards = places.get(one.card.applicationId) ?? new Map<string, Stood>()
    places.set(one.card.applicationId, onBoards.set(JSON.stringify(input), one))
  }
}

/** Gives the act that puts these cards back on every board they were moved on; what was remembered is forgotten. */
export const puttingBack = (applicationIds: readonly string[]): (() => void) => {
  const was = applicationIds.flatMap((id) => {
    const onBoards = places.get(id)
    places.delete(id)
    return onBoards ? [onBoards] : []
  })
  return () => {
    // An answer on its way still says what is being taken back.
    void queryClient.cancelQueries({ queryKey: ['ats.board'] })
    for (const [key, board] of queryClient.getQueriesData<Board>({ queryKey: ['ats.board'] })) {
      const stood = was.flatMap((onBoards) => onBoards.get(JSON.stringify(key[1])) ?? [])
      if (board && stood.length > 0) queryClient.setQueryData(key, putBack(board, stood))
    }
  }
}

/** The board with cards where they stood before. Counts follow. */
export const putBack = (board: Board, stood: readonly Stood[]): Board => {
  const ids = new Set<string>(stood.map(({ card }) => card.applicationId))
  return {
    ...board,
    stages: board.stages.map((stage) => {
      const stay = stage.cards.filter((card) => !ids.has(card.applicationId))
      const come = stood
        .filter(({ card }) => card.stageId === stage.id)
        .sort((one, other) => one.at - other.at)
      return {
        ...stage,
        cards: come.reduce<Card[]>((cards, { card, at }) => cards.toSpliced(at, 0, card), [...stay]),
        count: stage.count - (stage.cards.length - stay.length) + come.length,
      }
    }),
  }
}

/** By application, then by the input of the board's query. */
const places = new Map<string, Map<string, Stood>>()
