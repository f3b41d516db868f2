import { settingOf } from '../../accounts/door.ts'
import type { Circumstances, Remark } from '../../jurisdictions/model/remark.ts'
import { remarksOn } from '../../jurisdictions/model/remarks.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { JobId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { ReadTx, WriteTx } from '../../kernel/transaction.ts'
import { clockOf } from '../jobs/clock.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { postingPublished, postingSaved } from '../model/facts.ts'
import type { PostingId } from '../model/ids.ts'
import { type PostingContent, slugOf } from '../model/posting.ts'
import { dayIn } from '../model/promise.ts'
import { insertPosting, lockPosting, publishVersion, saveVersion } from './posting.sql.ts'

interface SavedPosting {
  readonly postingId: PostingId
  readonly slug: string
  readonly version: number
}

/** Saves a draft version: over the last draft, or as a new one beside what is live. */
export const savePostingVersion = async (
  tx: WriteTx,
  job: { readonly jobId: JobId; readonly code: string },
  postingId: PostingId | undefined,
  content: PostingContent,
): Promise<Result<SavedPosting>> => {
  const by = { now: tx.now, userId: userIdOf(tx.actor), criteria: [], steps: [] }
  if (postingId === undefined) {
    const id = newId<PostingId>()
    // Several postings of one job differ by the end of their address.
    const slug = slugOf(content.title, `${job.code}-${id.slice(-4)}`)
    await tx.change(
      insertPosting({ id, jobId: job.jobId, slug, reference: `${job.code}-${id.slice(-6).toUpperCase()}` }),
    )
    await tx.change(saveVersion(id, 1, content, by))
    tx.record(postingSaved({ jobId: job.jobId, subjectId: id }, { version: 1 }))
    return ok({ postingId: id, slug, version: 1 })
  }
  const posting = await tx.row(lockPosting(postingId))
  if (!posting || posting.jobId !== job.jobId) return refuse('not-found', 'There is no such posting.')
  const version = posting.publishedAt === null ? posting.version : posting.version + 1
  await tx.change(saveVersion(postingId, version, content, by))
  tx.record(postingSaved({ jobId: job.jobId, subjectId: postingId }, { version }))
  return ok({ postingId, slug: posting.slug, version })
}

/** Makes the newest version the live one, unless a rule of a place where the work is done forbids it (R87, R88). */
export const publish = async (
  tx: WriteTx,
  postingId: PostingId,
): Promise<Result<{ version: number; warnings: readonly Remark[] }>> => {
  const posting = await tx.row(lockPosting(postingId))
  if (!posting) return refuse('not-found', 'There is no such posting.')
  const job = await tx.row(loadJob(tx.actor, posting.jobId))
  if (!job) return noSuchJob
  if (job.state !== 'open')
    return refuse('job-not-open', 'Open the job first; only an open job can have a live posting.')
  if (job.confidential)
    return refuse('confidential', 'A confidential job has no public posting. Lift its confidentiality first.')
  if (
    posting.content.applyUntil &&
    posting.content.applyUntil < dayIn(tx.now, (await clockOf(tx, job.officeId)).zone)
  )
    return refuse('apply-until-past', 'The last day to apply has passed. Change it first.', {
      field: 'applyUntil',
    })
  const remarks = remarksFor(await lawNow(tx), posting.content)
  const blocking = remarks.filter((remark) => remark.weight === 'blocks')
  if (blocking.length > 0) return refuse('law-blocks', blocking[0]!.says, { details: blocking })
  if (posting.publishedAt !== null && posting.liveVersion === posting.version && posting.state === 'live')
    return ok({ version: posting.version, warnings: remarks })
  const steps = (await tx.rows(loadStages([job.id]))).map(
    ({ name, kind, candidateSays, durationSays, promiseDays }) => ({
      name,
      kind,
      candidateSays,
      durationSays,
      promiseDays,
    }),
  )
  await tx.change(publishVersion(postingId, posting.version, tx.now, { criteria: job.attributes, steps }))
  tx.record(
    postingPublished(
      { jobId: job.id, subjectId: postingId },
      { version: posting.version, warnings: remarks.map((remark) => remark.ruleId) },
    ),
  )
  return ok({ version: posting.version, warnings: remarks })
}

/** What decides which rules of law hold: today, and how many people work for the organisation. */
export const lawNow = async (tx: ReadTx): Promise<Circumstances> => ({
  on: tx.now.slice(0, 10),
  employees: (await settingOf(tx, 'organisation.employees')) ?? undefined,
})

/** The remarks of the law on a posting. */
export const remarksFor = (circumstances: Circumstances, content: PostingContent): readonly Remark[] =>
  remarksOn(
    {
      title: content.title,
      texts: [content.title, content.summary ?? '', content.body, content.benefits ?? ''],
      places: content.locations,
      workplace: content.workplace,
      remoteFrom: content.facts.remoteFrom ?? [],
      pay: content.pay,
      benefits: content.benefits,
      applyUntil: content.applyUntil,
      questions: content.form.questions,
    },
    circumstances,
  )
