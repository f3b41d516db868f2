import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { contactOf, requireVisible } from '../../candidates/door.ts'
import { textsOf } from '../../documents/door.ts'
import type { FileId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { evidenceFor } from '../model/evidence.ts'
import { applicationId, candidateId } from '../model/ids.ts'
import type { Attribute } from '../model/job.ts'
import { seeApplications } from '../model/permissions.ts'
import { loadFrozenVersion } from '../postings/posting.sql.ts'
import { loadApplication, loadApplicationsOf, loadDecisionsOf } from './application-page.sql.ts'

/** All applications of a person on jobs that the actor may see. */
export const applicationsOfCandidate = defineQuery({
  name: 'ats.applicationsOfCandidate',
  says: 'A person’s applications on jobs in sight, running ones first.',
  permission: seeApplications,
  input: z.object({ candidateId }),
  handle: async (tx, input) => {
    const visible = await requireVisible(tx, [input.candidateId])
    if (!visible.ok) return visible
    return ok({ applications: await tx.rows(loadApplicationsOf(tx.actor, input.candidateId)) })
  },
})

/** One application with what was asked and answered, on the posting as it stood then, and what was decided. */
export const application = defineQuery({
  name: 'ats.application',
  says: 'One application: answers on the frozen posting, evidence, stages and every decision with who and when.',
  permission: seeApplications,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const row = await tx.row(loadApplication(tx.actor, input.applicationId))
    if (!row) return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const frozen =
      row.postingId && row.postingVersion
        ? await tx.row(loadFrozenVersion(row.postingId, row.postingVersion))
        : undefined
    const texts = await textsOf(tx, row.resumeFileId ? [row.resumeFileId as FileId] : [])
    const decisions = await tx.rows(loadDecisionsOf(row.id))
    const users = new Map(
      (await loadUsers(tx, [...new Set(decisions.flatMap((one) => (one.byUser ? [one.byUser] : [])))])).map(
        (user) => [user.id as string, user.name],
      ),
    )
    return ok({
      ...row,
      name: (await contactOf(tx, [row.candidateId])).get(row.candidateId)?.name ?? '',
      stages: await tx.rows(loadStages([row.jobId])),
      posting: frozen
        ? { ...frozen.content, publishedAt: frozen.publishedAt, version: row.postingVersion }
        : null,
      evidence: evidenceFor(
        (frozen?.criteria ?? []) as Attribute[],
        texts.get(row.resumeFileId as FileId) ?? '',
        row.answers,
      ),
      decisions: decisions.map((one) => ({
        ...one,
        by: one.byUser ? (users.get(one.byUser) ?? null) : null,
      })),
    })
  },
})
