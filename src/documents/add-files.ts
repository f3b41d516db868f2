import { z } from 'zod'
import { requireVisible } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import type { CandidateId } from '../kernel/model/id.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { attachUploads } from './attach-uploads.ts'
import { fileKinds } from './model/file.ts'
import { addFiles as right } from './model/permissions.ts'

/** Gives uploaded files to a person. */
export const addFiles = defineCommand({
  name: 'documents.addFiles',
  says: 'Gives uploaded files to a person.',
  permission: right,
  input: z.strictObject({
    candidateId: z.uuid(),
    uploads: z.array(z.string().min(20).max(100)).min(1).max(50),
    kind: z.enum(fileKinds).optional(),
  }),
  handle: async (tx, { candidateId, uploads, kind }) => {
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    const files = await attachUploads(tx, uploads, {
      candidateId: candidateId as CandidateId,
      ...(kind ? { kind } : {}),
    })
    if (files.length === 0)
      return refuse('not-found', 'These uploads are no longer there. Upload the files again.')
    return ok({ files })
  },
})
