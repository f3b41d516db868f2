import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import type { CandidateId, FileId } from '../kernel/model/id.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { putIntoRecord } from './attach-uploads.ts'
import { loadReading, lockFile, saveReading } from './file.sql.ts'
import { fileRead } from './model/facts.ts'

/** Keeps what was read from a file beside its original; a résumé's reading goes on into the person's record. */
export const recordReading = defineCommand({
  name: 'documents.recordReading',
  says: 'Keeps what was read from a file beside its original.',
  permission: systemOnly,
  input: z.strictObject({
    fileId: z.uuid(),
    reading: z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        text: z.string(),
        facts: z.unknown(),
        pages: z.int().nullable(),
        language: z.string().nullable(),
      }),
      z.strictObject({ ok: z.literal(false), reason: z.string().max(50) }),
    ]),
    ms: z.number(),
  }),
  handle: async (tx, { fileId, reading, ms }) => {
    await tx.row(lockFile(fileId))
    const file = await tx.row(loadReading(fileId))
    if (!file) return refuse('not-found', 'This file is not there any more.')
    // PostgreSQL's text holds no NUL; a PDF's may.
    const text = reading.ok ? reading.text.replaceAll('\0', '') : null
    const changed = await tx.change(
      saveReading(fileId, {
        state: reading.ok ? 'read' : 'unreadable',
        reason: reading.ok ? null : reading.reason,
        text,
        facts: reading.ok ? (reading.facts ?? null) : null,
        pages: reading.ok ? reading.pages : null,
        language: reading.ok ? reading.language : null,
        at: tx.now,
      }),
    )
    if (changed === 0) return ok({ again: true })
    tx.record(
      fileRead(
        { candidateId: file.candidateId as CandidateId | null, subjectId: fileId },
        {
          outcome: reading.ok ? 'read' : 'unreadable',
          reason: reading.ok ? null : reading.reason,
          ms: Math.round(ms),
          pages: reading.ok ? reading.pages : null,
        },
      ),
    )
    await putIntoRecord(tx, fileId as FileId)
    return ok({ again: false })
  },
})
