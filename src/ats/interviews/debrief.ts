import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { appointmentsByIds } from '../../scheduling/door.ts'
import { loadApplication } from '../applications/application-page.sql.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { applicationId } from '../model/ids.ts'
import { stateOf } from '../model/interview.ts'
import { seeApplications } from '../model/permissions.ts'
import { decisionRecordsOf } from './decision-record.sql.ts'
import { interviewsOf, loadInterviewers } from './interview.sql.ts'
import { loadInterviewSteps } from './interview-step.sql.ts'
import { mayRead, scorecardsOf, sentBy } from './scorecard.sql.ts'

/**
 * The interviews of an applicant and what came of them, side by side. While the asker owes a scorecard, nothing of
 * the others’ is in the answer: neither their words nor whether they are in (R41).
 */
export const debrief = defineQuery({
  name: 'ats.debrief',
  says: 'The interviews of one applicant with their scorecards side by side and what was decided on them.',
  permission: seeApplications,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const application = await tx.row(loadApplication(tx.actor, input.applicationId))
    if (!application) return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const me = userIdOf(tx.actor)
    const reads = (await tx.row(mayRead(tx.actor, application.id)))?.mayRead ?? false
    const interviews = await tx.rows(interviewsOf(tx.actor, [application.id]))
    const holders = await tx.rows(loadInterviewers(interviews.map(({ id }) => id)))
    const sent = (await tx.rows(sentBy([application.id]))).filter(({ authorId }) => reads || authorId === me)
    const isIn = (interviewId: string, userId: string) =>
      sent.some((card) => card.interviewId === interviewId && card.authorId === userId)
    const cards = await tx.rows(scorecardsOf(tx.actor, application.id))
    const records = await tx.rows(decisionRecordsOf(tx.actor, application.id))
    const steps = await tx.rows(loadInterviewSteps([application.jobId]))
    const team = await tx.rows(loadTeams([application.jobId]))
    const appointments = new Map(
      (
        await appointmentsByIds(
          tx,
          interviews.flatMap(({ appointmentId }) => appointmentId ?? []),
        )
      ).map((one) => [one.id, one]),
    )
    const users = new Map(
      (
        await loadUsers(tx, [
          ...new Set<string>([
            ...holders.map(({ userId }) => userId),
            ...cards.map(({ authorId }) => authorId),
            ...records.flatMap(({ deciderId, recordedBy }) => [deciderId, recordedBy ?? deciderId]),
            ...team.map(({ userId }) => userId),
          ]),
        ])
      ).map((user) => [user.id as string, user]),
    )
    const nameOf = (id: string) => users.get(id)?.name ?? ''
    const open = interviews.filter(({ cancelledAt }) => !cancelledAt)
    return ok({
      applicationId: application.id,
      candidateId: application.candidateId,
      name: (await contactOf(tx, [application.candidateId])).get(application.candidateId)?.name ?? '',
      state: application.state,
      jobId: application.jobId,
      jobTitle: application.jobTitle,
      stageName: application.stageName,
      /** What the plan has and this applicant has not yet. */
      toPlan: steps.filter(({ id }) => !open.some(({ stepId }) => stepId === id)),
      team: [...new Set(team.map(({ userId }) => userId))].flatMap((userId) =>
        users.get(userId)?.disabledAt === null ? [{ userId, name: nameOf(userId) }] : [],
      ),
      interviews: interviews.map((one) => {
        const own = holders.filter(({ interviewId }) => interviewId === one.id)
        const appointment = one.appointmentId ? appointments.get(one.appointmentId) : undefined
        const missing = own.filter(({ userId }) => !isIn(one.id, userId)).length
        return {
          id: one.id,
          stepId: one.stepId,
          name: one.name,
          kind: one.kind,
          minutes: one.minutes,
          attributes: one.attributes,
          startsAt: one.startsAt,
          endsAt: one.endsAt,
          zone: appointment?.zone ?? null,
          place: appointment?.place ?? null,
          state: stateOf(one, reads ? missing : null, tx.now),
          interviewers: own.map(({ userId }) => ({
            userId,
            name: nameOf(userId),
            answer: appointment?.attendees.find((each) => each.userId === userId)?.answer ?? null,
            /** Null where one may not know. */
            isIn: reads || userId === me ? isIn(one.id, userId) : null,
          })),
        }
      }),
      /** What I owe: until it is in, the rest is closed. */
      owed: open
        .filter(({ id }) =>
          holders.some(({ interviewId, userId }) => interviewId === id && userId === me && !isIn(id, me)),
        )
        .map(({ id, name }) => ({ interviewId: id, name })),
      mayRead: reads,
      scorecards: cards.map((card) => ({
        ...card,
        authorName: nameOf(card.authorId),
        /** Others' stood open to its author before they joined: it was not written unread (R41). */
        couldRead: holders.some(
          (one) => one.couldRead && one.interviewId === card.interviewId && one.userId === card.authorId,
        ),
      })),
      records: records.map((record) => ({
        ...record,
        deciderName: nameOf(record.deciderId),
        recordedByName: record.recordedBy ? nameOf(record.recordedBy) : null,
      })),
    })
  },
})
