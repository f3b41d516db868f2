import { queryClient } from '../../api/use-ask.ts'
import type { Board, Card, Table, TableRow } from './use-pipeline.ts'

/** A card where it stood on one of the boards in the cache. */
export interface Stood {
  readonly card: Card
  /** Its place in its column. */
  readonly at: number
}

/** A row where it stood in one of the tables in the cache. */
export interface StoodInTable {
  readonly card: TableRow
  readonly at: number
  readonly page: number
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

/** Remembers where rows stand in a table before they are changed or taken out. */
export const rememberRows = (pages: readonly Table[], input: unknown, ids: ReadonlySet<string>): void =>
  pages.forEach((of, page) => {
    of.rows.forEach((card, at) => {
      if (!ids.has(card.applicationId)) return
      const inTables = rowPlaces.get(card.applicationId) ?? new Map<string, StoodInTable>()
      rowPlaces.set(card.applicationId, inTables.set(JSON.stringify(input), { card, at, page }))
    })
  })

/**
 * Gives the act that puts these cards back on every board they were moved on; what was remembered is forgotten.
 * The act answers with its own reverse, for when taking back is refused.
 */
export const puttingBack = (applicationIds: readonly string[]): (() => () => void) => {
  const was = applicationIds.flatMap((id) => {
    const onBoards = places.get(id)
    places.delete(id)
    return onBoards ? [onBoards] : []
  })
  const wasRows = applicationIds.flatMap((id) => {
    const inTables = rowPlaces.get(id)
    rowPlaces.delete(id)
    return inTables ? [inTables] : []
  })
  return () => {
    const before = ['ats.board', 'ats.boardTable'].flatMap((name) =>
      queryClient.getQueriesData({ queryKey: [name] }),
    )
    // An answer on its way still says what is being taken back.
    void queryClient.cancelQueries({ queryKey: ['ats.board'] })
    for (const [key, board] of queryClient.getQueriesData<Board>({ queryKey: ['ats.board'] })) {
      const stood = was.flatMap((onBoards) => onBoards.get(JSON.stringify(key[1])) ?? [])
      if (board && stood.length > 0) queryClient.setQueryData(key, putBack(board, stood))
    }
    void queryClient.cancelQueries({ queryKey: ['ats.boardTable'] })
    for (const [key, table] of queryClient.getQueriesData<{ pages?: Table[] }>({
      queryKey: ['ats.boardTable'],
    })) {
      const stood = wasRows.flatMap((inTables) => inTables.get(JSON.stringify(key[1])) ?? [])
      if (table?.pages && stood.length > 0)
        queryClient.setQueryData(key, { ...table, pages: putRowsBack(table.pages, stood) })
    }
    return () => {
      for (const [key, shown] of before) queryClient.setQueryData(key, shown)
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

/** The pages of a table with rows as and where they stood before. */
export const putRowsBack = (pages: readonly Table[], stood: readonly StoodInTable[]): Table[] => {
  const ids = new Set<string>(stood.map(({ card }) => card.applicationId))
  return pages.map((of, page) => {
    const stay = of.rows.filter((row) => !ids.has(row.applicationId))
    const come = stood.filter((one) => one.page === page).sort((one, other) => one.at - other.at)
    return {
      ...of,
      rows: come.reduce<TableRow[]>((rows, { card, at }) => rows.toSpliced(at, 0, card), [...stay]),
    }
  })
}

const rowPlaces = new Map<string, Map<string, StoodInTable>>()

/** By application, then by the input of the board's query. */
const places = new Map<string, Map<string, Stood>>()
