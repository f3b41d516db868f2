import type { FileId } from '../kernel/model/id.ts'
import { type Statement, sql } from '../kernel/sql.ts'

/** The text that was read from each file. */
export const loadTexts = (ids: readonly FileId[]): Statement<{ id: FileId; text: string | null }> =>
  sql<{ id: FileId; text: string | null }>`select id, text from documents.file where id = any(${ids})`
