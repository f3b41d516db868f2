import type { CandidateId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { resumeFactsSaved } from '../model/facts.ts'
import { fillCandidates } from '../record/candidate.sql.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { editedKinds, replaceResumeFacts } from './resume-fact.sql.ts'

/** What a résumé says, as `documents` reads it. */
export interface ResumeFactsRead {
  readonly employments?: readonly {
    readonly employer?: string
    readonly title?: string
    readonly start?: string
    readonly end?: string
    readonly summary?: string
  }[]
  readonly education?: readonly {
    readonly school?: string
    readonly degree?: string
    readonly field?: string
    readonly start?: string
    readonly end?: string
  }[]
  readonly skills?: readonly { readonly name: string }[]
  readonly languages?: readonly { readonly name: string; readonly level?: string }[]
  readonly location?: string
  readonly language?: string
}

/**
 * Puts what was read from a résumé on the record and its text into search. It replaces what an earlier file
 * said, never what a person edited, and fills title, company and place only where they are empty.
 */
export const saveResumeFacts = async (
  tx: WriteTx,
  candidateId: string,
  fileId: string | null,
  facts: ResumeFactsRead,
  resumeText: string,
): Promise<void> => {
  const edited = new Set((await tx.rows(editedKinds(candidateId))).map(({ kind }) => kind))
  const read = [
    ...(facts.employments ?? []).map((content, position) => ({
      kind: 'employment' as const,
      position,
      content,
    })),
    ...(facts.education ?? []).map((content, position) => ({
      kind: 'education' as const,
      position,
      content,
    })),
    ...(facts.skills ?? []).map((content, position) => ({ kind: 'skill' as const, position, content })),
    ...(facts.languages ?? []).map((content, position) => ({ kind: 'language' as const, position, content })),
  ]
  const rows = read.filter(({ kind }) => !edited.has(kind)).map((row) => ({ id: newId(), ...row }))
  await tx.change(replaceResumeFacts(candidateId, fileId, rows))
  const now = facts.employments?.[0]
  await tx.change(
    fillCandidates(
      [
        {
          id: candidateId,
          title: now?.title,
          company: now?.employer,
          location: facts.location,
          language: facts.language,
        },
      ],
      tx.now,
    ),
  )
  await refreshSearch(tx, [candidateId], new Map([[candidateId, resumeText]]))
  tx.record(
    resumeFactsSaved(
      { candidateId: candidateId as CandidateId, subjectId: fileId },
      { fileId, rows: rows.length },
    ),
  )
}
