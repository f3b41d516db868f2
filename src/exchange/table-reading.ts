/** One line of a table with its place in the file, counted from 1 as spreadsheets do. */
export interface TableLine {
  readonly number: number
  readonly cells: readonly string[]
}

/** Reads the table out of an original in the file store: CSV in any usual dress, or the first sheet of a workbook. */
export interface TableReading {
  read(storageKey: string): Promise<{ readonly lines: readonly TableLine[] } | { readonly problem: string }>
}
