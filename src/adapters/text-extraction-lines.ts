import type { ProminentLine } from '../documents/model/extracted-text.ts'

export type MarkupText = { text: string; prominent: ProminentLine[]; links: string[] }

/** Collects the words of a document in order; `heading` above 0 marks words the document sets as a title. */
export type LineCollector = {
  add(words: string, heading: number): void
  /** The next words are an item of a list, unless a block begins before them. */
  bullet(pending: boolean): void
  endLine(): void
  /** Ends a paragraph that may be empty: an empty one is an empty line. */
  endBlock(): void
  endParagraph(): void
  openRow(): void
  endCell(): void
  closeRow(): void
  link(address: string): void
  read(): MarkupText
}

type Row = { cells: string[][] }

export function collectLines(): LineCollector {
  const done: string[] = []
  const prominent: ProminentLine[] = []
  const links = new Set<string>()
  const rows: Row[] = []
  let line = ''
  let size = 0
  let item = false

  const target = () => rows.at(-1)?.cells.at(-1) ?? done
  const endLine = () => {
    const text = line
      .replace(/[\u00ad\u200b\ufeff]/g, '')
      .replace(/[ \u00a0]+/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .trim()
    if (text !== '') {
      target().push(text)
      if (size > 0 && prominent.length < 200) prominent.push({ text, size: 1 + size / 4 })
    }
    line = ''
    size = 0
  }
  return {
    bullet(pending) {
      item = pending
    },
    add(words, heading) {
      if (item && words.trim() !== '') {
        line = `• ${line}`
        item = false
      }
      line += words
      if (words.trim() !== '') size = Math.max(size, heading)
    },
    endLine,
    endBlock() {
      const empty = line.trim() === ''
      endLine()
      const lines = target()
      if (empty && lines.length > 0 && lines.at(-1) !== '') lines.push('')
    },
    endParagraph() {
      endLine()
      const lines = target()
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
    },
    openRow() {
      endLine()
      rows.push({ cells: [[]] })
    },
    endCell() {
      endLine()
      rows.at(-1)?.cells.push([])
    },
    closeRow() {
      endLine()
      const row = rows.pop()
      if (row) target().push(...layRow(row.cells))
    },
    link(address) {
      if (/^(?:https?:|mailto:|tel:)/i.test(address) && links.size < 200) links.add(address)
    },
    read() {
      endLine()
      while (rows.length > 0) done.push(...layRow(rows.pop()!.cells))
      return { text: done.join('\n'), prominent, links: [...links] }
    },
  }
}

// Tables also serve as page layout: short cells are one row, tall cells are columns read one by one.
function layRow(cells: string[][]): string[] {
  const filled = cells
    .map((cell) => cell.slice(0, cell.findLastIndex((text) => text !== '') + 1))
    .filter((cell) => cell.length > 0)
  const tall = filled.filter((cell) => cell.filter((text) => text !== '').length > 2)
  if (tall.length > 1) return filled.flatMap((cell) => [...cell, ''])
  if (filled.length === 0) return []
  if (tall.length === 0)
    return [filled.map((cell) => cell.filter((text) => text !== '').join(' ')).join('\t')]
  const first = filled.map((cell) => (cell === tall[0] ? cell[0] : cell.join(' '))).join('\t')
  return [first, ...tall[0]!.slice(1)]
}
