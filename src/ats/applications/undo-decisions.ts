import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { cancelMail, mailStates } from '../../messaging/door.ts'
import { decisionUndone, openingFreed } from '../model/facts.ts'
import { applicationId, type DecisionId, decisionId } from '../model/ids.ts'
import { moveApplications } from '../model/permissions.ts'
import { freeOpenings } from '../openings/opening.sql.ts'
import { saveStandings } from './application.sql.ts'
import { followRelationship } from './decide-on-many.ts'
import { deleteUntouched, lastDecision, lockDecisions, markUndone } from './decision.sql.ts'

/** Takes decisions back exactly, with their waiting mails; refused whole once a mail has left. */
export const undoDecisions = defineCommand({
  name: 'ats.undoDecisions',
  says: 'Takes decisions back, and cancels the mails that would have told them.',
  permission: moveApplications,
  input: z.object({ decisionIds: z.array(decisionId).min(1).max(1000) }),
  handle: async (tx, input) => undo(tx, [...new Set(input.decisionIds)]),
})

/** On the own page: the person takes their own withdrawal back while nobody acted on it. */
export const undoOwnWithdrawal = defineCommand({
  name: 'ats.undoOwnWithdrawal',
  says: 'A candidate takes their withdrawal back.',
  permission: ownRecord,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const last = await tx.row(lastDecision(input.applicationId))
    if (last?.kind !== 'withdrawn' || last.byUser !== null)
      return refuse('not-undoable', 'This can’t be undone here any more. Write to us.')
    return undo(tx, [last.id], true)
  },
})

const undo = async (
  tx: WriteTx,
  ids: readonly DecisionId[],
  evenIfTold = false,
): Promise<
  Result<{ undone: { decisionId: DecisionId; applicationId: string }[]; mailsCancelled: number }>
> => {
  const rows = await tx.rows(lockDecisions(tx.actor, ids))
  if (rows.length < ids.length)
    return refuse('not-found', 'Some of these decisions were undone already, or are not yours to see.')
  const superseded = rows.filter((row) => row.superseded)
  if (superseded.length > 0)
    return refuse('decided-since', 'Something was decided after this. Undo that first.', {
      details: superseded.map((row) => ({ decisionId: row.id, applicationId: row.applicationId })),
    })
  const again = rows.filter((row) => row.appliedAgain)
  if (again.length > 0)
    return refuse('applied-again', 'This person has applied again for the job since.', {
      details: again.map((row) => ({ decisionId: row.id, applicationId: row.applicationId })),
    })
  const closedJob = rows.find((row) => row.application.jobState === 'closed')
  if (closedJob) return refuse('job-closed', 'The job is closed. Reopen it first.')

  const keys = rows.flatMap((row) => (row.mailKey ? [row.mailKey] : []))
  const states = keys.length > 0 ? await mailStates(tx, keys) : new Map()
  const told = rows.filter(
    (row) => row.mailKey && ['sending', 'sent'].includes(states.get(row.mailKey) ?? ''),
  )
  if (told.length > 0 && !evenIfTold)
    return refuse(
      'already-told',
      told.length === 1 && rows.length === 1
        ? 'The mail has left already, so this can’t be undone. Write to the person and decide anew.'
        : `${told.length} of these ${rows.length} people have been told by mail already. Undo the others.`,
      { details: told.map((row) => ({ decisionId: row.id, applicationId: row.applicationId })) },
    )
  const mailsCancelled = keys.length > 0 ? await cancelMail(tx, { dedupeKeys: keys }) : 0
  const created = rows.flatMap((row) => (row.createdApplicationId ? [row.createdApplicationId] : []))
  if (created.length > 0 && (await tx.rows(deleteUntouched(created))).length < created.length)
    return refuse('decided-since', 'The application that came of this was decided on since. Undo that first.')
  await tx.change(
    saveStandings(
      rows.map((row) => ({ ...row.before, id: row.applicationId })),
      tx.now,
    ),
  )
  const openings = rows.flatMap((row) => (row.openingId ? [row.openingId] : []))
  if (openings.length > 0) {
    await tx.change(freeOpenings(openings))
    tx.record(
      ...rows
        .filter((row) => row.openingId)
        .map((row) => openingFreed({ jobId: row.application.jobId, subjectId: row.openingId }, {})),
    )
  }
  await tx.change(
    markUndone(
      rows.map((row) => row.id),
      tx.now,
    ),
  )
  await followRelationship(
    tx,
    rows.map((row) => row.application.candidateId),
  )
  tx.record(
    ...rows.map((row) =>
      decisionUndone(
        {
          candidateId: row.application.candidateId,
          applicationId: row.applicationId,
          jobId: row.application.jobId,
        },
        { decisionId: row.id, kind: row.kind, mailsCancelled: row.mailKey && !told.includes(row) ? 1 : 0 },
      ),
    ),
  )
  return ok({
    undone: rows.map((row) => ({ decisionId: row.id, applicationId: row.applicationId })),
    mailsCancelled,
  })
}
