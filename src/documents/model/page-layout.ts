import type { ProminentLine } from './extracted-text.ts'
import { isHeading } from './sections.ts'

/** A run of text on a page; x and y (of the baseline, growing downwards) and sizes in points. */
export type PlacedText = { text: string; x: number; y: number; width: number; size: number }

/**
 * The lines of a page in the order a person reads them: columns and side bars one after the other, rows
 * of a table or a date beside a job kept on one line with tabs between the cells.
 */
export function readPage(runs: readonly PlacedText[]): { lines: string[]; rows: PlacedText[] } {
  const pieces = joinRuns(runs.filter((run) => run.text.trim() !== '' && run.size > 0))
  const rows: PlacedText[] = []
  const lines: string[] = []
  for (const block of inReadingOrder(pieces, 0)) {
    const blockRows = toRows(block)
    if (lines.length > 0) lines.push('')
    const pitch = usualPitch(blockRows)
    blockRows.forEach((row, at) => {
      const before = blockRows[at - 1]
      if (before && row.y - before.y > Math.max(1.35 * pitch, 1.2 * before.size)) lines.push('')
      lines.push(row.text)
      rows.push(row)
    })
  }
  return { lines, rows }
}

/** Lines clearly larger than the most common size, so that a name or heading can be told from the body. */
export function findProminent(rows: readonly PlacedText[]): ProminentLine[] {
  const weight = new Map<number, number>()
  for (const row of rows) {
    const size = Math.round(row.size * 2) / 2
    weight.set(size, (weight.get(size) ?? 0) + row.text.length)
  }
  const body = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  if (body === 0) return []
  return rows
    .filter((row) => row.size >= body * 1.15)
    .map((row) => ({ text: row.text, size: row.size / body }))
}

function usualPitch(rows: readonly PlacedText[]): number {
  const gaps = rows.slice(1).map((row, at) => row.y - rows[at]!.y)
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.35)] ?? 0
}

function joinRuns(runs: readonly PlacedText[]): PlacedText[] {
  const pieces: PlacedText[] = []
  for (const row of groupRows(runs)) {
    let current: PlacedText | undefined
    for (const run of row) {
      const gap = current ? run.x - (current.x + current.width) : 0
      // Bold is sometimes made by printing the same words twice, a hair apart.
      if (current && gap < -0.5 * run.width && current.text.endsWith(run.text)) continue
      if (current && gap < widestSpace(current, run)) {
        const space = gap > 0.15 * run.size && !/\s$/.test(current.text) && !/^\s/.test(run.text)
        current.text += (space ? ' ' : '') + run.text
        current.width = Math.max(current.width, run.x + run.width - current.x)
        current.size = Math.max(current.size, run.size)
      } else {
        current = { ...run }
        pieces.push(current)
      }
    }
  }
  for (const piece of pieces) piece.text = piece.text.replace(/\s+/g, ' ').trim()
  return pieces
}

// A heading set beside the text it heads is a cell of its own however close it stands.
function widestSpace(before: PlacedText, run: PlacedText): number {
  return (
    (/^\P{Ll}/u.test(before.text) && isHeading(before.text) ? 0.5 : 1.1) * Math.min(before.size, run.size)
  )
}

