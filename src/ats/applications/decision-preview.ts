import { z } from 'zod'
import { settingOf } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { clocks } from '../jobs/clock.ts'
import { loadJobs } from '../jobs/job.sql.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import type { Application } from '../model/application.ts'
import { moveTo, reject } from '../model/decide.ts'
import { applicationId, type DecisionId, stageId } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { nextWorkingMorning, promiseAfter } from '../model/promise.ts'
import { stageAfter } from '../model/stage.ts'
import { loadApplications } from './application.sql.ts'
import { reasonOf } from './reject-applications.ts'

/** What an act on many would do, before it is done: who, who not and why, and who gets which mail when. */
export const decisionPreview = defineQuery({
  name: 'ats.decisionPreview',
  says: 'What advancing or rejecting these applications would do: who is left out and why, and who would get which mail when.',
  permission: decide,
  // A query is an address, and addresses are short: ask for more in parts and add them up.
  input: z.object({
    applicationIds: z.array(applicationId).min(1).max(300),
    act: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('reject'),
        reasonCode: z.string().max(60),
        silent: z.boolean().default(false),
      }),
      z.object({ kind: z.literal('advance'), stageId: stageId.optional(), mail: z.boolean().default(false) }),
      z.object({ kind: z.literal('hold') }),
    ]),
  }),
  handle: async (tx, { applicationIds, act }) => {
    const asked = [...new Set(applicationIds)]
    const applications = await tx.rows(loadApplications(tx.actor, asked))
    const found = new Map(applications.map((one) => [one.id, one]))
    const people = await contactOf(
      tx,
      applications.map((one) => one.candidateId),
    )
    const reason = act.kind === 'reject' ? await reasonOf(tx, act.reasonCode) : undefined
    if (reason && !reason.ok) return reason
    const may = await judge(tx, applications, act, reason?.value)
    const skipped = asked.flatMap((id) => {
      const one = found.get(id)
      const says = one ? may(one) : 'There is no such application, or it is not yours to see.'
      return says ? [{ applicationId: id, name: one ? nameOf(people, one) : null, says }] : []
    })
    const left = new Set<ApplicationId>(skipped.map((one) => one.applicationId))
    const will = asked.filter((id) => !left.has(id))
    const template =
      act.kind === 'reject' && !act.silent
        ? (reason?.value.templateKey ?? null)
        : act.kind === 'advance' && act.mail
          ? 'application-advanced'
          : null
    const reached = will.filter((id) => people.get(found.get(id)!.candidateId)?.mail)
    return ok({
      will: will.length,
      skipped,
      mail:
        template === null
          ? null
          : {
              template,
              sendAfter: await sendAfterOf(tx, applications, act.kind),
              count: reached.length,
              without: will
                .filter((id) => !reached.includes(id))
                .map((id) => ({
                  applicationId: id,
                  name: nameOf(people, found.get(id)!),
                  says: 'No mail address: tell this person another way.',
                })),
            },
    })
  },
})

type People = Awaited<ReturnType<typeof contactOf>>
const nameOf = (people: People, one: Application) => people.get(one.candidateId)?.name ?? ''

/** The model's own answer for each, without deciding anything. */
const judge = async (
  tx: ReadTx,
  applications: readonly Application[],
  act: { readonly kind: string; readonly stageId?: string | undefined },
  reason: { readonly code: string; readonly side: 'us' | 'them' | 'neither' } | undefined,
) => {
  const stages = Map.groupBy(
    await tx.rows(loadStages([...new Set(applications.map((one) => one.jobId))])),
    (stage) => stage.jobId,
  )
  const it = { decisionId: newId<DecisionId>(), now: tx.now, userId: null }
  return (one: Application): string | undefined => {
    if (reason) {
      const decided = reject(one, { ...reason, note: 'preview' }, { ...it, mail: 'preview' })
      return decided.ok ? undefined : decided.refusal.says
    }
    const road = stages.get(one.jobId) ?? []
    const here = road.find((stage) => stage.id === one.stageId)
    if (act.kind === 'hold') return one.state === 'active' ? undefined : 'This application has ended already.'
    const to = act.stageId ? road.find((stage) => stage.id === act.stageId) : stageAfter(road, one.stageId)
    if (!to)
      return act.stageId ? 'That stage is of another job.' : 'There is no stage after this one but the hire.'
    if (here && to.position < here.position) return 'That stage lies before. Move it there instead.'
    const promisedFor = promiseAfter(tx.now, to.promiseDays, 'UTC')
    const decided = moveTo(one, to, { ...it, forward: true, promisedFor, mail: false })
    return decided.ok ? undefined : decided.refusal.says
  }
}

const sendAfterOf = async (tx: ReadTx, applications: readonly Application[], kind: string) => {
  if (kind !== 'reject') return minutesAfter(tx.now, await settingOf(tx, 'mail.delayMinutes'))
  const jobs = await tx.rows(loadJobs(tx.actor, [...new Set(applications.map((one) => one.jobId))]))
  const clockOf = await clocks(tx)
  const hour = await settingOf(tx, 'mail.rejectionHour')
  // Offices may lie in several zones; the earliest is the one to know of.
  return (
    jobs.map((job) => nextWorkingMorning(tx.now, clockOf(job.officeId).zone, hour)).sort()[0] ??
    nextWorkingMorning(tx.now, clockOf(null).zone, hour)
  )
}
