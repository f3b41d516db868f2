import { z } from 'zod'
import { grantSight, requireVisible, setRelationship, touchCandidates } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { clockOf } from '../jobs/clock.ts'
import { loadJob, refreshConfidential } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { applicationAdded } from '../model/facts.ts'
import { candidateId, jobId, stageId } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { promiseAfter } from '../model/promise.ts'
import { insertApplications } from './application.sql.ts'
import { activeAmong } from './transfer.sql.ts'

/** Puts people who are on record into the process of a job; who is in it already is left as they are. */
export const addApplications = defineCommand({
  name: 'ats.addApplications',
  says: 'Puts people on record into the process of a job.',
  permission: decide,
  input: z.object({
    jobId,
    candidateIds: z.array(candidateId).min(1).max(500),
    stageId: stageId.optional(),
    source: z.string().trim().min(1).max(60).default('team'),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    if (job.state === 'closed') return refuse('job-closed', 'This job is closed. Reopen it first.')
    const people = [...new Set(input.candidateIds)]
    const visible = await requireVisible(tx, people)
    if (!visible.ok) return visible
    const stages = await tx.rows(loadStages([job.id]))
    const stage = input.stageId ? stages.find((one) => one.id === input.stageId) : stages[0]
    if (!stage || stage.kind === 'hired')
      return refuse('no-stage', 'Choose a stage of that job before the hire.')
    const there = new Set((await tx.rows(activeAmong(job.id, people))).map((one) => one.candidateId))
    const { zone } = await clockOf(tx, job.officeId)
    const rows = people
      .filter((one) => !there.has(one))
      .map((one) => ({
        id: newId<ApplicationId>(),
        candidateId: one,
        jobId: job.id,
        postingId: null,
        postingVersion: null,
        stageId: stage.id,
        appliedAt: tx.now,
        answers: [],
        source: input.source,
        sourceDetail: null,
        turnSays: stage.candidateSays ?? stage.name,
        promisedFor: promiseAfter(tx.now, stage.promiseDays, zone),
        transferredFrom: null,
      }))
    const made = new Set(
      rows.length > 0 ? (await tx.rows(insertApplications(rows, tx.now))).map((row) => row.id) : [],
    )
    const added = rows.filter((row) => made.has(row.id))
    if (added.length === 0)
      return refuse('already-there', 'All of these people are in the process of this job already.')
    const ids = added.map((row) => row.candidateId)
    const team = new Set((await tx.rows(loadTeams([job.id]))).map((one) => one.userId))
    await grantSight(
      tx,
      ids.flatMap((one) => [...team].map((userId) => ({ userId, candidateId: one, because: job.id }))),
    )
    await setRelationship(
      tx,
      ids.map((one) => ({ candidateId: one, relationship: 'applicant' })),
    )
    await tx.rows(refreshConfidential(ids))
    await touchCandidates(tx, ids, { activity: true })
    tx.record(
      ...added.map((row) =>
        applicationAdded(
          { candidateId: row.candidateId, applicationId: row.id, jobId: job.id },
          { stageId: stage.id, source: input.source },
        ),
      ),
    )
    return ok({
      added: added.map((row) => ({ candidateId: row.candidateId, applicationId: row.id })),
      alreadyThere: people.length - added.length,
    })
  },
})
