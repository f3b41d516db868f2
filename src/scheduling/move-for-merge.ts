import type { CandidateId } from '../kernel/model/id.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { moveBackFromMerge, moveForMerge } from './appointments/attendee.sql.ts'

/** The survivor is asked to the merged person’s appointments. */
export const moveAppointmentsForMerge = (
  tx: WriteTx,
  move: { readonly from: CandidateId; readonly to: CandidateId; readonly mergeId: string },
): Promise<number> => tx.change(moveForMerge(move.from, move.to, move.mergeId))

/** Gives the appointments of a merge back. */
export const returnAppointmentsOfMerge = (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly to: CandidateId; readonly within: readonly string[] },
): Promise<number> => tx.change(moveBackFromMerge(back.to, back.mergeId, back.within))
