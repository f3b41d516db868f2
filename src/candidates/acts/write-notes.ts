import { z } from 'zod'
import { loadUsers, notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { noteCorrected, noteDeleted, noteWritten } from '../model/facts.ts'
import { candidateIds } from '../model/input.ts'
import { note } from '../model/permissions.ts'
import { requireVisible } from '../record/sight.ts'
import { touchCandidates } from '../record/touch-candidates.ts'
import { blankNote, insertNotes, lockOwnNote, updateNote } from './note.sql.ts'

const body = z.string().trim().min(1, 'Write the note.').max(20_000)

export const writeNotes = defineCommand({
  name: 'candidates.writeNotes',
  says: 'Writes a note on people: for the team, for recruiters, or for oneself; who is mentioned is told.',
  permission: note,
  input: z.object({
    candidateIds,
    applicationId: z.uuid().optional(),
    body,
    privateTo: z.enum(['team', 'author', 'recruiters']).default('team'),
    mentions: z.array(z.uuid()).max(50).default([]),
  }),
  handle: async (tx, { candidateIds, applicationId, body, privateTo, mentions }) => {
    const ids = [...new Set(candidateIds)]
    const visible = await requireVisible(tx, ids)
    if (!visible.ok) return visible
    const told = privateTo === 'author' ? [] : [...new Set(mentions)]
    if ((await loadUsers(tx, told)).length < told.length)
      return refuse('not-found', 'Someone whom the note mentions is no colleague here.', {
        field: 'mentions',
      })
    const rows = ids.map((candidateId) => ({
      id: newId(),
      candidateId,
      applicationId: applicationId ?? null,
      body,
      privateTo,
      mentions: told,
    }))
    await tx.change(insertNotes(rows, userIdOf(tx.actor), tx.now))
    // A note for oneself is nobody's sign that something happened with the person.
    if (privateTo !== 'author') await touchCandidates(tx, ids)
    for (const { id, candidateId } of rows)
      tx.record(
        noteWritten(
          {
            candidateId: candidateId as CandidateId,
            applicationId: (applicationId ?? null) as ApplicationId | null,
            subjectId: id,
          },
          { privateTo, mentions: told },
        ),
      )
    await notifyUsers(
      tx,
      told.flatMap((userId) =>
        rows.slice(0, 1).map(({ id, candidateId }) => ({
          userId,
          kind: 'mention',
          candidateId,
          applicationId,
          subjectId: id,
        })),
      ),
    )
    return ok({ noteIds: rows.map(({ id }) => id) })
  },
})

const notYours = refuse('not-found', 'There is no such note, or someone else wrote it.')

export const correctNote = defineCommand({
  name: 'candidates.correctNote',
  says: 'Changes a note one wrote.',
  permission: note,
  input: z.object({ noteId: z.uuid(), body }),
  handle: async (tx, { noteId, body }) => {
    const own = await tx.row(lockOwnNote(noteId, userIdOf(tx.actor)))
    if (!own) return notYours
    await tx.change(updateNote(noteId, body, tx.now))
    tx.record(noteCorrected({ candidateId: own.candidateId as CandidateId, subjectId: noteId }, {}))
    return ok({ noteId })
  },
})

export const deleteNote = defineCommand({
  name: 'candidates.deleteNote',
  says: 'Deletes a note one wrote.',
  permission: note,
  input: z.object({ noteId: z.uuid() }),
  handle: async (tx, { noteId }) => {
    const own = await tx.row(lockOwnNote(noteId, userIdOf(tx.actor)))
    if (!own) return notYours
    await tx.change(blankNote(noteId, tx.now))
    tx.record(noteDeleted({ candidateId: own.candidateId as CandidateId, subjectId: noteId }, {}))
    return ok({ noteId })
  },
})
