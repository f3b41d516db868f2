import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { lockApplications } from '../applications/application.sql.ts'
import { knownPeople } from '../jobs/known-people.ts'
import { checkDecision, decisionOutcomes } from '../model/decision-record.ts'
import { decisionRecorded } from '../model/facts.ts'
import { applicationId, scorecardId, userId } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { insertDecisionRecord } from './decision-record.sql.ts'
import { interviewsOf, loadInterviewers } from './interview.sql.ts'
import { mayRead, scorecardsOf } from './scorecard.sql.ts'

/**
 * Writes down what a debrief came to: the question, the outcome, why, on which scorecards as they stand now, who
 * disagreed, who decided. It stays as written; a later decision stands beside it.
 */
export const recordDecision = defineCommand({
  name: 'ats.recordDecision',
  says: 'Records what a debrief decided, with its evidence, its reason, the dissent and the decider.',
  permission: decide,
  input: z.object({
    applicationId,
    question: z.string().trim().min(1).max(300).default('Do we make an offer?'),
    outcome: z.enum(decisionOutcomes),
    because: z.string().trim().min(1, 'Write why, from what the scorecards say.').max(4000),
    evidence: z.array(scorecardId).max(100),
    dissent: z.string().trim().max(4000).default(''),
    /** Why it does not wait for scorecards that are missing. */
    without: z.string().trim().max(1000).default(''),
    deciderId: userId,
  }),
  handle: async (tx, input) => {
    const [application] = await tx.rows(lockApplications(tx.actor, [input.applicationId]))
    if (!application) return refuse('not-found', 'There is no such application, or it is not yours to see.')
    if (!(await tx.row(mayRead(tx.actor, application.id)))?.mayRead)
      return refuse(
        'own-scorecard-first',
        'Send your own scorecard first: the others’ are closed until then.',
      )
    const decider = await knownPeople(tx, [input.deciderId])
    if (!decider.ok) return decider
    const interviews = (await tx.rows(interviewsOf(tx.actor, [application.id]))).filter(
      ({ cancelledAt }) => !cancelledAt,
    )
    const holders = await tx.rows(loadInterviewers(interviews.map(({ id }) => id)))
    const cards = await tx.rows(scorecardsOf(tx.actor, application.id))
    const names = new Map(
      (await loadUsers(tx, [...new Set(cards.map(({ authorId }) => authorId))])).map((user) => [
        user.id as string,
        user.name,
      ]),
    )
    const checked = checkDecision(
      input,
      cards.map(({ scorecardId: id, authorId, versions }) => ({
        scorecardId: id,
        authorName: names.get(authorId) ?? 'Somebody',
        recommendation: versions[0]!.recommendation!,
      })),
      holders.length - cards.length,
    )
    if (!checked.ok) return checked
    const recordId = newId()
    const evidence = cards
      .filter(({ scorecardId: id }) => input.evidence.includes(id))
      .map(({ scorecardId: id, versions }) => ({ scorecardId: id, version: versions[0]!.version }))
    await tx.change(
      insertDecisionRecord({
        id: recordId,
        applicationId: application.id,
        question: input.question,
        outcome: input.outcome,
        because: input.because,
        evidence,
        dissent: input.dissent || null,
        without: input.without || null,
        deciderId: input.deciderId,
        recordedBy: userIdOf(tx.actor),
        recordedAt: tx.now,
      }),
    )
    tx.record(
      decisionRecorded(
        {
          candidateId: application.candidateId,
          applicationId: application.id,
          jobId: application.jobId,
          subjectId: recordId,
        },
        { outcome: input.outcome, deciderId: input.deciderId, scorecards: evidence.length },
      ),
    )
    return ok({ recordId })
  },
})
