import type { CandidateId, FileId } from '../kernel/model/id.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { type FileRow, loadFileNames, loadFilesOf } from './file.sql.ts'
import { loadTexts } from './text.sql.ts'

/** What was read from each file, by id; unread files are missing. The caller has checked who may see them. */
export const textsOf = async (tx: ReadTx, ids: readonly FileId[]): Promise<ReadonlyMap<FileId, string>> =>
  ids.length === 0
    ? new Map()
    : new Map((await tx.rows(loadTexts(ids))).flatMap(({ id, text }) => (text === null ? [] : [[id, text]])))

/** What files are called, by id; erased ones are missing. The caller has checked who may see them. */
export const fileNamesOf = async (
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map((await tx.rows(loadFileNames(ids))).map(({ id, name }) => [id, name]))

/** A person's files without where their bytes lie. The caller has checked who may see them. */
export const filesOf = async (
  tx: ReadTx,
  candidateId: CandidateId,
): Promise<readonly Omit<FileRow, 'storageKey'>[]> =>
  (await tx.rows(loadFilesOf(candidateId))).map(({ storageKey: _, ...shown }) => shown)
