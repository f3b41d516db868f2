import { loadUsers } from '../../accounts/door.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { appointmentsByIds } from '../../scheduling/door.ts'
import { interviewsOfCandidate, loadInterviewers } from '../interviews/interview.sql.ts'
import { mayChoose } from '../model/own-times.ts'

/** A candidate's interviews as they may know them: when, where and with whom, or that the time is theirs to choose. */
export const ownInterviewsOf = async (tx: ReadTx, candidateId: CandidateId) => {
  const interviews = await tx.rows(interviewsOfCandidate(candidateId))
  if (interviews.length === 0) return []
  const holders = await tx.rows(loadInterviewers(interviews.map(({ id }) => id)))
  const users = new Map(
    (await loadUsers(tx, [...new Set(holders.map(({ userId }) => userId))])).map((user) => [user.id, user]),
  )
  const places = new Map(
    (
      await appointmentsByIds(
        tx,
        interviews.flatMap(({ appointmentId }) => appointmentId ?? []),
      )
    ).map(({ id, place }) => [id, place]),
  )
  return interviews.map((one) => ({
    interviewId: one.id,
    applicationId: one.applicationId,
    name: one.name,
    minutes: one.minutes,
    startsAt: one.startsAt,
    place: places.get(one.appointmentId ?? '') ?? '',
    people: holders
      .filter(({ interviewId }) => interviewId === one.id)
      .flatMap(({ userId }) => users.get(userId)?.name ?? []),
    mayChoose: mayChoose(one, tx.now),
  }))
}
