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
  // Each question takes its own uploads, so that two of them never mix up their files.
  const answered = new Map<string, Awaited<ReturnType<typeof attachUploads>>>()
  for (const { kind, value, questionId } of answers)
    if (kind === 'file' && Array.isArray(value))
      answered.set(
        questionId,
        await attachUploads(tx, value as string[], { candidateId, applicationId, kind: 'answer' }),
      )
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
                  ? { ...answer, value: answered.get(answer.questionId)?.map((file) => file.id) ?? null }
                  : answer,
              ),
              input,
            )
          : null,
      ),
    )
  return [...resume, ...[...answered.values()].flat()]
}
