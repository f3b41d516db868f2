import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { UserId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { scorecardSubmitted } from '../model/facts.ts'
import { type InterviewId, interviewId, type ScorecardId } from '../model/ids.ts'
import { interview as interviewRight } from '../model/permissions.ts'
import { checkScorecard, scorecardContent } from '../model/scorecard.ts'
import { aboutInterview } from './about-interview.ts'
import { type InterviewRow, loadInterviewers, loadInterviews } from './interview.sql.ts'
import { loadOwnScorecard, saveDraft, submitDraft } from './scorecard.sql.ts'

const input = z.object({ interviewId, content: scorecardContent })

/** Keeps a scorecard as it grows; until it is sent nobody else reads a word of it. */
export const saveScorecard = defineCommand({
  name: 'ats.saveScorecard',
  says: 'Keeps what an interviewer has written so far; only they read it.',
  permission: interviewRight,
  input,
  handle: async (tx, { interviewId: id, content }) => {
    const mine = await ownInterview(tx, id)
    if (!mine.ok) return mine
    // No fact: a draft is its author's until it is sent, and then the scorecard is asked about.
    await tx.tidy(
      saveDraft(newId<ScorecardId>(), { interviewId: id, authorId: mine.value.userId }, content, tx.now),
    )
    return ok({ savedAt: tx.now })
  },
})

/** Sends a scorecard. Sent again, with another word, it is a further version: the first stands beside it (R41). */
export const submitScorecard = defineCommand({
  name: 'ats.submitScorecard',
  says: 'Sends an interviewer’s scorecard; from then on they may read the others’.',
  permission: interviewRight,
  input,
  handle: async (tx, { interviewId: id, content }) => {
    const mine = await ownInterview(tx, id)
    if (!mine.ok) return mine
    const { interview, userId } = mine.value
    const checked = checkScorecard(content, interview, tx.now)
    if (!checked.ok) return checked
    const of = { interviewId: id, authorId: userId }
    const before = await tx.row(loadOwnScorecard(id, userId))
    if (before?.sent && isDeepStrictEqual(before.sent, content))
      return refuse('nothing-changed', 'It is in already, in these very words.')
    await tx.change(saveDraft(newId<ScorecardId>(), of, content, tx.now))
    const sent = (await tx.row(submitDraft(of, tx.now)))!
    tx.record(scorecardSubmitted(aboutInterview(interview), { version: sent.version }))
    return ok(sent)
  },
})

/** An interview that the actor holds. To whoever does not, it is as good as not there. */
export const ownInterview = async (
  tx: ReadTx,
  id: InterviewId,
): Promise<Result<{ readonly interview: InterviewRow; readonly userId: UserId }>> => {
  const userId = userIdOf(tx.actor)
  const interview = await tx.row(loadInterviews(tx.actor, [id]))
  const holders = await tx.rows(loadInterviewers([id]))
  return interview && userId && holders.some((one) => one.userId === userId)
    ? ok({ interview, userId })
    : refuse('not-found', 'There is no such interview, or it is not yours to hold.')
}