function groupRows(runs: readonly PlacedText[]): PlacedText[][] {
  const rows: PlacedText[][] = []
  let at = Number.NaN
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && run.y - at <= 0.35 * Math.min(run.size, row[0]!.size)) row.push(run)
    else {
      rows.push([run])
      at = run.y
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

function toRows(pieces: readonly PlacedText[]): PlacedText[] {
  return groupRows(pieces).map((row) => ({
    text: row.map((piece) => piece.text).join('\t'),
    x: row[0]!.x,
    y: row[0]!.y,
    width: row.at(-1)!.x + row.at(-1)!.width - row[0]!.x,
    size: Math.max(...row.map((piece) => piece.size)),
  }))
}

/** Splits at the tallest gutter between two real columns, then reads above, left, right, below. */
function inReadingOrder(pieces: readonly PlacedText[], depth: number): PlacedText[][] {
  const gutter = depth < 6 && pieces.length >= 8 ? tallestGutter(pieces) : undefined
  if (!gutter) return pieces.length > 0 ? [[...pieces]] : []
  const inside = pieces.filter((piece) => piece.y >= gutter.top && piece.y <= gutter.bottom)
  const parts = [
    pieces.filter((piece) => piece.y < gutter.top),
    inside.filter((piece) => piece.x < gutter.x),
    inside.filter((piece) => piece.x >= gutter.x),
    pieces.filter((piece) => piece.y > gutter.bottom),
  ]
  return parts.flatMap((part) => inReadingOrder(part, depth + 1))
}

type Gutter = { x: number; top: number; bottom: number }

function tallestGutter(pieces: readonly PlacedText[]): Gutter | undefined {
  const starts = new Map<number, number>()
  for (const piece of pieces) {
    const key = Math.round(piece.x / 4)
    starts.set(key, Math.min(starts.get(key) ?? piece.x, piece.x))
  }
  const sorted = [...pieces].sort((a, b) => a.y - b.y)
  let best: { gutter: Gutter; worth: number } | undefined
  for (const x of [...starts.values()].sort((a, b) => a - b).slice(1, 60)) {
    for (const band of bandsWithoutCrossing(sorted, x - 1)) {
      const left = band.filter((piece) => piece.x < x - 1)
      const right = band.filter((piece) => piece.x >= x - 1)
      const worth = columnWorth(left, right)
      if (worth > (best?.worth ?? 0))
        best = { gutter: { x: x - 1, top: band[0]!.y, bottom: band.at(-1)!.y }, worth }
    }
  }
  return best?.gutter
}

function bandsWithoutCrossing(sorted: readonly PlacedText[], x: number): PlacedText[][] {
  const bands: PlacedText[][] = [[]]
  for (const piece of sorted) {
    if (piece.x < x && piece.x + piece.width > x - 2) {
      if (bands.at(-1)!.length > 0) bands.push([])
    } else bands.at(-1)!.push(piece)
  }
  return bands.filter((band) => band.length >= 8)
}

/** How much two sides look like columns read one after the other; 0 when they are cells of rows. */
function columnWorth(left: readonly PlacedText[], right: readonly PlacedText[]): number {
  if (left.length < 3 || right.length < 3) return 0
  const overlap = Math.min(left.at(-1)!.y, right.at(-1)!.y) - Math.max(left[0]!.y, right[0]!.y)
  const shorter = Math.min(left.at(-1)!.y - left[0]!.y, right.at(-1)!.y - right[0]!.y)
  if (shorter <= 0 || overlap < 0.5 * shorter) return 0
  if (cellsOfRows(left, right) || cellsOfRows(right, left)) return 0
  return overlap * Math.min(left.length, right.length, 12)
}

// Dates beside jobs and labels beside values share their baselines with the text they belong to.
function cellsOfRows(narrow: readonly PlacedText[], wide: readonly PlacedText[]): boolean {
  const rows = groupRows(narrow)
  const baselines = wide.map((piece) => piece.y)
  let matched = 0
  let headings = 0
  let at = 0
  for (const row of rows) {
    const y = row[0]!.y
    while (at < baselines.length && baselines[at]! < y - 3) at += 1
    if (at < baselines.length && Math.abs(baselines[at]! - y) <= 3) matched += 1
    if (isHeading(row[0]!.text)) headings += 1
  }
  const lengths = rows
    .map((row) => row.reduce((sum, piece) => sum + piece.text.length, 0))
    .sort((a, b) => a - b)
  const middle = lengths[lengths.length >> 1] ?? 0
  if (headings >= 2 && rows.length >= 3 * headings) return false
  return matched >= 0.7 * rows.length && middle <= 32
}
