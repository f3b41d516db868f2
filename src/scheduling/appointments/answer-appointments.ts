import type { CandidateId } from '../../kernel/model/id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import type { Answer, AttendeeId } from '../model/appointment.ts'
import { appointmentAnswered } from '../model/facts.ts'
import { saveAnswers } from './attendee.sql.ts'

/** Notes who comes. Whoever is not asked, or said so already, changes nothing; nor does a cancelled appointment. */
export const answerAppointments = async (
  tx: WriteTx,
  answers: readonly (AttendeeId & { readonly appointmentId: string; readonly answer: Answer })[],
): Promise<{ answered: string[] }> => {
  const answered = await tx.rows(saveAnswers(answers, tx.now))
  for (const { appointmentId, userId, candidateId, answer } of answered)
    tx.record(
      appointmentAnswered(
        { subjectId: appointmentId, candidateId: candidateId as CandidateId | null },
        { answer, userId },
      ),
    )
  return { answered: [...new Set(answered.map(({ appointmentId }) => appointmentId))] }
}
