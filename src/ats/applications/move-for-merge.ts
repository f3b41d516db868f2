import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { jobsOfBoth, moveApplications, moveApplicationsBack } from './merge.sql.ts'

/** The merged person's applications and own-page links stand with the survivor; two running ones on a job refuse. */
export const moveApplicationsForMerge = async (
  tx: WriteTx,
  move: { readonly from: CandidateId; readonly to: CandidateId; readonly mergeId: string },
): Promise<Result<null>> => {
  const [both] = await tx.rows(jobsOfBoth(move.from, move.to))
  if (both)
    return refuse(
      'both-in-process',
      `Both have a running application for “${both.title}”. Close one of them first.`,
    )
  await tx.change(moveApplications(move))
  return ok(null)
}

/** Gives the applications of a merge back. */
export const returnApplicationsOfMerge = (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly to: CandidateId; readonly within: readonly string[] },
): Promise<number> => tx.change(moveApplicationsBack(back))
