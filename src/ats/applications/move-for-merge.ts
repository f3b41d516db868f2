import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { refreshConfidential } from '../jobs/job.sql.ts'
import { closeAsDuplicate, standingOf } from '../model/application.ts'
import { decisionUndone } from '../model/facts.ts'
import type { DecisionId } from '../model/ids.ts'
import { saveStandings } from './application.sql.ts'
import { followRelationship } from './decide-on-many.ts'
import { insertDecisions, markUndone } from './decision.sql.ts'
import { decisionsOfMerge, lockSameJobs, moveApplications, returnApplications } from './merge.sql.ts'

/**
 * The merged person's applications stand with the survivor. Where both have an active one for a job, the
 * merged person's ends as a duplicate; nobody is told, as the other goes on.
 */
export const moveApplicationsForMerge = async (
  tx: WriteTx,
  move: { readonly from: CandidateId; readonly to: CandidateId; readonly mergeId: string },
): Promise<number> => {
  const doubles = (await tx.rows(lockSameJobs(move))).map((one) => {
    const decisionId = newId<DecisionId>()
    return {
      one,
      decisionId,
      decision: closeAsDuplicate(one, { decisionId, now: tx.now, userId: userIdOf(tx.actor) }),
    }
  })
  if (doubles.length > 0) {
    await tx.change(
      saveStandings(
        doubles.map(({ one, decision }) => ({ ...decision.state, id: one.id })),
        tx.now,
      ),
    )
    await tx.change(
      insertDecisions(
        doubles.map(({ one, decisionId }) => ({
          id: decisionId,
          applicationId: one.id,
          kind: 'closed',
          before: standingOf(one),
          mailKey: null,
          openingId: null,
          createdApplicationId: null,
          mergeId: move.mergeId,
        })),
        tx.now,
        userIdOf(tx.actor),
      ),
    )
    tx.record(...doubles.flatMap(({ decision }) => decision.facts))
  }
  const moved = await tx.change(moveApplications(move))
  if (moved > 0) {
    await tx.rows(refreshConfidential([move.to]))
    await followRelationship(tx, [move.to])
  }
  return moved
}

/** Gives the applications of a merge back, with those that had ended as duplicates running again. */
export const returnApplicationsOfMerge = async (
  tx: WriteTx,
  back: { readonly mergeId: string; readonly from: CandidateId; readonly to: CandidateId },
): Promise<number> => {
  const moved = await tx.change(returnApplications(back))
  const ended = await tx.rows(decisionsOfMerge(back.mergeId))
  if (ended.length > 0) {
    await tx.change(
      saveStandings(
        ended.map((row) => ({ ...row.before, id: row.applicationId })),
        tx.now,
      ),
    )
    await tx.change(
      markUndone(
        ended.map((row) => row.id),
        tx.now,
      ),
    )
    tx.record(
      ...ended.map((row) =>
        decisionUndone(
          { candidateId: back.to, applicationId: row.applicationId, jobId: row.jobId },
          { decisionId: row.id, kind: 'closed', mailsCancelled: 0 },
        ),
      ),
    )
  }
  if (moved > 0) {
    await tx.rows(refreshConfidential([back.from, back.to]))
    await followRelationship(tx, [back.from, back.to])
  }
  return moved
}
