import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { answers } from '../model/appointment.ts'
import { answerAppointments } from './answer-appointments.ts'
import { appointmentsByIds } from './appointments-by-ids.ts'

/** Keeps what somebody’s calendar answered; an answer to a time that was changed since is none (RFC 5546, section 2.1.5). */
export const noteAnswer = defineCommand({
  name: 'scheduling.noteAnswer',
  says: 'Keeps whether somebody comes, as their calendar answered.',
  permission: systemOnly,
  input: z.strictObject({
    appointmentId: z.uuid(),
    sequence: z.int().min(0),
    answer: z.enum(answers),
    userId: z.uuid().nullable(),
    candidateId: z.uuid().nullable(),
  }),
  handle: async (tx, { appointmentId, sequence, answer, userId, candidateId }) => {
    const [appointment] = await appointmentsByIds(tx, [appointmentId])
    if (!appointment || sequence < appointment.sequence) return ok({ answered: [] })
    const who = userId ? { userId } : candidateId ? { candidateId } : undefined
    return ok(who ? await answerAppointments(tx, [{ ...who, appointmentId, answer }]) : { answered: [] })
  },
})
