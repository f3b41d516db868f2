import { z } from 'zod'
import { attachUploads } from '../../documents/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { lockApplications, saveFiles } from '../applications/application.sql.ts'
import { notifyLeads } from '../applications/notify-leads.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { ownDocumentAdded } from '../model/facts.ts'
import { applicationId } from '../model/ids.ts'

/** A newer or another document for an application; the earlier one stays, so that it is clear who read what. */
export const addOwnDocument = defineCommand({
  name: 'ats.addOwnDocument',
  says: 'A candidate sends a newer document on their own page.',
  permission: ownRecord,
  input: z.strictObject({ applicationId, upload: z.string().min(20).max(200) }),
  handle: async (tx, input) => {
    const [one] =
      tx.actor.kind === 'candidate' ? await tx.rows(lockApplications(tx.actor, [input.applicationId])) : []
    if (!one) return refuse('not-found', 'There is no such application.')
    const about = { candidateId: one.candidateId, applicationId: one.id, jobId: one.jobId }
    const [file] = await attachUploads(tx, [input.upload], { ...about, kind: 'resume' })
    if (!file) return refuse('not-found', 'This upload is no longer there. Choose the file again.')
    await tx.change(saveFiles(one.id, file.id, null))
    tx.record(ownDocumentAdded({ ...about, subjectId: file.id }, {}))
    await notifyLeads(tx, await tx.rows(loadTeams([one.jobId])), 'reply', about)
    return ok({ fileId: file.id })
  },
})
