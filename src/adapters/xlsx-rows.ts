import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { TableLine } from '../exchange/table-reading.ts'
import { openZip } from './text-extraction-zip.ts'
import { UnreadableTable } from './unreadable-table.ts'

const mostLines = 300_000
const limits = { entries: 2000, unpackedBytes: 400_000_000, ratio: 200 }

/** The lines of a workbook's first sheet that has any. Throws where it is no workbook or a bomb. */
export const xlsxLines = async (bytes: Uint8Array): Promise<TableLine[]> => {
  const zip = await openZip(bytes, limits)
  const isWorkbook = zip.names.includes('xl/workbook.xml')
  zip.close()
  if (!isWorkbook) throw new UnreadableTable('This is not an Excel workbook. Save the list as CSV or XLSX.')
  const book = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  })
  for await (const sheet of book) {
    const lines: TableLine[] = []
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values : []
      lines.push({ number: row.number, cells: Array.from(values.slice(1), cellText) })
      if (lines.length > mostLines)
        throw new UnreadableTable(`This sheet has more than ${mostLines} rows. Bring it in parts.`)
    }
    if (lines.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) return lines
  }
  return []
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
  }
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('')
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result)
  return ''
}
