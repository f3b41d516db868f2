import { describe, expect, it } from 'vitest'
import { turnOf } from '../../src/web/screens/pipeline/card-words.ts'
import { filterOf, pipelineSearch } from '../../src/web/screens/pipeline/pipeline-search.ts'
import { putBack, putRowsBack } from '../../src/web/screens/pipeline/put-back.ts'
import { steppedCard } from '../../src/web/screens/pipeline/use-board-keys.ts'
import { moved } from '../../src/web/screens/pipeline/use-decisions.ts'
import type { Board } from '../../src/web/screens/pipeline/use-pipeline.ts'
import { csvOf } from '../../src/web/screens/reports/funnel-csv.ts'

const card = (applicationId: string, stageId: string) => ({
  applicationId,
  stageId,
  daysInStage: 4,
  heldUntil: '2026-12-01',
})
const board = {
  stages: [
    { id: 'applied', count: 9, cards: [card('a', 'applied'), card('b', 'applied')] },
    { id: 'empty', count: 0, cards: [] },
    { id: 'talk', count: 1, cards: [card('c', 'talk')] },
  ],
} as unknown as Board

describe('the board', () => {
  it('shows a moved card under its new stage at once, and its counts follow', () => {
    const after = moved(board, new Set(['b']), 'talk')
    expect(after.stages.map((stage) => [stage.count, stage.cards.map((one) => one.applicationId)])).toEqual([
      [8, ['a']],
      [0, []],
      [2, ['c', 'b']],
    ])
    expect(after.stages[2]!.cards[1]).toMatchObject({ stageId: 'talk', daysInStage: 0, heldUntil: null })
  })

  it('puts cards that were moved or rejected back where they stood', () => {
    const stood = [1, 0].map((at) => ({ card: board.stages[0]!.cards[at]!, at }))
    expect(putBack(moved(board, new Set(['a', 'b']), undefined), stood)).toEqual(board)
    expect(putBack(moved(board, new Set(['a', 'b']), 'talk'), stood)).toEqual(board)
  })

  it('takes a rejected card away and leaves the others as they are', () => {
    const after = moved(board, new Set(['a', 'c']), undefined)
    expect(after.stages.map((stage) => stage.count)).toEqual([8, 0, 0])
    expect(after.stages[0]!.cards[0]).toBe(board.stages[0]!.cards[1])
  })

  it('walks by arrows over columns without cards, and stops at the edges', () => {
    expect(steppedCard(board.stages, undefined, 0, 1)).toBe('a')
    expect(steppedCard(board.stages, { column: 0, row: 1 }, 1, 0)).toBe('c')
    expect(steppedCard(board.stages, { column: 2, row: 0 }, -1, 0)).toBe('a')
    expect(steppedCard(board.stages, { column: 2, row: 0 }, 1, 0)).toBeUndefined()
    expect(steppedCard(board.stages, { column: 0, row: 1 }, 0, 1)).toBeUndefined()
  })
})

describe('whose turn it is', () => {
  const base = {
    overdue: false,
    promisedFor: null,
    heldUntil: null,
    turn: 'us',
    turnSays: 'read it',
    reviewedBy: null,
  } as never as Parameters<typeof turnOf>[0]
  const now = new Date('2026-11-22T12:00:00Z')
  const reader = { locale: 'en-GB', zone: 'UTC' }

  it('says in words what is late before anything else', () => {
    expect(
      turnOf(
        { ...base, overdue: true, promisedFor: '2026-11-20T16:00:00.000Z' as never, heldUntil: '2026-12-01' },
        now,
        reader,
      ),
    ).toEqual({ whose: 'overdue', says: '2 d, answer promised' })
  })

  it('says until when somebody is held, and who reads them now', () => {
    expect(turnOf({ ...base, heldUntil: '2026-11-25' }, now, reader).says).toBe('held until Wed 25 Nov')
    expect(turnOf({ ...base, reviewedBy: { id: 'm', name: 'Maren Osei' } as never }, now, reader).says).toBe(
      'Maren Osei reads it',
    )
  })
})

describe('the address of the pipeline', () => {
  it('becomes the question that board, table and bulk acts share', () => {
    expect(filterOf('job', pipelineSearch.parse({ turn: 'us', quiet: true, view: 'table' }))).toEqual({
      jobId: 'job',
      turn: 'us',
      quietDays: 5,
    })
  })

  it('leaves out what is not understood instead of failing', () => {
    expect(filterOf('job', pipelineSearch.parse({ turn: 'nobody', overdue: 'maybe' }))).toEqual({
      jobId: 'job',
    })
  })
})

it('writes no formula and no broken row into a spreadsheet', () => {
  const step = {
    rank: 0,
    id: 'x',
    name: '=cmd, "x"',
    count: 3,
    standing: 1,
    passThrough: null,
    ofAll: 1,
    medianDays: 0,
  }
  expect(csvOf([step]).split('\r\n')[1]).toBe('"\'=cmd, ""x""",3,1,,1.0000,0.00')
})

it('gives rows taken out of a table, or changed in it, back as and where they stood', () => {
  const row = (applicationId: string, stageId = 'new') => ({ applicationId, stageId }) as never
  const page = (...rows: never[]) => ({ rows, count: rows.length }) as never
  const pages = putRowsBack(
    [page(row('a'), row('d')), page(row('e', 'talk'), row('f'))],
    [
      { card: row('c'), at: 2, page: 0 },
      { card: row('b'), at: 1, page: 0 },
      { card: row('e'), at: 0, page: 1 },
    ],
  )
  expect(pages.map((one) => one.rows.map((of) => [of.applicationId, of.stageId].join(' ')))).toEqual([
    ['a new', 'b new', 'c new', 'd new'],
    ['e new', 'f new'],
  ])
})
