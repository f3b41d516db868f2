import { saveResumeFacts } from '../candidates/door.ts'
import type { ApplicationId, CandidateId, FileId } from '../kernel/model/id.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { claimUploads, loadReading } from './file.sql.ts'
import { fileAttached } from './model/facts.ts'
import type { FileKind } from './model/file.ts'
import type { ResumeFacts } from './model/resume.ts'
import { tokenHash } from './upload-token.ts'

/**
 * Gives uploads to a person by the secrets handed out with them. A secret that is unknown or used is left
 * out. What was already read from a résumé goes into the record; the rest follows when it is read.
 */
export const attachUploads = async (
  tx: WriteTx,
  tokens: readonly string[],
  to: {
    readonly candidateId: CandidateId
    readonly applicationId?: ApplicationId | null
    readonly kind?: FileKind
  },
): Promise<{ id: FileId; kind: FileKind }[]> => {
  if (tokens.length === 0) return []
  const files = await tx.rows(
    claimUploads(tokens.map(tokenHash), {
      candidateId: to.candidateId,
      applicationId: to.applicationId ?? null,
      kind: to.kind ?? null,
    }),
  )
  for (const file of files) {
    tx.record(
      fileAttached(
        { candidateId: to.candidateId, applicationId: to.applicationId ?? null, subjectId: file.id },
        { kind: file.kind },
      ),
    )
    if (file.kind === 'resume' && file.state === 'read') await putIntoRecord(tx, file.id)
  }
  return files
}

/** What was read from a person's résumé becomes résumé facts and searchable text of the record. */
export const putIntoRecord = async (tx: WriteTx, fileId: FileId): Promise<void> => {
  const read = await tx.row(loadReading(fileId))
  if (read?.candidateId && read.kind === 'resume' && read.facts) {
    const facts = read.facts as ResumeFacts
    await saveResumeFacts(
      tx,
      read.candidateId as CandidateId,
      fileId,
      { ...facts, location: facts.location?.text },
      read.text ?? '',
    )
  }
}
