import { z } from 'zod'
import { requireVisible } from '../candidates/door.ts'
import { candidateIds } from '../candidates/model/input.ts'
import { defineCommand } from '../kernel/command.ts'
import type { CandidateId, FileId } from '../kernel/model/id.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { newId } from '../kernel/new-id.ts'
import { putIntoRecord } from './attach-uploads.ts'
import { copyFiles, giveUploads, loadHeld, lockUploads } from './file.sql.ts'
import { fileAttached } from './model/facts.ts'
import { fileKinds } from './model/file.ts'
import { givingOf, keyOf } from './model/giving.ts'
import { addFiles as right } from './model/permissions.ts'
import { tokenHash } from './upload-token.ts'

/**
 * Gives uploaded files to people, each file to each of them. Who has the very file already keeps the one they
 * have, so that an act done twice is done once. The bytes lie in the file store once for all.
 */
export const addFiles = defineCommand({
  name: 'documents.addFiles',
  says: 'Gives uploaded files to people, each file to each of them; who has it already keeps the one.',
  permission: right,
  input: z.strictObject({
    candidateIds,
    uploads: z.array(z.string().min(20).max(100)).min(1).max(50),
    kind: z.enum(fileKinds).optional(),
  }),
  handle: async (tx, { candidateIds, uploads, kind }) => {
    const people = [...new Set(candidateIds)]
    const visible = await requireVisible(tx, people)
    if (!visible.ok) return visible
    const tokenOf = new Map(uploads.map((token) => [tokenHash(token), token]))
    if (people.length * tokenOf.size > mostAtOnce)
      return refuse('too-many', `At most ${mostAtOnce} files at once. Choose fewer people or fewer files.`)
    const found = await tx.rows(lockUploads([...tokenOf.keys()]))
    if (found.length === 0)
      return refuse('not-found', 'These uploads are no longer there. Upload the files again.')
    const files = found.map((file) => ({ ...file, kind: kind ?? file.kind }))
    if (people.length > 1 && files.some((file) => file.kind === 'resume'))
      return refuse('one-person', 'A résumé is one person’s. Give it to one person, or as another file.')

    const sha256s = files.map(({ sha256 }) => sha256)
    const { own, copies, had } = givingOf(people, files, await tx.rows(loadHeld(people, sha256s)))
    const rowOf = ({ file, candidateId }: (typeof own)[number], id: FileId) => ({ ...file, candidateId, id })
    const given = own.map((gift) => rowOf(gift, gift.file.id))
    const copied = copies.map((gift) => ({ ...rowOf(gift, newId<FileId>()), ofId: gift.file.id }))
    if (given.length > 0) await tx.change(giveUploads(given))
    if (copied.length > 0) await tx.change(copyFiles(copied))
    const added = [...given, ...copied]
    tx.record(
      ...added.map(({ id, candidateId, kind }) =>
        fileAttached({ candidateId: candidateId as CandidateId, subjectId: id }, { kind }),
      ),
    )
    for (const { id, kind, state } of given)
      if (kind === 'resume' && state === 'read') await putIntoRecord(tx, id)
    const idOf = new Map(added.map((one) => [keyOf(one.candidateId, one), one.id]))
    const shown = ({ hash, candidateId, id, kind }: (typeof given)[number]) => ({
      upload: tokenOf.get(hash)!,
      candidateId,
      id,
      kind,
    })
    return ok({
      files: added.map(shown),
      had: had.map((one) => shown(rowOf(one, one.heldId ?? idOf.get(keyOf(one.candidateId, one.file))!))),
    })
  },
})

const mostAtOnce = 10_000
