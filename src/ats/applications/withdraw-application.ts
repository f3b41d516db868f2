import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { withdraw } from '../model/decide.ts'
import { applicationId, applicationIds } from '../model/ids.ts'
import { moveApplications } from '../model/permissions.ts'
import { answerOf, decideOnMany, followRelationship } from './decide-on-many.ts'
import { notifyLeads } from './notify-leads.ts'
import { reasonOf } from './reject-applications.ts'
import { mailKeyOf, tellDecisions } from './tell.ts'

/** On the own page: the person takes their application back, at once. */
export const withdrawOwnApplication = defineCommand({
  name: 'ats.withdrawOwnApplication',
  says: 'A candidate withdraws an application of theirs.',
  permission: ownRecord,
  input: z.object({
    applicationId,
    reasonCode: z.string().max(60).default('withdrew-unsaid'),
    note: z.string().max(4000).optional(),
  }),
  handle: async (tx, input) => end(tx, [input.applicationId], input),
})

/** Somebody of the team records that people said they withdraw. */
export const withdrawApplications = defineCommand({
  name: 'ats.withdrawApplications',
  says: 'Records that candidates withdrew, with their reason.',
  permission: moveApplications,
  input: z.object({ applicationIds, reasonCode: z.string().max(60), note: z.string().max(4000).optional() }),
  handle: async (tx, input) => end(tx, input.applicationIds, input),
})

const end = async (
  tx: WriteTx,
  ids: readonly ApplicationId[],
  input: { reasonCode: string; note?: string | undefined },
) => {
  const reason = await reasonOf(tx, input.reasonCode)
  if (!reason.ok) return reason
  const { code, side } = reason.value
  const decided = await decideOnMany(tx, ids, {
    kind: 'withdrawn',
    mailKey: mailKeyOf,
    decide: (one, it) => withdraw(one, { code, side, note: input.note }, it),
  })
  if (!decided.ok) return decided
  const { made } = decided.value
  await followRelationship(
    tx,
    made.map((one) => one.application.candidateId),
  )
  const mails = await tellDecisions(tx, made, {
    template: 'withdrawal-confirmed',
    when: 'after-delay',
    key: (one) => mailKeyOf(one.decisionId),
  })
  if (tx.actor.kind === 'candidate')
    for (const { application } of made)
      await notifyLeads(tx, await tx.rows(loadTeams([application.jobId])), 'withdrawal', {
        candidateId: application.candidateId,
        applicationId: application.id,
        jobId: application.jobId,
      })
  return ok(answerOf(decided.value, mails))
}
