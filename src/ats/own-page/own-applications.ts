import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { filesOf } from '../../documents/door.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { mailStates, threadsShownTo } from '../../messaging/door.ts'
import { clocks } from '../jobs/clock.ts'
import { leadsOf } from '../jobs/leads.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import type { Standing } from '../model/application.ts'
import { stepsOf, toldOf } from '../model/steps.ts'
import { countJobs } from '../postings/figures.sql.ts'
import { loadReasons } from '../reasons/reason.sql.ts'
import { loadOwnApplications, type OwnApplicationRow, openErasureRequest } from './own.sql.ts'
import { ownInterviewsOf } from './own-interviews.ts'
import { standingBefore } from './standing-before.sql.ts'

/** Everything a candidate may know of their applications: the truth, from the state the team works on. */
export const ownApplications = defineQuery({
  name: 'ats.ownApplications',
  says: 'A candidate’s own applications: steps, whose turn, what is promised, who decides, messages, files.',
  permission: ownRecord,
  input: z.strictObject({}),
  handle: async (tx) =>
    tx.actor.kind === 'candidate'
      ? ok(await ownRecordOf(tx, tx.actor.id))
      : refuse('not-allowed', 'Only on one’s own page.'),
})

/** The whole of what the own page and its download show of one person. */
export const ownRecordOf = async (tx: ReadTx, candidateId: CandidateId) => {
  const person = (await contactOf(tx, [candidateId])).get(candidateId)
  const rows = await tx.rows(loadOwnApplications(candidateId))
  const jobIds = [...new Set(rows.map((row) => row.jobId))]
  const stages = Map.groupBy(await tx.rows(loadStages(jobIds)), (stage) => stage.jobId)
  const leads = await leadsOf(tx, jobIds)
  const figures = new Map((await tx.rows(countJobs(jobIds, tx.now))).map((one) => [one.jobId, one]))
  const clockOf = await clocks(tx)
  const mails = await mailStates(
    tx,
    rows.flatMap((row) => (row.lastDecision?.mailKey ? [row.lastDecision.mailKey] : [])),
  )
  const hidden = rows.filter((row) => isUntold(row, mails))
  const before = new Map(
    (hidden.length > 0 ? await tx.rows(standingBefore(hidden.map((row) => row.lastDecision!.id))) : []).map(
      (row) => [row.applicationId, row.before],
    ),
  )
  const reasons = new Map((await tx.rows(loadReasons())).map((reason) => [reason.code, reason]))
  return {
    person: person
      ? {
          name: person.name,
          goesBy: person.goesBy,
          mail: person.mail,
          language: person.language,
          timeZone: person.timeZone,
        }
      : null,
    erasureAsked: (await tx.row(openErasureRequest(candidateId)))?.askedAt ?? null,
    applications: rows.map((row) => {
      const seen: Standing = before.get(row.applicationId) ?? row
      const people = leads.get(row.jobId) ?? []
      const counted = figures.get(row.jobId)
      return {
        applicationId: row.applicationId,
        job: {
          title: row.jobTitle,
          language: row.language,
          locations: row.locations,
          open: row.jobState === 'open',
        },
        office: clockOf(row.officeId),
        appliedAt: row.appliedAt,
        standing: toldOf(seen, tx.now),
        // A withdrawal's reason is the candidate's own; of ours only that there is one is told, by the mail.
        reason:
          seen.reasonSide === 'them' && seen.reasonCode ? (reasons.get(seen.reasonCode)?.says ?? null) : null,
        steps: stepsOf(stages.get(row.jobId) ?? [], seen, row.wentThrough),
        stillInProcess: seen.state === 'active' ? row.stillInProcess : null,
        contact: people[0] ?? null,
        people,
        promises: counted ? { kept: counted.promisesKept, due: counted.promisesDue } : null,
        answers: row.answers,
        may: {
          withdraw: seen.state === 'active',
          undoWithdrawal:
            seen.state === 'withdrawn' &&
            Boolean(row.lastDecision?.byCandidate) &&
            row.lastDecision?.kind === 'withdrawn',
          write: row.jobState !== 'closed' || seen.state === 'active',
        },
        stored: { source: row.source, postingId: row.postingId, postingVersion: row.postingVersion },
      }
    }),
    interviews: await ownInterviewsOf(tx, candidateId),
    messages: await threadsShownTo(tx, candidateId),
    files: await filesOf(tx, candidateId),
  }
}

/** A no becomes known by its mail, not before: until it leaves it can be undone. */
const isUntold = (row: OwnApplicationRow, mails: ReadonlyMap<string, string>): boolean =>
  row.lastDecision !== null &&
  ['rejected', 'closed'].includes(row.lastDecision.kind) &&
  row.lastDecision.mailKey !== null &&
  ['waiting', 'sending', 'blocked', 'failed'].includes(mails.get(row.lastDecision.mailKey) ?? '')
