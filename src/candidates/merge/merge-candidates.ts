import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import type { Origin } from '../model/candidate.ts'
import { candidatesMerged, mergeUndone } from '../model/facts.ts'
import { type HeldRecord, type Merge, merged, planMerge, split } from '../model/merge.ts'
import { joinedValues, valuesToReturn } from '../model/merged-values.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { requireVisible } from '../record/sight.ts'
import {
  endMerge,
  type HeldPointRow,
  insertMerge,
  loadHeldPoints,
  lockMerge,
  lockRecords,
  mergesWithin,
  moveContactPoints,
  moveRows,
  moveRowsBack,
  type RecordRow,
  setPrimaries,
  settlePair,
  setValues,
} from './merge.sql.ts'

/** What a merge needs in other rooms: whose rows go where, marked with which merge. */
export interface MergeDone {
  readonly mergeId: string
  readonly from: CandidateId
  readonly to: CandidateId
}

/** What a split needs in other rooms. */
export interface MergeTakenBack extends MergeDone {
  /** Merges that stand within the record that leaves: their rows go along and keep their mark. */
  readonly within: readonly string[]
}

/** What is kept to take a merge back: the plan by row id, and the values of the survivor it changed. */
interface Undo {
  readonly plan: Merge
  readonly values: Readonly<Record<string, { readonly before: string | null; readonly after: string | null }>>
}

/**
 * Merges the candidates' own rows; `handover` moves those of the other rooms in the same transaction. The merged
 * record stays as a link. Nothing is overwritten: the survivor's values win, empty ones are filled,
 * do-not-contact of either holds for both.
 */
export const mergeRecords = async (
  tx: WriteTx,
  { survivorId, mergedId, chosen = [] }: { survivorId: string; mergedId: string; chosen?: readonly string[] },
): Promise<Result<MergeDone>> => {
  const visible = await requireVisible(tx, [survivorId, mergedId])
  if (!visible.ok) return visible
  if (survivorId === mergedId) return refuse('same-record', 'Choose two different people.')
  const records = await tx.rows(lockRecords([survivorId, mergedId]))
  const [survivor, absorbed] = [survivorId, mergedId].map((id) => records.find((record) => record.id === id))
  if (!survivor || !absorbed) return refuse('not-found', 'One of the two is not on record any more.')
  const points = await tx.rows(loadHeldPoints([survivorId, mergedId]))
  const [ours, theirs] = [held(survivor, points), held(absorbed, points)]
  const plan = planMerge(ours, theirs, new Set(chosen))
  const values = joinedValues(survivor, absorbed)
  const mergeId = newId()
  const by = userIdOf(tx.actor)
  await tx.change(
    insertMerge({ id: mergeId, survivorId, mergedId, undo: { plan, values } satisfies Undo }, by, tx.now),
  )
  await tx.change(moveRows({ from: mergedId, to: survivorId, mergeId }))
  const after = merged(ours, theirs, plan)
  await tx.change(setPrimaries(...leading(after)))
  await tx.change(
    setValues(
      survivorId,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.after])),
      tx.now,
    ),
  )
  await tx.change(settlePair([survivorId, mergedId], { by, at: tx.now }))
  await refreshSearch(tx, [survivorId])
  tx.record(candidatesMerged({ candidateId: survivorId as CandidateId, subjectId: mergeId }, { mergedId }))
  return ok({ mergeId, from: mergedId as CandidateId, to: survivorId as CandidateId })
}

/**
 * Takes a merge back: every row returns to the record it was of, values that the merge filled are emptied unless
 * they were changed since, contact points added since go where they came with. `handover` returns the others' rows.
 */
export const splitRecords = async (tx: WriteTx, mergeId: string): Promise<Result<MergeTakenBack>> => {
  const standing = await tx.row(lockMerge(mergeId))
  if (!standing) return refuse('not-found', 'There is no such merge, or it was taken back already.')
  const { survivorId, mergedId } = standing
  const visible = await requireVisible(tx, [survivorId])
  if (!visible.ok)
    return refuse(
      'merged-further',
      'The record was merged into another one since. Take the later merge back first.',
    )
  const undo = standing.undo as Undo
  const [survivor] = await tx.rows(lockRecords([survivorId]))
  const points = await tx.rows(loadHeldPoints([survivorId]))
  const within = await tx.rows(mergesWithin(mergedId))
  const parted = split(held(survivor!, points), survivor!.createdAt, undo.plan)
  const by = userIdOf(tx.actor)
  await tx.change(
    moveRowsBack({
      to: mergedId,
      mergeId,
      within: within.map(({ id }) => id),
      withinIds: within.map((one) => one.mergedId),
    }),
  )
  const leaving = parted.assignments.filter(({ to }) => to === 'absorbed').map(({ value }) => value)
  if (leaving.length > 0) await tx.change(moveContactPoints(leaving, mergedId))
  await tx.change(
    setPrimaries(
      ...leading({ ...parted.survivor, values: [...parted.survivor.values, ...parted.absorbed.values] }),
    ),
  )
  await tx.change(setValues(survivorId, valuesToReturn(undo.values, survivor!.values), tx.now))
  await tx.change(settlePair([survivorId, mergedId], undefined))
  await tx.change(endMerge(mergeId, by, tx.now))
  await refreshSearch(tx, [survivorId, mergedId])
  tx.record(
    mergeUndone({ candidateId: survivorId as CandidateId, subjectId: mergeId }, { splitOffId: mergedId }),
  )
  return ok({
    mergeId,
    from: survivorId as CandidateId,
    to: mergedId as CandidateId,
    within: within.map(({ id }) => id),
  })
}

const held = (record: RecordRow, points: readonly HeldPointRow[]): HeldRecord => ({
  id: record.id,
  knownSince: record.createdAt,
  values: points
    .filter(({ candidateId }) => candidateId === record.id)
    .map((point) => ({
      id: point.id,
      field: point.kind,
      key: point.normalised,
      primary: point.isPrimary,
      provenance: { from: point.cameFrom as Origin, at: point.cameAt },
      ...(point.cameFileId ? { with: point.cameFileId } : {}),
    })),
})

const leading = ({ values }: HeldRecord): [string[], string[]] => [
  values.filter(({ primary }) => primary).map(({ id }) => id),
  values.filter(({ primary }) => !primary).map(({ id }) => id),
]
