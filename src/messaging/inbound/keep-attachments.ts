import { z } from 'zod'
import { standingOf } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { attachmentsKept } from '../model/facts.ts'
import { loadUnkept, saveKept } from './found.sql.ts'

/** Mails whose files are not with their person yet. */
export const unkeptAttachments = defineQuery({
  name: 'messaging.unkeptAttachments',
  says: 'Mails whose files are not with their person yet.',
  permission: systemOnly,
  input: z.strictObject({ subjectId: z.uuid() }),
  handle: async (tx, { subjectId }) => ok(await tx.rows(loadUnkept(subjectId))),
})

/** Keeps which file of the person each attachment became; answers files of a mail that is not theirs any more. */
export const noteKeptAttachments = defineCommand({
  name: 'messaging.noteKeptAttachments',
  says: 'Keeps which file of the person each attachment of a mail became.',
  permission: systemOnly,
  input: z.strictObject({
    messageId: z.uuid(),
    candidateId: z.uuid(),
    files: z.array(z.strictObject({ id: z.uuid(), fileId: z.uuid().nullable() })).max(200),
  }),
  handle: async (tx, { messageId, candidateId, files }) => {
    // A merge meanwhile took the files along with the mail; who took the mail back left them behind.
    const owner = (await standingOf(tx, [candidateId])).get(candidateId)?.standsAs ?? candidateId
    const kept = new Set((await tx.rows(saveKept(owner, files))).map(({ id }) => id))
    tx.record(attachmentsKept({ candidateId, subjectId: messageId } as About, { count: kept.size }))
    return ok({ astray: files.flatMap(({ id, fileId }) => (fileId && !kept.has(id) ? [fileId] : [])) })
  },
})
