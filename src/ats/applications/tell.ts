import { settingsOf } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { queueMail } from '../../messaging/door.ts'
import { clocks } from '../jobs/clock.ts'
import { daySays, nextWorkingMorning } from '../model/promise.ts'
import { makeLinks } from '../own-page/link-token.ts'
import type { Made, MailTold } from './decide-on-many.ts'
import { loadMailSubjects } from './decision.sql.ts'

/** Mails that tell decisions: they wait, visible and cancellable, and each decision has at most one. */
export const tellDecisions = async (
  tx: WriteTx,
  made: readonly Made[],
  mail: {
    readonly template: string
    readonly when: 'next-working-morning' | 'after-delay'
    readonly key: (one: Made) => string
  },
): Promise<ReadonlyMap<string, MailTold>> => {
  if (made.length === 0) return new Map()
  const subjects = await tx.rows(loadMailSubjects(made.map((one) => one.application.id)))
  const people = await contactOf(
    tx,
    subjects.map((one) => one.candidateId),
  )
  const reachable = subjects.filter((one) => people.get(one.candidateId)?.mail)
  const links = await makeLinks(tx, reachable)
  const clockOf = await clocks(tx)
  const { 'mail.rejectionHour': hour, 'mail.delayMinutes': delay } = await settingsOf(tx, [
    'mail.rejectionHour',
    'mail.delayMinutes',
  ])
  const decided = new Map(made.map((one) => [one.application.id, one]))
  const queued = await queueMail(
    tx,
    reachable.map((one, at) => {
      const clock = clockOf(one.officeId)
      return {
        candidateId: one.candidateId,
        applicationId: one.applicationId,
        jobId: one.jobId,
        purpose: 'process' as const,
        ...(mail.template.startsWith('rejection') ? { act: 'rejection' as const } : {}),
        template: {
          key: mail.template,
          fields: {
            'job.title': one.jobTitle,
            'job.team': one.department ?? '',
            'application.link': links[at]!,
            'application.date': daySays(
              decided.get(one.applicationId)!.application.appliedAt,
              clock,
              people.get(one.candidateId)?.language ?? 'en',
            ),
          },
        },
        sendAfter:
          mail.when === 'after-delay'
            ? minutesAfter(tx.now, delay)
            : nextWorkingMorning(tx.now, clock.zone, hour),
        dedupeKey: mail.key(decided.get(one.applicationId)!),
      }
    }),
  )
  const told = new Map<string, MailTold>(
    subjects.map((one) => [
      one.applicationId,
      { state: 'blocked', says: 'There is no mail address. Tell this person another way.' },
    ]),
  )
  reachable.forEach((one, at) => {
    const { state, sendAfter, says } = queued[at]!
    told.set(one.applicationId, { state, sendAfter, says })
  })
  return told
}

/** The mail of a decision, by which an undo finds and cancels it. */
export const mailKeyOf = (decisionId: string): string => `decision:${decisionId}`
