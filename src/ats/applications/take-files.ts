import { attachUploads } from '../../documents/door.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import type { Answer } from '../model/form.ts'
import { saveFiles } from './application.sql.ts'
import { type Applied, withOwnWords } from './sent-form.ts'

/** Claims the uploads; an application that came again keeps its first answers and gains the files. */
export const takeFiles = async (
  tx: WriteTx,
  input: Applied,
  answers: readonly Answer[],
  candidateId: CandidateId,
  applicationId: ApplicationId,
  isNew: boolean,
) => {
  const resume = input.resumeUpload
    ? await attachUploads(tx, [input.resumeUpload], { candidateId, applicationId, kind: 'resume' })
    : []
  const tokens = answers.flatMap((answer) =>
    answer.kind === 'file' && Array.isArray(answer.value) ? (answer.value as string[]) : [],
  )
  const others =
    tokens.length > 0 ? await attachUploads(tx, tokens, { candidateId, applicationId, kind: 'answer' }) : []
  const fileQuestions = answers.some((answer) => answer.kind === 'file')
  if (resume[0] || (isNew && fileQuestions))
    await tx.change(
      saveFiles(
        applicationId,
        resume[0]?.id ?? null,
        // The secrets of uploads are used up; what stays in the answer is which files came.
        isNew && fileQuestions
          ? withOwnWords(
              answers.map((answer) =>
                answer.kind === 'file'
                  ? { ...answer, value: answer.value === null ? null : others.map((file) => file.id) }
                  : answer,
              ),
              input,
            )
          : null,
      ),
    )
  return [...resume, ...others]
}
