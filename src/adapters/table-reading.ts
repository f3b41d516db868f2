import type { FileStore } from '../documents/file-store.ts'
import type { TableReading } from '../exchange/table-reading.ts'
import { csvLines } from './csv-rows.ts'
import { UnreadableTable } from './unreadable-table.ts'
import { xlsxLines } from './xlsx-rows.ts'

/** Tells a workbook from CSV by its bytes; a problem is a sentence for who sent the file. */
export const tableReading = (files: FileStore): TableReading => ({
  read: async (storageKey) => {
    const bytes = await files.get(storageKey)
    if (!bytes) return { problem: 'The file is not in the file store any more. Upload it again.' }
    try {
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { lines: await xlsxLines(bytes) }
      if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
        return {
          problem: 'This is an old or a protected Excel file. Save it as XLSX without a password, or as CSV.',
        }
      if (bytes.subarray(0, 8192).includes(0) && !(bytes[0]! >= 0xfe))
        return { problem: 'This is not a CSV or XLSX file.' }
      return { lines: csvLines(bytes) }
    } catch (error) {
      if (error instanceof UnreadableTable) return { problem: error.message }
      return { problem: 'This file is damaged, protected or unpacks to too much. Save the list anew as CSV.' }
    }
  },
})
