import { whoseFactsBesides } from '../../kernel/facts.sql.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import {
  candidateCorrected,
  candidateRecognised,
  candidateRemoved,
  noteDeleted,
  tagRemoved,
} from '../model/facts.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import {
  blankNotes,
  deletePointsOfFile,
  deleteRecords,
  deleteSkillsOfFile,
  deleteTagPairs,
  deleteValuesOfFile,
} from './imported.sql.ts'

/** What a file brought for a person. */
export interface BroughtFor {
  readonly candidateId: string
  /** The file made the record; otherwise it joined one that was there. */
  readonly isMade: boolean
  readonly tagIds: readonly string[]
  readonly noteId?: string | null
}

/**
 * Takes back what only one file brought. A record that it made goes, unless anything happened with the person
 * since: then all of it stays. From a record that it joined its contact points, values, tags, skills and notes
 * go. A stop of contact and a consent event stay always.
 */
export const takeBackArrivals = async (
  tx: WriteTx,
  fileId: string,
  by: { readonly command: string },
  brought: readonly BroughtFor[],
): Promise<{ readonly removed: ReadonlySet<string>; readonly kept: ReadonlySet<string> }> => {
  const made = brought.filter(({ isMade }) => isMade).map(({ candidateId }) => candidateId)
  const touched = new Set(
    (
      await tx.rows(
        whoseFactsBesides(made, {
          command: by.command,
          subjectId: fileId,
          arrivals: candidateRecognised.factName,
          // What follows by itself is no act on the person.
          names: ['duplicate.suggested', 'relationship.changed'],
        }),
      )
    ).map(({ candidateId }) => candidateId),
  )
  const gone = await tx.rows(deleteRecords(made.filter((id) => !touched.has(id))))
  const removed = new Set(gone.map(({ id }) => id))
  for (const id of removed)
    tx.record(candidateRemoved({ candidateId: id as CandidateId, subjectId: fileId }, {}))

  const joined = brought.filter(({ isMade }) => !isMade)
  const ids = [...new Set(joined.map(({ candidateId }) => candidateId))].filter((id) => !made.includes(id))
  if (ids.length > 0) await takeBackFrom(tx, fileId, ids, joined)
  return { removed, kept: new Set(made.filter((id) => !removed.has(id))) }
}

const takeBackFrom = async (
  tx: WriteTx,
  fileId: string,
  ids: readonly string[],
  joined: readonly BroughtFor[],
): Promise<void> => {
  const points = await tx.rows(deletePointsOfFile(fileId, ids))
  const values = await tx.rows(deleteValuesOfFile(fileId, ids, tx.now))
  const pairs = joined.flatMap(({ candidateId, tagIds }) => tagIds.map((tagId) => ({ candidateId, tagId })))
  const tags = await tx.rows(deleteTagPairs(pairs))
  const notes = await tx.rows(
    blankNotes(
      joined.flatMap(({ noteId }) => noteId ?? []),
      tx.now,
    ),
  )
  await tx.change(deleteSkillsOfFile(fileId, ids))
  await refreshSearch(tx, ids)
  const changed = Map.groupBy(
    [...values, ...points.map(({ candidateId, kind }) => ({ candidateId, field: kind }))],
    ({ candidateId }) => candidateId,
  )
  for (const [candidateId, each] of changed)
    tx.record(
      candidateCorrected(
        { candidateId: candidateId as CandidateId, subjectId: fileId },
        { fields: [...new Set(each.map(({ field }) => field))] },
      ),
    )
  for (const { candidateId, tagId } of tags)
    tx.record(tagRemoved({ candidateId: candidateId as CandidateId, subjectId: tagId }, { tagId }))
  for (const { candidateId, id } of notes)
    tx.record(noteDeleted({ candidateId: candidateId as CandidateId, subjectId: id }, {}))
}
