import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { UserId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { interviewersChanged } from '../model/facts.ts'
import { interviewId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { aboutInterview, calledOff, noSuchInterview } from './about-interview.ts'
import { couldReadBefore } from './could-read.ts'
import { loadInterviewers, lockInterviews, saveInterviewers } from './interview.sql.ts'
import { interviewerIds } from './plan-interviews.ts'
import { sentBy } from './scorecard.sql.ts'
import { notOnTeam } from './set-interview-plan.ts'

/** Changes who holds interviews. Whoever has sent a scorecard stays: what they found is on record. */
export const setInterviewers = defineCommand({
  name: 'ats.setInterviewers',
  says: 'Says who holds interviews that are planned.',
  permission: arrangeInterviews,
  input: z.object({
    interviews: z.array(z.object({ interviewId, interviewerIds })).min(1).max(200),
  }),
  handle: async (tx, input) => {
    const wanted = new Map(input.interviews.map((one) => [one.interviewId, one.interviewerIds]))
    const interviews = await tx.rows(lockInterviews(tx.actor, [...wanted.keys()]))
    if (interviews.length < wanted.size) return noSuchInterview
    if (interviews.some(({ cancelledAt }) => cancelledAt)) return calledOff
    if (interviews.some(({ appointmentId }) => appointmentId))
      return refuse('has-a-time', 'It has a time already. Call it off and plan it anew with whoever is free.')
    const teams = Map.groupBy(
      await tx.rows(loadTeams([...new Set(interviews.map(({ jobId }) => jobId))])),
      ({ jobId }) => jobId,
    )
    const before = Map.groupBy(
      await tx.rows(loadInterviewers([...wanted.keys()])),
      ({ interviewId: id }) => id,
    )
    const sent = await tx.rows(sentBy([...new Set(interviews.map((one) => one.applicationId))]))
    const changes = []
    for (const one of interviews) {
      const after = new Set<UserId>(wanted.get(one.id)!)
      const was = new Set<UserId>(before.get(one.id)?.map((each) => each.userId))
      const team = new Set(teams.get(one.jobId)?.map((each) => each.userId))
      const added = [...after.difference(was)]
      if (added.some((id) => !team.has(id))) return notOnTeam
      const removed = [...was.difference(after)]
      if (sent.some((card) => card.interviewId === one.id && removed.includes(card.authorId)))
        return refuse('scorecard-is-in', 'Whoever has sent a scorecard stays with the interview.')
      changes.push({ one, added, removed })
    }
    if (changes.every(({ added, removed }) => added.length + removed.length === 0)) return ok({ changed: 0 })
    const holding = interviews.flatMap(({ id, applicationId }) =>
      [...new Set(wanted.get(id))].map((userId) => ({ interviewId: id, applicationId, userId })),
    )
    const couldRead = await couldReadBefore(tx, holding)
    await tx.change(
      saveInterviewers(
        [...wanted.keys()],
        holding.map((one) => ({ ...one, couldRead: couldRead(one) })),
      ),
    )
    tx.record(
      ...changes.map(({ one, added, removed }) =>
        interviewersChanged(aboutInterview(one), { added, removed }),
      ),
    )
    await notifyUsers(
      tx,
      changes.flatMap(({ one, added }) =>
        added.map((id) => ({ userId: id, kind: 'interview', ...aboutInterview(one) })),
      ),
    )
    return ok({ changed: changes.length })
  },
})
