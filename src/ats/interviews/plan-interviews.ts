import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { lockApplications } from '../applications/application.sql.ts'
import { loadJobs } from '../jobs/job.sql.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { interviewPlanned } from '../model/facts.ts'
import { applicationId, type InterviewId, interviewStepId, userId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { noSuchInterview } from './about-interview.ts'
import { couldReadBefore } from './could-read.ts'
import { insertInterviews, saveInterviewers } from './interview.sql.ts'
import { loadInterviewSteps } from './interview-step.sql.ts'
import { notOnTeam } from './set-interview-plan.ts'

export const interviewerIds = z.array(userId).min(1, 'Choose who holds it.').max(12)

/** Plans interviews of applicants after the steps of their job; a step an applicant has already stays as it is. */
export const planInterviews = defineCommand({
  name: 'ats.planInterviews',
  says: 'Plans interviews of one or many applicants by their job’s plan, with who holds them.',
  permission: arrangeInterviews,
  input: z.object({
    interviews: z
      .array(z.object({ applicationId, stepId: interviewStepId, interviewerIds }))
      .min(1)
      .max(1000),
  }),
  handle: async (tx, input) => {
    const applications = new Map(
      (
        await tx.rows(
          lockApplications(tx.actor, [...new Set(input.interviews.map((one) => one.applicationId))]),
        )
      ).map((one) => [one.id, one]),
    )
    const jobIds = [...new Set([...applications.values()].map(({ jobId }) => jobId))]
    const jobs = new Map((await tx.rows(loadJobs(tx.actor, jobIds))).map((one) => [one.id, one]))
    const steps = new Map((await tx.rows(loadInterviewSteps(jobIds))).map((one) => [one.id, one]))
    const teams = Map.groupBy(await tx.rows(loadTeams(jobIds)), ({ jobId }) => jobId)
    const wanted = []
    for (const one of input.interviews) {
      const application = applications.get(one.applicationId)
      const step = steps.get(one.stepId)
      if (!application || step?.jobId !== application.jobId) return noSuchInterview
      if (application.state !== 'active')
        return refuse('not-active', 'Interviews are planned for people in process only.')
      const team = new Set(teams.get(application.jobId)?.map(({ userId: id }) => id))
      if (one.interviewerIds.some((id) => !team.has(id))) return notOnTeam
      const says = new Map(jobs.get(application.jobId)!.attributes.map(({ id, says }) => [id, says]))
      wanted.push({
        ...one,
        id: newId<InterviewId>(),
        application,
        attributes: step.focus.flatMap(({ attributeId: id, ask }) =>
          says.has(id) ? [{ id, says: says.get(id)!, ask }] : [],
        ),
      })
    }
    const added = new Set(
      (await tx.rows(insertInterviews(wanted, tx.now, userIdOf(tx.actor)))).map(({ id }) => id),
    )
    const planned = wanted.filter(({ id }) => added.has(id))
    if (planned.length === 0) return refuse('planned-already', 'These interviews are planned already.')
    const joining = planned.flatMap(({ id, applicationId: of, interviewerIds: ids }) =>
      [...new Set(ids)].map((one) => ({ interviewId: id, applicationId: of, userId: one })),
    )
    const couldRead = await couldReadBefore(tx, joining)
    await tx.change(
      saveInterviewers(
        planned.map(({ id }) => id),
        joining.map((one) => ({ ...one, couldRead: couldRead(one) })),
      ),
    )
    const about = ({ application, id }: (typeof planned)[number]) => ({
      candidateId: application.candidateId,
      applicationId: application.id,
      jobId: application.jobId,
      subjectId: id,
    })
    tx.record(
      ...planned.map((one) =>
        interviewPlanned(about(one), { interviewers: [...new Set(one.interviewerIds)] }),
      ),
    )
    await notifyUsers(
      tx,
      planned.flatMap((one) =>
        one.interviewerIds.map((id) => ({ userId: id, kind: 'interview', ...about(one) })),
      ),
    )
    return ok({
      planned: planned.map(({ id, applicationId: of }) => ({ interviewId: id, applicationId: of })),
    })
  },
})
