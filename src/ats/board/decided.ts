import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { mailsOf } from '../../messaging/door.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { jobId } from '../model/ids.ts'
import { seeApplications } from '../model/permissions.ts'
import { whyNotUndone } from '../model/undo.ts'
import { countDecided, loadDecided } from './decided.sql.ts'

/** Whom a job's decisions ended for, with what can be taken back and where each mail stands. */
export const decided = defineQuery({
  name: 'ats.decided',
  says: 'Who was rejected, hired or withdrew on a job, newest first: the reason, who decided, the mail, and whether it can be taken back.',
  permission: seeApplications,
  input: z.object({
    jobId,
    limit: z.number().int().min(1).max(500).default(100),
    after: z.object({ decidedAt: z.iso.datetime({ offset: true }), applicationId: z.uuid() }).optional(),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const found = await tx.rows(loadDecided(job.id, input.limit + 1, input.after))
    const rows = found.slice(0, input.limit)
    const people = await contactOf(
      tx,
      rows.map((row) => row.candidateId),
    )
    const users = new Map(
      (await loadUsers(tx, [...new Set(rows.flatMap((row) => row.decidedBy ?? []))])).map((user) => [
        user.id as string,
        { id: user.id, name: user.name },
      ]),
    )
    const mails = await mailsOf(
      tx,
      rows.flatMap((row) => row.mailKey ?? []),
    )
    const last = rows.at(-1)
    return ok({
      count: (await tx.row(countDecided(job.id)))?.count ?? 0,
      rows: rows.map(({ mailKey, appliedAgain, ...row }) => {
        const mail = mails.get(mailKey ?? '')
        return {
          ...row,
          name: people.get(row.candidateId)?.name ?? '',
          title: people.get(row.candidateId)?.title ?? null,
          decidedBy: users.get(row.decidedBy ?? '') ?? null,
          mail: mail ? { id: mail.messageId, state: mail.state, sendAfter: mail.sendAfter } : null,
          /** Why it can't be taken back; null when it can. */
          stays: row.decisionId
            ? (whyNotUndone({ superseded: false, appliedAgain, jobState: job.state, mail: mail?.state })
                ?.says ?? null)
            : 'It was decided in another system.',
        }
      }),
      after:
        found.length > input.limit && last
          ? { decidedAt: last.decidedAt, applicationId: last.applicationId }
          : null,
    })
  },
})
