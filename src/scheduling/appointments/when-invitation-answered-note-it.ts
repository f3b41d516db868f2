import { defineReaction } from '../../kernel/reaction.ts'
import type { Answer } from '../model/appointment.ts'
import { noteAnswer } from './note-answer.ts'

/** A calendar's answer that came by mail stands beside the appointment. */
export const whenInvitationAnsweredNoteIt = defineReaction({
  name: 'when-invitation-answered-note-it',
  on: ['invitation.answered'],
  handle: async ({ about: { subjectId, candidateId }, particulars }, running) => {
    const { answer, sequence, userId } = particulars
    await running.run(noteAnswer, {
      appointmentId: subjectId!,
      sequence: Number(sequence),
      answer: answer as Answer,
      userId: userId as string | null,
      candidateId: candidateId ?? null,
    })
  },
})
