import { z } from 'zod'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { postingId } from '../model/ids.ts'
import { manageJobs } from '../model/permissions.ts'
import { loadPosting, loadVersions } from './posting.sql.ts'
import { lawNow, remarksFor } from './save-and-publish.ts'

/** The newest version for the editor and its preview, with the remarks of the law and all versions. */
export const postingDraft = defineQuery({
  name: 'ats.postingDraft',
  says: 'The newest version of a posting with the remarks of the law on it.',
  permission: manageJobs,
  input: z.object({ postingId }),
  handle: async (tx, input) => {
    const posting = await tx.row(loadPosting(tx.actor, input.postingId))
    if (!posting) return refuse('not-found', 'There is no such posting.')
    const versions = await tx.rows(loadVersions(input.postingId))
    const stages = await tx.rows(loadStages([posting.jobId]))
    return ok({
      ...posting,
      steps: stages.map(({ name, kind, candidateSays, durationSays }) => ({
        name: candidateSays ?? name,
        kind,
        durationSays,
      })),
      remarks: remarksFor(await lawNow(tx), posting.content),
      versions: versions.map(({ version, savedAt, publishedAt, content }) => ({
        version,
        savedAt,
        publishedAt,
        title: content.title,
      })),
    })
  },
})
