import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, type Refusal, type Result, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { cancelMail, mailStates } from '../../messaging/door.ts'
import { decisionUndone, openingFreed } from '../model/facts.ts'
import { applicationId, type DecisionId, decisionId } from '../model/ids.ts'
import { moveApplications } from '../model/permissions.ts'
import { hasTold, whyNotUndone } from '../model/undo.ts'
import { freeOpenings } from '../openings/opening.sql.ts'
import { saveStandings } from './application.sql.ts'
import { followRelationship } from './decide-on-many.ts'
import { deleteUntouched, lastDecision, lockDecisions, markUndone, type UndoableRow } from './decision.sql.ts'

/**
 * Takes decisions back exactly, with their waiting mails. What can't be taken back refuses the whole, or with
 * `leaveOut` is answered with its reason while the rest goes on.
 */
export const undoDecisions = defineCommand({
  name: 'ats.undoDecisions',
  says: 'Takes decisions back, and cancels the mails that would have told them.',
  permission: moveApplications,
  input: z.object({
    decisionIds: z.array(decisionId).min(1).max(1000),
    leaveOut: z.boolean().default(false),
  }),
  handle: async (tx, input) => undo(tx, [...new Set(input.decisionIds)], { leaveOut: input.leaveOut }),
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
    return undo(tx, [last.id], { evenIfTold: true })
  },
})

interface Undone {
  readonly undone: readonly { readonly decisionId: DecisionId; readonly applicationId: string }[]
  readonly skipped: readonly (Refusal & {
    readonly decisionId: DecisionId
    readonly applicationId?: string
  })[]
  readonly mailsCancelled: number
}

const undo = async (
  tx: WriteTx,
  ids: readonly DecisionId[],
  { leaveOut = false, evenIfTold = false },
): Promise<Result<Undone>> => {
  const found = await tx.rows(lockDecisions(tx.actor, ids))
  const there = new Set(found.map((row) => row.id))
  const missing = ids
    .filter((id) => !there.has(id))
    .map((decisionId) => ({
      decisionId,
      code: 'not-found',
      says: 'This decision was undone already, or is not yours to see.',
    }))
  if (missing.length > 0 && (!leaveOut || found.length === 0))
    return refuse('not-found', 'Some of these decisions were undone already, or are not yours to see.')
  const states = await mailStates(
    tx,
    found.flatMap((row) => row.mailKey ?? []),
  )
  const stateOf = (row: UndoableRow) => states.get(row.mailKey ?? '')
  const stops = found.flatMap((row) => {
    const why = whyNotUndone({
      ...row,
      jobState: row.application.jobState,
      mail: evenIfTold ? undefined : stateOf(row),
    })
    return why ? [{ ...why, decisionId: row.id, applicationId: row.applicationId }] : []
  })
  if (stops.length > 0 && (!leaveOut || stops.length === found.length)) {
    const first = stops[0]!
    return refuse(
      first.code,
      first.code === 'already-told' && found.length > 1
        ? `${stops.length} of these ${found.length} people have been told by mail already. Undo the others.`
        : first.says,
      { details: stops },
    )
  }
  const stopped = new Set(stops.map((one) => one.decisionId))
  const free = found.filter((row) => !stopped.has(row.id))
  const created = free.flatMap((row) => row.createdApplicationId ?? [])
  const gone = new Set(
    created.length > 0 ? (await tx.rows(deleteUntouched(created))).map((row) => row.id) : [],
  )
  const touched = free
    .filter((row) => row.createdApplicationId && !gone.has(row.createdApplicationId))
    .map((row) => ({
      decisionId: row.id,
      applicationId: row.applicationId,
      code: 'decided-since',
      says: 'The application that came of this was decided on since. Undo that first.',
    }))
  if (touched.length > 0 && (!leaveOut || touched.length === free.length))
    return refuse(touched[0]!.code, touched[0]!.says, { details: touched })
  const rows = free.filter((row) => !touched.some((one) => one.decisionId === row.id))
  const keys = rows.flatMap((row) => row.mailKey ?? [])
  const mailsCancelled = keys.length > 0 ? (await cancelMail(tx, { dedupeKeys: keys })).length : 0
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
        { decisionId: row.id, kind: row.kind, mailsCancelled: row.mailKey && !hasTold(stateOf(row)) ? 1 : 0 },
      ),
    ),
  )
  return ok({
    undone: rows.map((row) => ({ decisionId: row.id, applicationId: row.applicationId })),
    skipped: [...missing, ...stops, ...touched],
    mailsCancelled,
  })
}
