import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import type { JobId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { clocks } from '../jobs/clock.ts'
import { loadJobs } from '../jobs/job.sql.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import type { Application } from '../model/application.ts'
import { moveTo } from '../model/decide.ts'
import { applicationIds, readIn, stageId } from '../model/ids.ts'
import { decide, moveApplications } from '../model/permissions.ts'
import { promiseAfter } from '../model/promise.ts'
import { type Stage, stageAfter } from '../model/stage.ts'
import { notAsRead } from '../review/as-read.ts'
import { lockApplications } from './application.sql.ts'
import { answerOf, settle } from './decide-on-many.ts'
import { mailKeyOf, tellDecisions } from './tell.ts'

/** Sends applications on: to the next stage of their job, or to a later one of it. */
export const advanceApplications = defineCommand({
  name: 'ats.advanceApplications',
  says: 'Takes applications on to the next stage, or to a later one, with or without a mail.',
  permission: decide,
  input: z.object({
    applicationIds,
    stageId: stageId.optional(),
    readIn,
    /** Tells each person by the template “application-advanced”. */
    mail: z.boolean().default(false),
  }),
  handle: async (tx, input) => {
    const applications = await tx.rows(lockApplications(tx.actor, input.applicationIds))
    const roads = await roadsOf(tx, applications)
    const decided = await settle(tx, [...new Set(input.applicationIds)], applications, {
      kind: 'advanced',
      refused: await notAsRead(tx, applications, input.readIn),
      mailKey: (id) => (input.mail ? mailKeyOf(id) : null),
      decide: (one, it) => {
        const road = roads(one)
        const here = road.stages.find((stage) => stage.id === one.stageId)
        const to = input.stageId
          ? road.stages.find((stage) => stage.id === input.stageId)
          : stageAfter(road.stages, one.stageId)
        if (!to)
          return no(
            'no-stage',
            input.stageId
              ? 'That stage is of another job.'
              : 'There is no stage after this one but the hire.',
          )
        if (here && to.position < here.position)
          return no('backwards', 'That stage lies before. Move it there instead.')
        return moveTo(one, to, { ...it, forward: true, promisedFor: road.promise(to), mail: input.mail })
      },
    })
    if (!decided.ok) return decided
    const mails = input.mail
      ? await tellDecisions(tx, decided.value.made, {
          template: 'application-advanced',
          when: 'after-delay',
          key: (one) => mailKeyOf(one.decisionId),
        })
      : undefined
    return ok(answerOf(decided.value, mails))
  },
})

/** Puts applications into any stage of their job but the hire, back too: a correction of the board, not a decision about people. */
export const moveToStage = defineCommand({
  name: 'ats.moveToStage',
  says: 'Moves applications to a stage of their job, forward or back.',
  permission: moveApplications,
  input: z.object({ applicationIds, stageId }),
  handle: async (tx, input) => {
    const applications = await tx.rows(lockApplications(tx.actor, input.applicationIds))
    const roads = await roadsOf(tx, applications)
    const decided = await settle(tx, [...new Set(input.applicationIds)], applications, {
      kind: 'moved',
      decide: (one, it) => {
        const road = roads(one)
        const to = road.stages.find((stage) => stage.id === input.stageId)
        if (!to) return no('no-stage', 'That stage is of another job.')
        return moveTo(one, to, { ...it, forward: false, promisedFor: road.promise(to), mail: false })
      },
    })
    return decided.ok ? ok(answerOf(decided.value)) : decided
  },
})

const no = (code: string, says: string) => ({ ok: false as const, refusal: { code, says } })

/** The stages of each application's job, and until when one would hear from us after entering one. */
export const roadsOf = async (tx: WriteTx, applications: readonly Application[]) => {
  const jobIds = [...new Set(applications.map((one) => one.jobId))]
  const stages = Map.groupBy(await tx.rows(loadStages(jobIds)), (stage) => stage.jobId)
  const offices = new Map((await tx.rows(loadJobs(tx.actor, jobIds))).map((job) => [job.id, job.officeId]))
  const clockOf = await clocks(tx)
  return (one: { readonly jobId: JobId }) => ({
    stages: (stages.get(one.jobId) ?? []) as readonly Stage[],
    zone: clockOf(offices.get(one.jobId) ?? null).zone,
    promise: (stage: Stage) =>
      promiseAfter(tx.now, stage.promiseDays, clockOf(offices.get(one.jobId) ?? null).zone),
  })
}
