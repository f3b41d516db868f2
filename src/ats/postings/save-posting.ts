import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { postingClosed } from '../model/facts.ts'
import { jobId, postingId } from '../model/ids.ts'
import { manageJobs, publishPostings } from '../model/permissions.ts'
import { postingContent } from '../model/posting.ts'
import { closePostings, loadPosting } from './posting.sql.ts'
import { lawNow, publish, remarksFor, savePostingVersion } from './save-and-publish.ts'

/** Saves a draft; answers what the law remarks on it, which only publishing enforces. */
export const savePosting = defineCommand({
  name: 'ats.savePosting',
  says: 'Saves a draft of a posting with its form, and answers the remarks of the law on it.',
  permission: manageJobs,
  input: z.object({ jobId, postingId: postingId.optional(), content: postingContent }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const saved = await savePostingVersion(
      tx,
      { jobId: job.id, code: job.code },
      input.postingId,
      input.content,
    )
    if (!saved.ok) return saved
    return ok({ ...saved.value, remarks: remarksFor(await lawNow(tx), input.content) })
  },
})

/** Freezes the newest version and shows it to the world. */
export const publishPosting = defineCommand({
  name: 'ats.publishPosting',
  says: 'Publishes the newest version of a posting, unless a law of its places forbids it.',
  permission: publishPostings,
  input: z.object({ postingId }),
  handle: async (tx, input) => {
    if (!(await tx.row(loadPosting(tx.actor, input.postingId)))) return noSuchPosting
    return publish(tx, input.postingId)
  },
})

/** Takes postings off the site: their address answers “gone” from now on. */
export const closePosting = defineCommand({
  name: 'ats.closePostings',
  says: 'Stops postings from taking applications.',
  permission: publishPostings,
  input: z.object({ postingIds: z.array(postingId).min(1).max(100) }),
  handle: async (tx, input) => {
    for (const id of input.postingIds) if (!(await tx.row(loadPosting(tx.actor, id)))) return noSuchPosting
    const closed = await tx.rows(closePostings(input.postingIds, tx.now))
    if (closed.length === 0) return refuse('posting-not-live', 'None of these postings is live.')
    tx.record(...closed.map((one) => postingClosed({ jobId: one.jobId, subjectId: one.postingId }, {})))
    return ok({ closed: closed.map((one) => one.postingId) })
  },
})

const noSuchPosting = refuse('not-found', 'There is no such posting.')
