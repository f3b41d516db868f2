import type { CandidateId } from '../kernel/model/id.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { moveFiles, moveFilesBack } from './file.sql.ts'

/** The merged person's files stand with the survivor, marked so that a split finds them. */
export const moveFilesForMerge = (
  tx: WriteTx,
  move: { readonly from: CandidateId; readonly to: CandidateId; readonly mergeId: string },
): Promise<number> => tx.change(moveFiles(move))

/** Gives the files of a merge back. */
export const returnFilesOfMerge = (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly to: CandidateId; readonly within: readonly string[] },
): Promise<number> => tx.change(moveFilesBack(back.mergeId, back.to, back.within))
