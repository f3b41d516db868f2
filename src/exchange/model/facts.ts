import { factKind } from '../../kernel/model/fact.ts'

export const importStarted = factKind<{ bytes: number }>()(
  'import.started',
  'Someone brought a file with people.',
)
export const importRead = factKind<{ rows: number; readable: boolean }>()(
  'import.read',
  'The file’s rows stand beside the import, or it could not be read.',
)
export const importRowsKept = factKind<{ from: number; rows: number }>()(
  'import.rows-kept',
  'Rows of the file were taken over.',
)
export const importPreviewAsked = factKind()(
  'import.preview-asked',
  'Someone wants to know what an import would do.',
)
export const importForeseen = factKind<{ rows: number; isWhole: boolean }>()(
  'import.foreseen',
  'What would become of rows is known; nothing was written to any person.',
)
export const importRun = factKind<{ again: boolean }>()(
  'import.run',
  'An import was set off or taken up again.',
)
export const importProgressed = factKind<{
  added: number
  joined: number
  skipped: number
  failed: number
}>()('import.progressed', 'A batch of rows is on record.')
export const importFinished = factKind<{ rows: number }>()(
  'import.finished',
  'Every row of an import was dealt with.',
)
export const importCancelled = factKind()(
  'import.cancelled',
  'Someone stopped an import; what came in so far stays.',
)
export const importRevertAsked = factKind()('import.revert-asked', 'Someone wants an import taken back.')
export const importTakenBack = factKind<{ removed: number; kept: number; isWhole: boolean }>()(
  'import.taken-back',
  'What only this import had made is gone; what was touched since stays.',
)
export const importForgotten = factKind<{ rows: number }>()(
  'import.forgotten',
  'The cells of an old import’s rows were emptied.',
)
export const mappingSaved = factKind()('mapping.saved', 'How the columns of a file are understood is kept.')
export const exportMade = factKind<{ what: string; raw: boolean }>()(
  'export.made',
  'Someone took a list out of the product.',
)
