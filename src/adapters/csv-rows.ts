import { CsvError, parse } from 'csv-parse/sync'
import type { TableLine } from '../exchange/table-reading.ts'
import { UnreadableTable } from './unreadable-table.ts'

/** The rows of a CSV file, counted as a spreadsheet counts them, whatever its encoding and delimiter. Throws a sentence where a quote never ends. */
export const csvLines = (bytes: Uint8Array): TableLine[] => {
  const text = decoded(bytes)
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
    }) as string[][]
    return rows.map((cells, at) => ({ number: at + 1, cells }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableTable(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `A quotation mark opens in line ${String(error.lines)} and never closes.`
        : `Line ${String(error.lines)} can’t be read as CSV.`,
    )
  }
}

/** By the byte order mark; without one as UTF-8, or as Windows-1252 where that is not what the bytes are. */
const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign that parts most lines of the beginning into the same number of cells. */
const delimiterOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return counts.filter((count) => count === usual).length * Math.min(usual, 30)
  }
  return [',', ';', '\t', '|'].reduce((best, sign) => (score(sign) > score(best) ? sign : best), ',')
}
