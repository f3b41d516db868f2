import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { interviewId } from '../model/ids.ts'
import { stateOf } from '../model/interview.ts'
import { interview as interviewRight } from '../model/permissions.ts'
import { emptyScorecard } from '../model/scorecard.ts'
import { loadInterviewers } from './interview.sql.ts'
import { loadOwnScorecard, mayRead } from './scorecard.sql.ts'
import { ownInterview } from './write-scorecard.ts'

/** One’s own scorecard with the kit: what is asked, what is rated, what was written so far. Nothing of others’. */
export const scorecard = defineQuery({
  name: 'ats.scorecard',
  says: 'One’s own scorecard of an interview with its kit; whether the others’ are open by now.',
  permission: interviewRight,
  input: z.object({ interviewId }),
  handle: async (tx, input) => {
    const mine = await ownInterview(tx, input.interviewId)
    if (!mine.ok) return mine
    const { interview, userId } = mine.value
    const card = await tx.row(loadOwnScorecard(interview.id, userId))
    const holders = await tx.rows(loadInterviewers([interview.id]))
    const people = await contactOf(tx, [interview.candidateId])
    const {
      id,
      name,
      kind,
      minutes,
      kit,
      attributes,
      startsAt,
      endsAt,
      applicationId,
      candidateId,
      jobTitle,
    } = interview
    return ok({
      interview: { id, name, kind, minutes, kit, attributes, startsAt, endsAt },
      state: stateOf(interview, card?.submittedAt && holders.length === 1 ? 0 : null, tx.now),
      applicationId,
      candidateId,
      candidateName: people.get(candidateId)?.name ?? '',
      jobTitle,
      others: (
        await loadUsers(
          tx,
          holders.flatMap((one) => (one.userId === userId ? [] : [one.userId])),
        )
      ).map((user) => ({ userId: user.id, name: user.name })),
      content: card?.draft ?? emptyScorecard,
      sent: card?.sent ?? null,
      version: card?.version ?? 0,
      savedAt: card?.savedAt ?? null,
      submittedAt: card?.submittedAt ?? null,
      /** Whether the debrief opens to me: nothing of mine is owed on this applicant. */
      othersOpen: (await tx.row(mayRead(tx.actor, applicationId)))?.mayRead ?? false,
    })
  },
})
