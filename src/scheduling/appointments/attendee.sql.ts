import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { Attendee } from '../model/appointment.ts'

type AnswerRow = Attendee & { readonly appointmentId: string }

export const saveAnswers = (answers: readonly object[], at: Instant): Statement<AnswerRow> => sql<AnswerRow>`
  update scheduling.attendee a set answer = n.answer, answered_at = ${at}
  from (select * from ${jsonRows(answers, '"appointmentId" uuid, "userId" uuid, "candidateId" uuid, answer text')}) n
  join scheduling.appointment p on p.id = n."appointmentId" and p.state = 'booked'
  where a.appointment_id = p.id and (a.user_id = n."userId" or a.candidate_id = n."candidateId") and a.answer <> n.answer
  returning a.appointment_id as "appointmentId", a.user_id as "userId", a.candidate_id as "candidateId", a.answer`

/** Where both records are asked to one appointment, the survivor’s answer counts and the other waits. */
export const moveForMerge = (from: string, to: string, mergeId: string): Statement<unknown> => sql`
  update scheduling.attendee a set candidate_id = ${to}, merge_id = coalesce(merge_id, ${mergeId}::uuid)
  where candidate_id = ${from} and not exists (select from scheduling.attendee other
    where other.appointment_id = a.appointment_id and other.candidate_id = ${to})`

export const moveBackFromMerge = (
  to: string,
  mergeId: string,
  within: readonly string[],
): Statement<unknown> => sql`
  update scheduling.attendee set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
  where merge_id = any(${[mergeId, ...within]}::uuid[])`
