import { stringify } from 'csv-stringify/sync'
import { neutralised } from '../exchange/model/formula.ts'

/**
 * Lines of CSV, always quoted, CRLF (RFC 4180). Formulas are neutralised unless `raw`: only programs that never
 * open a spreadsheet ask for raw (R28).
 */
export const csvText = (
  rows: readonly (readonly (string | number | null | undefined)[])[],
  { raw = false }: { readonly raw?: boolean } = {},
): string =>
  stringify(
    rows.map((row) =>
      row.map((cell) => {
        const text = cell === null || cell === undefined ? '' : String(cell)
        return raw ? text : neutralised(text)
      }),
    ),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )
