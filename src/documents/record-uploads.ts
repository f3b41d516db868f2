import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import type { FileId } from '../kernel/model/id.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { insertFiles } from './file.sql.ts'
import { fileQuarantined, fileStored } from './model/facts.ts'
import { fileKinds, largestFile, shownName } from './model/file.ts'

/**
 * Takes note of originals that the edge has put into the file store. They belong to nobody yet: only who
 * holds the secret whose hash is given can attach them (R12). Only the edge that stored the bytes may say so:
 * a caller who named a storage key would name somebody else's file.
 */
export const recordUploads = defineCommand({
  name: 'documents.recordUploads',
  says: 'Takes note of uploaded originals. Use POST /files, which stores the bytes and calls this.',
  permission: systemOnly,
  input: z.strictObject({
    by: z.strictObject({
      kind: z.enum(['user', 'candidate', 'visitor', 'system']),
      userId: z.uuid().nullable(),
    }),
    files: z
      .array(
        z.strictObject({
          id: z.uuid(),
          kind: z.enum(fileKinds),
          name: z.string().max(1000),
          mediaType: z.string().max(200),
          bytes: z.int().min(0).max(largestFile),
          sha256: z.string().length(64),
          storageKey: z.string().max(200),
          tokenHash: z.string().length(64),
          quarantinedFor: z.string().max(200).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  handle: async (tx, { by, files }) => {
    await tx.change(
      insertFiles(
        files.map((file) => ({
          id: file.id as FileId,
          kind: file.kind,
          name: shownName(file.name),
          media_type: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
          storage_key: file.storageKey,
          state: file.quarantinedFor ? 'quarantined' : 'stored',
          uploaded_at: tx.now,
          uploaded_by_kind: by.kind,
          uploaded_by: by.userId,
          upload_token_hash: file.tokenHash,
          candidate_id: null,
          application_id: null,
        })),
      ),
    )
    for (const file of files)
      tx.record(
        file.quarantinedFor
          ? fileQuarantined({ subjectId: file.id }, { found: 'malware' })
          : fileStored(
              { subjectId: file.id },
              { kind: file.kind, bytes: file.bytes, mediaType: file.mediaType },
            ),
      )
    return ok(null)
  },
})
