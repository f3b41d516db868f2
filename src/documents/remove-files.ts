import { z } from 'zod'
import { requireVisible } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import type { CandidateId } from '../kernel/model/id.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { loadGiven, takeFromPeople } from './file.sql.ts'
import { fileTakenBack } from './model/facts.ts'
import { addFiles } from './model/permissions.ts'

/**
 * Takes files from people that were given to them by mistake. What the record was read from, what an application
 * was sent with and what came by mail stays: others rely on it. The bytes go with a night to come.
 */
export const removeFiles = defineCommand({
  name: 'documents.removeFiles',
  says: 'Takes files from people that were given to them by mistake; résumés and what they sent stay.',
  permission: addFiles,
  input: z.strictObject({ fileIds: z.array(z.uuid()).min(1).max(10_000) }),
  handle: async (tx, { fileIds }) => {
    const asked = [...new Set(fileIds)]
    const files = await tx.rows(loadGiven(asked))
    const visible = await requireVisible(
      tx,
      files.map(({ candidateId }) => candidateId),
    )
    if (!visible.ok || files.length < asked.length)
      return refuse('not-found', 'There is no such file, or you may not see it.')
    const isOurs = tx.actor.kind === 'system'
    if (files.some(({ kind }) => kind !== 'other' && !(isOurs && kind === 'mail-attachment')))
      return refuse('relied-on', 'A résumé, and what somebody sent us, can’t be taken back.')
    await tx.change(takeFromPeople(asked))
    tx.record(
      ...files.map(({ id, candidateId, kind }) =>
        fileTakenBack({ candidateId: candidateId as CandidateId, subjectId: id }, { kind }),
      ),
    )
    return ok({ removed: files.map(({ id }) => id) })
  },
})
