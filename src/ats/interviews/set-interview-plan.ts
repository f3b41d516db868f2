import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { lockJob } from '../jobs/job.sql.ts'
import { knownPeople } from '../jobs/known-people.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { interviewPlanSet } from '../model/facts.ts'
import { jobId } from '../model/ids.ts'
import { checkInterviewPlan, interviewStepPlan } from '../model/interview.ts'
import { manageJobs } from '../model/permissions.ts'
import { loadInterviewSteps, saveInterviewSteps } from './interview-step.sql.ts'

/** Replaces the interviews that a job plans. Interviews planned before keep their kit and their criteria. */
export const setInterviewPlan = defineCommand({
  name: 'ats.setInterviewPlan',
  says: 'Says which interviews a job has: stage, length, kit, criteria to rate, who usually holds them.',
  permission: manageJobs,
  input: z.object({ jobId, steps: z.array(interviewStepPlan).max(20) }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const stages = await tx.rows(loadStages([job.id]))
    const checked = checkInterviewPlan(input.steps, { attributes: job.attributes, stages })
    if (!checked.ok) return checked
    const known = new Set<string>((await tx.rows(loadInterviewSteps([job.id]))).map(({ id }) => id))
    if (input.steps.some(({ id }) => id && !known.has(id)))
      return refuse('not-found', 'One of the interviews is not of this job.')
    const usual = input.steps.flatMap(({ interviewerIds }) => interviewerIds)
    const there = await knownPeople(tx, usual)
    if (!there.ok) return there
    const team = new Set((await tx.rows(loadTeams([job.id]))).map(({ userId }) => userId))
    if (usual.some((id) => !team.has(id))) return notOnTeam
    const steps = input.steps.map((step, position) => ({ ...step, id: step.id ?? newId(), position }))
    await tx.change(saveInterviewSteps(job.id, steps as never))
    tx.record(interviewPlanSet({ jobId: job.id }, { steps: steps.length }))
    return ok({ steps: steps.map(({ id, name }) => ({ id, name })) })
  },
})

/** Whoever interviews sees the applicant, and only a job's team does. */
export const notOnTeam = refuse(
  'not-on-team',
  'Only the team of the job can interview, since it sees the people. Add them to the team first.',
  { field: 'interviewerIds' },
)
