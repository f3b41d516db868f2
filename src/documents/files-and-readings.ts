import { z } from 'zod'
import { requireVisible } from '../candidates/door.ts'
import { anyone, systemOnly } from '../kernel/model/permission.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { loadFile, loadFilesOf, loadHolders, loadReading, loadReadingByToken } from './file.sql.ts'
import { unreadableSays } from './model/file.ts'
import { addFiles, readFiles } from './model/permissions.ts'
import { tokenHash } from './upload-token.ts'

const gone = refuse('not-found', 'There is no such file, or you may not see it.')

/** A stored file that still waits to be read; null when it was read already. */
export const fileToRead = defineQuery({
  name: 'documents.fileToRead',
  says: 'A stored file that waits to be read.',
  permission: systemOnly,
  input: z.strictObject({ id: z.uuid() }),
  handle: async (tx, { id }) => {
    const file = await tx.row(loadFile(id))
    const waits = file && file.kind !== 'import' && (file.state === 'stored' || file.state === 'reading')
    return ok(waits ? file : null)
  },
})

/** One file of a person in sight, with where its bytes lie: for the edge that streams it. */
export const file = defineQuery({
  name: 'documents.file',
  says: 'One file of a person in sight.',
  permission: readFiles,
  input: z.strictObject({ id: z.uuid() }),
  handle: async (tx, { id }) => {
    const found = await tx.row(loadFile(id))
    if (!found?.candidateId) return gone
    const visible = await requireVisible(tx, [found.candidateId])
    if (!visible.ok) return gone
    const { storageKey: _, ...shown } = found
    return ok({ ...shown, says: found.unreadableReason ? unreadableSays(found.unreadableReason) : null })
  },
})

/** Where a file's bytes lie, for the product itself after it has asked `documents.file`. */
export const storedFile = defineQuery({
  name: 'documents.storedFile',
  says: 'Where a file’s bytes lie.',
  permission: systemOnly,
  input: z.strictObject({ id: z.uuid() }),
  handle: async (tx, { id }) => {
    const found = await tx.row(loadFile(id))
    return found ? ok(found) : gone
  },
})

/** All files of a person, newest first. */
export const filesOfCandidate = defineQuery({
  name: 'documents.filesOfCandidate',
  says: 'All files of a person, newest first.',
  permission: readFiles,
  input: z.strictObject({ candidateId: z.uuid() }),
  handle: async (tx, { candidateId }) => {
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    return ok((await tx.rows(loadFilesOf(candidateId))).map(({ storageKey: _, ...shown }) => shown))
  },
})

/** What was read from a file: text and structure with the spans they came from. */
export const reading = defineQuery({
  name: 'documents.reading',
  says: 'What was read from a file, beside its original.',
  permission: readFiles,
  input: z.strictObject({ id: z.uuid() }),
  handle: async (tx, { id }) => {
    const read = await tx.row(loadReading(id))
    if (!read?.candidateId) return gone
    const visible = await requireVisible(tx, [read.candidateId])
    if (!visible.ok) return gone
    return ok({ ...read, says: read.unreadableReason ? unreadableSays(read.unreadableReason) : null })
  },
})

/** What was read from an upload, for whoever holds its secret and only until it is attached. */
export const uploadReading = defineQuery({
  name: 'documents.uploadReading',
  says: 'What was read from an upload, for who holds its secret.',
  permission: anyone,
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  handle: async (tx, { token }) => {
    const read = await tx.row(loadReadingByToken(tokenHash(token)))
    if (!read) return refuse('not-found', 'This upload is no longer there. Choose the file again.')
    return ok({
      name: read.name,
      bytes: read.bytes,
      pages: read.pages,
      state: read.state,
      facts: read.facts,
      says: read.unreadableReason ? unreadableSays(read.unreadableReason) : null,
    })
  },
})

/** Which of the people have the very file of an upload already: asked before it is given to many. */
export const holdersOfUpload = defineQuery({
  name: 'documents.holdersOfUpload',
  says: 'Which of the people have the very file of an upload already.',
  permission: addFiles,
  input: z.strictObject({
    token: z.string().min(20).max(100),
    candidateIds: z.array(z.uuid()).min(1).max(200),
  }),
  handle: async (tx, { token, candidateIds }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    return ok((await tx.rows(loadHolders(tokenHash(token), candidateIds))).map(({ id }) => id))
  },
})
