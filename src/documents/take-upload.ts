import type { WriteTx } from '../kernel/transaction.ts'
import { takeUploadRow } from './file.sql.ts'
import { tokenHash } from './upload-token.ts'

/**
 * Takes an upload for reading its rows, by its secret, once; undefined where there is none. It stays nobody's,
 * so that the original goes after two days as every upload that is not attached.
 */
export const takeUpload = (tx: WriteTx, token: string) => tx.row(takeUploadRow(tokenHash(token)))
