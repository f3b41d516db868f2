import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call, type Refusal } from '../../api/client.ts'
import { type Change, queryClient, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../jobs/show-refusal.ts'
import { puttingBack, rememberPlaces, rememberRows } from './put-back.ts'
import type { Board, Card, TableRow } from './use-pipeline.ts'

interface Decided {
  readonly done: readonly {
    readonly applicationId: string
    readonly decisionId: string
    readonly mail: { readonly state: string; readonly sendAfter?: string | undefined } | null
  }[]
  readonly skipped: readonly { readonly says: string }[]
}

const shown = [
  'ats.board',
  'ats.boardTable',
  'ats.decided',
  'ats.job',
  'ats.jobs',
  'ats.reviewQueue',
] as const

/** Takes cards out of the board, or puts them under another stage, before the server has answered. */
const move = (change: Change, ids: ReadonlySet<string>, stageId: string | undefined) => {
  change('ats.board', (board, input) => {
    rememberPlaces(board, input, ids)
    return moved(board, ids, stageId)
  })
  onTable(change, ids, (rows) =>
    rows.flatMap((row) =>
      !ids.has(row.applicationId)
        ? [row]
        : stageId
          ? [{ ...row, stageId: stageId as never, daysInStage: 0 }]
          : [],
    ),
  )
}

/** Shows cards and rows as held before the server has answered. */
const held = (
  change: Change,
  ids: ReadonlySet<string>,
  { until, reason }: { readonly until: string; readonly reason: string },
) => {
  const as = <Of extends Card>(one: Of): Of =>
    ids.has(one.applicationId) ? { ...one, heldUntil: until, heldReason: reason } : one
  change('ats.board', (board, input) => {
    rememberPlaces(board, input, ids)
    return {
      ...board,
      stages: board.stages.map((stage) => ({ ...stage, cards: stage.cards.map(as) })),
    }
  })
  onTable(change, ids, (rows) => rows.map(as))
}

/** Changes the rows of each table in the cache; it is kept page after page under the name of its query. */
const onTable = (
  change: Change,
  ids: ReadonlySet<string>,
  to: (rows: readonly TableRow[]) => readonly TableRow[],
) =>
  change('ats.boardTable', (table, input) => {
    const pages = 'pages' in table ? (table as { pages: (typeof table)[] }).pages : undefined
    rememberRows(pages ?? [table], input, ids)
    const of = (page: typeof table) => ({ ...page, rows: to(page.rows) as typeof page.rows })
    return pages ? ({ ...(table as object), pages: pages.map(of) } as never) : of(table)
  })

/** The board with some of its cards under another stage, or away. Counts follow. */
export const moved = (board: Board, ids: ReadonlySet<string>, stageId: string | undefined): Board => {
  const cards = board.stages.flatMap((stage) => stage.cards.filter((card) => ids.has(card.applicationId)))
  return {
    ...board,
    stages: board.stages.map((stage) => {
      const stay = stage.cards.filter((card) => !ids.has(card.applicationId))
      const come: readonly Card[] = stage.id === stageId ? cards : []
      return {
        ...stage,
        cards: [
          ...stay,
          ...come.map((card) => ({ ...card, stageId: stage.id, daysInStage: 0, heldUntil: null })),
        ],
        count: stage.count - (stage.cards.length - stay.length) + come.length,
      }
    }),
  }
}

/** The acts on people of a pipeline: shown at once, taken back with Z, refusals told. */
export const useDecisions = () => {
  const freshens = shown
  const optimisticTo =
    (to: (input: { readonly stageId?: string | undefined }) => string | undefined) =>
    (
      input: { readonly applicationIds: readonly string[]; readonly stageId?: string | undefined },
      change: Change,
    ) =>
      move(change, new Set(input.applicationIds), to(input))
  const advance = useCall('ats.advanceApplications', {
    freshens,
    optimistic: (input, change) => input.stageId && optimisticTo((one) => one.stageId)(input, change),
  })
  const place = useCall('ats.moveToStage', { freshens, optimistic: optimisticTo((input) => input.stageId) })
  const reject = useCall('ats.rejectApplications', { freshens, optimistic: optimisticTo(() => undefined) })
  const hold = useCall('ats.holdApplications', {
    freshens,
    optimistic: (input, change) => held(change, new Set<string>(input.applicationIds), input),
  })
  return { advance, place, reject, hold }
}

/** Offers to take decisions back, saying what was left out. */
export const offerDecisionUndo = (says: string, decided: Decided, follows?: string): void => {
  const putBack = puttingBack(decided.done.map((one) => one.applicationId))
  offerUndo({
    says,
    ...(follows || decided.skipped.length > 0
      ? {
          follows: [follows, decided.skipped.length > 0 ? `${decided.skipped.length} left out` : undefined]
            .filter(Boolean)
            .join('; '),
        }
      : {}),
    undo: async () => {
      const asShown = putBack()
      const back = await call('ats.undoDecisions', {
        decisionIds: decided.done.map((one) => one.decisionId) as never,
      })
      if (!back.ok) {
        asShown()
        showRefusal(back.refusal)
      }
      for (const query of shown) void queryClient.invalidateQueries({ queryKey: [query] })
    },
  })
}

/** Tells a refusal of an act whose card has moved on already. */
export const tellRefusal = (refusal: Refusal): void => showRefusal(refusal)
