import type { Row } from './measure.ts'

/** The rows as a table of Markdown, so that it can be read in a terminal and put into a document. */
export const tableOf = (machine: string, candidates: number, rows: readonly Row[]): string => {
  const head = ['what', 'clients', 'writer', 'median ms', 'p95 ms', 'per second', 'ratio to floor']
  const cells = rows.map((row) => [
    row.name,
    String(row.clients),
    row.writer ? 'yes' : '',
    row.medianMs.toFixed(1),
    row.p95Ms.toFixed(1),
    row.perSecond.toFixed(row.perSecond < 10 ? 1 : 0),
    row.floorRatio.toFixed(2),
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]!.length)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`
  return [
    `${candidates.toLocaleString('en')} candidates; ${machine}`,
    '',
    line(head),
    `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    ...cells.map(line),
  ].join('\n')
}
