import { z } from 'zod'
import { grantSight } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { clockOf } from '../jobs/clock.ts'
import { loadJob, refreshConfidential } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { transfer } from '../model/decide.ts'
import { applicationAdded } from '../model/facts.ts'
import { applicationIds, jobId, stageId } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { promiseAfter } from '../model/promise.ts'
import { insertApplications, lockApplications } from './application.sql.ts'
import { answerOf, followRelationship, settle } from './decide-on-many.ts'
import { activeAmong, answersOf } from './transfer.sql.ts'

/** Ends applications here and goes on with them as applications for another job, with what the people sent. */
export const transferApplications = defineCommand({
  name: 'ats.transferApplications',
  says: 'Goes on with applications on another job; the history stays on both.',
  permission: decide,
  input: z.object({ applicationIds, toJobId: jobId, stageId: stageId.optional() }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.toJobId))
    if (!job) return noSuchJob
    if (job.state === 'closed') return refuse('job-closed', 'That job is closed. Reopen it first.')
    const stages = await tx.rows(loadStages([job.id]))
    const stage = input.stageId ? stages.find((one) => one.id === input.stageId) : stages[0]
    if (!stage || stage.kind === 'hired')
      return refuse('no-stage', 'Choose a stage of that job before the hire.')
    const ids = [...new Set(input.applicationIds)]
    const applications = await tx.rows(lockApplications(tx.actor, ids))
    const there = new Set(
      (
        await tx.rows(
          activeAmong(
            job.id,
            applications.map((one) => one.candidateId),
          ),
        )
      ).map((one) => one.candidateId),
    )
    const target = new Map(applications.map((one) => [one.id, newId<ApplicationId>()]))
    const decided = await settle(tx, ids, applications, {
      kind: 'transferred',
      createdFor: (one) => target.get(one.id)!,
      decide: (one, it) =>
        there.has(one.candidateId)
          ? {
              ok: false,
              refusal: {
                code: 'already-there',
                says: 'This person has an active application for that job already.',
              },
            }
          : transfer(one, { jobId: job.id, applicationId: target.get(one.id)! }, it),
    })
    if (!decided.ok) return decided
    const { made } = decided.value
    const sent = new Map(
      (await tx.rows(answersOf(made.map((one) => one.application.id)))).map((row) => [row.id, row]),
    )
    const { zone } = await clockOf(tx, job.officeId)
    await tx.rows(
      insertApplications(
        made.map(({ application }) => ({
          ...sent.get(application.id)!,
          id: target.get(application.id)!,
          candidateId: application.candidateId,
          jobId: job.id,
          stageId: stage.id,
          appliedAt: application.appliedAt,
          postingId: application.postingId,
          postingVersion: application.postingVersion,
          turnSays: stage.candidateSays ?? stage.name,
          promisedFor: promiseAfter(tx.now, stage.promiseDays, zone),
          transferredFrom: application.id,
        })),
        tx.now,
      ),
    )
    const people = made.map((one) => one.application.candidateId)
    const team = new Set((await tx.rows(loadTeams([job.id]))).map((one) => one.userId))
    await grantSight(
      tx,
      people.flatMap((candidateId) => [...team].map((userId) => ({ userId, candidateId, because: job.id }))),
    )
    await tx.rows(refreshConfidential(people))
    await followRelationship(tx, people)
    tx.record(
      ...made.map(({ application }) =>
        applicationAdded(
          { candidateId: application.candidateId, applicationId: target.get(application.id)!, jobId: job.id },
          { stageId: stage.id, source: 'transfer' },
        ),
      ),
    )
    return ok({
      ...answerOf(decided.value),
      created: made.map(({ application }) => ({
        from: application.id,
        applicationId: target.get(application.id)!,
      })),
    })
  },
})
