import type { WriteTx } from '../kernel/transaction.ts'
import { moveThreads, moveThreadsBack } from './queueing/thread.sql.ts'

/** The merged person's conversations stand with the survivor, marked so that a split finds them. */
export const moveThreadsForMerge = (
  tx: WriteTx,
  move: { readonly from: string; readonly to: string; readonly mergeId: string },
): Promise<number> => tx.change(moveThreads(move))

/** Gives the conversations of a merge back. */
export const returnThreadsOfMerge = (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly to: string; readonly within: readonly string[] },
): Promise<number> => tx.change(moveThreadsBack(back.mergeId, back.to, back.within))
