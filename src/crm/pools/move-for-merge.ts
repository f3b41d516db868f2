import type { CandidateId } from '../../kernel/model/id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { moveBackFromMerge, moveForMerge } from './member.sql.ts'

/** The merged person's pools, leads and sequences stand with the survivor; where both have one, the survivor's counts. */
export const moveProspectsForMerge = (
  tx: WriteTx,
  move: { readonly from: CandidateId; readonly to: CandidateId; readonly mergeId: string },
): Promise<number> => tx.change(moveForMerge(move.from, move.to, move.mergeId))

/** Gives the pools, leads and sequences of a merge back; a sequence that the merge ended waits. */
export const returnProspectsOfMerge = (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly to: CandidateId; readonly within: readonly string[] },
): Promise<number> => tx.change(moveBackFromMerge(back.to, back.mergeId, back.within))
