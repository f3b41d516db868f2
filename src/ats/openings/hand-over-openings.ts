import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { loadJobs } from '../jobs/job.sql.ts'
import { openingHandedOver } from '../model/facts.ts'
import { openingId, userId } from '../model/ids.ts'
import { manageJobs } from '../model/permissions.ts'
import { lockOpenings, saveApprover } from './opening.sql.ts'
import { approversOf } from './opening-approvers.ts'

/** Gives seats whose approver left, or may approve no more, to somebody who can decide on them. */
export const handOverOpenings = defineCommand({
  name: 'ats.handOverOpenings',
  says: 'Asks somebody else to approve seats whose approver has left or may approve no more.',
  permission: manageJobs,
  input: z.object({
    openingIds: z.array(openingId).min(1).max(200),
    /** Without, whoever may approve seats of the job can. */
    approverId: userId.optional(),
  }),
  handle: async (tx, input) => {
    const ids = [...new Set(input.openingIds)]
    const rows = await tx.rows(lockOpenings(tx.actor, ids))
    if (rows.length < ids.length) return refuse('not-found', 'There is no such opening.')
    const [job, other] = await tx.rows(loadJobs(tx.actor, [...new Set(rows.map((row) => row.jobId))]))
    if (!job || other) return refuse('one-job', 'Hand over the seats of one job at a time.')
    if (rows.some((row) => row.state !== 'requested'))
      return refuse('already-decided', 'One of these seats was decided on already.')
    const able = await approversOf(tx, job)
    // Who was asked and can decide is not passed over.
    if (rows.some((row) => row.approverId === null || able.some((user) => user.id === row.approverId)))
      return refuse('can-decide', 'Who was asked can still decide on it. Ask them.')
    const approverId = input.approverId ?? null
    if (approverId && rows.some((row) => row.requestedBy === approverId))
      return refuse('own-approval', 'They asked for this seat themselves. Choose another person.', {
        field: 'approverId',
      })
    if (approverId && !able.some((user) => user.id === approverId))
      return refuse('may-not-approve', 'This person may not approve seats of this job. Choose another.', {
        field: 'approverId',
      })
    await tx.change(saveApprover(ids, approverId))
    tx.record(
      ...rows.map((row) =>
        openingHandedOver({ jobId: row.jobId, subjectId: row.id }, { from: row.approverId, to: approverId }),
      ),
    )
    if (approverId)
      await notifyUsers(tx, [{ userId: approverId, kind: 'approval', jobId: job.id, subjectId: rows[0]!.id }])
    return ok({ handedOver: rows.length })
  },
})
