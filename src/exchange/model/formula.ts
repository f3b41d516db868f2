/**
 * Signs with which a spreadsheet begins to calculate, and the full-width ones that it reads alike
 * (OWASP CSV Injection; compliance-guide R28).
 */
const beginsFormula = /^[=+\-@\t\r＝＋－＠]/u

/** A cell that no spreadsheet calculates: a leading sign of a formula gets an apostrophe before it. */
export const neutralised = (cell: string): string => (beginsFormula.test(cell) ? `'${cell}` : cell)

/** Takes back what `neutralised` put before a cell; our own exports come in as they were. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && beginsFormula.test(cell.slice(1)) ? cell.slice(1) : cell
