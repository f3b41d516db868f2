import { z } from 'zod'
import { jobToConsider } from '../ats/door.ts'
import { requireVisible } from '../candidates/door.ts'
import { noteAsked } from '../crm/door.ts'
import { considerForJobs } from '../crm/model/permissions.ts'
import { defineCommand } from '../kernel/command.ts'
import { holds } from '../kernel/model/actor.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { instant, laterOf } from '../kernel/model/time.ts'
import { queueMail } from '../messaging/door.ts'
import { overrideGuard, writeMail } from '../messaging/model/permissions.ts'
import { writtenMail } from '../messaging/model/written-mail.ts'
import { leadsOn } from './consider-for-job.ts'

/** The template that asks; by it a stopped mail is known to have been the asking. */
export const askTemplate = 'ask-to-apply'

export const askToApply = defineCommand({
  name: 'handover.askToApply',
  says: 'Considers people for a job and asks them by mail to apply, in one act; what may not go says why.',
  permission: considerForJobs,
  input: writtenMail.extend({ jobId: z.uuid(), candidateIds: z.array(z.uuid()).min(1).max(500) }),
  handle: async (tx, input) => {
    if (!holds(tx.actor, writeMail) || (input.override && !holds(tx.actor, overrideGuard)))
      return refuse(
        'not-allowed',
        `You don’t have the right “${(input.override ? overrideGuard : writeMail).says}”.`,
      )
    const visible = await requireVisible(tx, input.candidateIds)
    if (!visible.ok) return visible
    const found = await jobToConsider(tx, input.jobId, input.candidateIds)
    if (!found.ok) return found
    const job = found.value
    if (!job.applyAt)
      return refuse('no-posting', 'Nobody can apply for this job: publish its posting first.', {
        field: 'jobId',
      })
    const { leads, made, skipped } = await leadsOn(tx, job, { ...input, poolId: null })
    const ready = leads.filter(({ state }) => state === 'considered')
    const queued = await queueMail(
      tx,
      ready.map(({ candidateId }) => ({
        candidateId,
        jobId: job.id,
        purpose: 'outreach' as const,
        template: {
          key: askTemplate,
          fields: {
            ...input.template?.fields,
            'job.title': job.title,
            'job.team': job.department ?? '',
            'job.link': job.applyAt,
          },
        },
        subject: input.subject,
        text: input.text,
        sendAfter: input.sendAfter ? laterOf(instant(input.sendAfter), tx.now) : undefined,
        override: input.override,
      })),
    )
    await noteAsked(
      tx,
      ready.filter((_, at) => queued[at]!.state === 'waiting'),
      true,
    )
    return ok({
      considered: made.map(({ id, candidateId }) => ({ leadId: id, candidateId })),
      mails: ready.map(({ candidateId, id }, at) => ({ candidateId, leadId: id, ...queued[at]! })),
      skipped: [
        ...skipped,
        ...leads
          .filter(({ state }) => state === 'asked')
          .map(({ candidateId }) => ({ candidateId, code: 'asked', says: 'Asked to apply already' })),
      ],
    })
  },
})
