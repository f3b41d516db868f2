import { z } from 'zod'
import { grantSight, revokeSight } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { jobChanged, jobStagesChanged, jobTeamChanged } from '../model/facts.ts'
import { jobId } from '../model/ids.ts'
import { jobPlan, teamMember } from '../model/job.ts'
import { manageJobs } from '../model/permissions.ts'
import { checkStages, stagePlan } from '../model/stage.ts'
import { lockJob, refreshConfidentialOfJob, saveJob } from './job.sql.ts'
import { knownOffice, knownPeople } from './known-people.ts'
import { noSuchJob } from './not-found.ts'
import { loadStages, saveStages, stagesInUse } from './stage.sql.ts'
import { candidatesOfJob, loadTeams, saveTeam } from './team.sql.ts'

/** Changes the plan of a job; what isn't given stays. Applications keep the posting they answered (R40). */
export const changeJob = defineCommand({
  name: 'ats.changeJob',
  says: 'Changes what a job is: title, place, outcomes, attributes, pay, promise, confidentiality.',
  permission: manageJobs,
  // Defaults of the plan must not overwrite what isn't given.
  input: z.object({ jobId, change: withoutDefaults() }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    if (job.payHidden && input.change.pay !== undefined)
      return refuse('not-allowed', 'You can’t change a pay that you may not see.')
    const office = await knownOffice(tx, input.change.officeId)
    if (!office.ok) return office
    const fields = Object.keys(input.change).filter(
      (field) => input.change[field as keyof typeof input.change] !== undefined,
    )
    await tx.change(saveJob({ ...job, ...defined(input.change), id: job.id, now: tx.now }))
    if (input.change.confidential !== undefined && input.change.confidential !== job.confidential)
      await tx.rows(refreshConfidentialOfJob(job.id))
    tx.record(jobChanged({ jobId: job.id }, { fields }))
    return ok({ jobId: job.id })
  },
})

/** Replaces the team; who joins sees the job's candidates at once, who leaves stops seeing them. */
export const setTeam = defineCommand({
  name: 'ats.setTeam',
  says: 'Says who is on the team of a job, in which role, and who leads.',
  permission: manageJobs,
  input: z.object({ jobId, team: z.array(teamMember).min(1).max(100) }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const people = await knownPeople(
      tx,
      input.team.map((one) => one.userId),
    )
    if (!people.ok) return people
    const before = new Set((await tx.rows(loadTeams([job.id]))).map((one) => one.userId))
    const after = new Set(input.team.map((one) => one.userId))
    await tx.change(saveTeam(job.id, input.team))
    const added = [...after.difference(before)]
    const removed = [...before.difference(after)]
    const candidates = added.length > 0 ? await tx.rows(candidatesOfJob(job.id)) : []
    if (candidates.length > 0)
      await grantSight(
        tx,
        added.flatMap((userId) =>
          candidates.map(({ candidateId }) => ({ userId, candidateId, because: job.id })),
        ),
      )
    if (removed.length > 0)
      await revokeSight(
        tx,
        removed.map((userId) => ({ userId, because: job.id })),
      )
    tx.record(jobTeamChanged({ jobId: job.id }, { added, removed }))
    return ok({ added: added.length, removed: removed.length })
  },
})

/** Replaces the pipeline: add, rename, reorder; a stage in which anybody stands or stood stays. */
export const setStages = defineCommand({
  name: 'ats.setStages',
  says: 'Says which stages a job has, in which order.',
  permission: manageJobs,
  input: z.object({ jobId, stages: z.array(stagePlan).min(2).max(20) }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const checked = checkStages(input.stages)
    if (!checked.ok) return checked
    const before = await tx.rows(loadStages([job.id]))
    const known = new Set(before.map((stage) => stage.id))
    if (input.stages.some((stage) => stage.id !== undefined && !known.has(stage.id)))
      return refuse('not-found', 'One of the stages is not of this job.')
    const kept = new Set(input.stages.map((stage) => stage.id))
    const gone = before.filter((stage) => !kept.has(stage.id))
    const inUse = new Map((await tx.rows(stagesInUse(job.id))).map((row) => [row.stageId, row.count]))
    const stuck = gone.filter((stage) => inUse.has(stage.id))
    if (stuck.length > 0)
      return refuse(
        'stage-in-use',
        `“${stuck[0]!.name}” can’t be removed while ${inUse.get(stuck[0]!.id)} applications stand there. Move them first.`,
        {
          details: stuck.map((stage) => ({
            stageId: stage.id,
            name: stage.name,
            count: inUse.get(stage.id),
          })),
        },
      )
    const moved = before.filter((stage) => {
      const wanted = input.stages.find((one) => one.id === stage.id)
      return wanted && wanted.kind !== stage.kind && inUse.has(stage.id)
    })
    if (moved.length > 0)
      return refuse(
        'stage-in-use',
        `“${moved[0]!.name}” can’t become another kind of stage while people stand there.`,
      )
    const stages = input.stages.map((stage, position) => ({ ...stage, id: stage.id ?? newId(), position }))
    await tx.change(saveStages(job.id, stages))
    tx.record(
      jobStagesChanged(
        { jobId: job.id },
        {
          added: stages.length - kept.size + (kept.has(undefined) ? 1 : 0),
          removed: gone.length,
          count: stages.length,
        },
      ),
    )
    return ok({ stages: stages.map(({ id, name }) => ({ id, name })) })
  },
})

function withoutDefaults() {
  const bare = Object.fromEntries(
    Object.entries(jobPlan.shape).map(([field, type]) => [
      field,
      (type instanceof z.ZodDefault ? type.removeDefault() : type).optional(),
    ]),
  )
  return z.object(bare) as unknown as z.ZodType<
    Partial<z.output<typeof jobPlan>>,
    Partial<z.input<typeof jobPlan>>
  >
}

const defined = <T extends object>(change: T): T =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as T
