import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { fileNamesOf, textsOf } from '../../documents/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, FileId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { loadApplications } from '../applications/application.sql.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { evidenceFor } from '../model/evidence.ts'
import { reviewKept, reviewReleased, reviewTaken } from '../model/facts.ts'
import type { Answer } from '../model/form.ts'
import { applicationId, applicationIds, jobId, stageId } from '../model/ids.ts'
import { review } from '../model/permissions.ts'
import { stageAfter } from '../model/stage.ts'
import { notAsRead } from './as-read.ts'
import { countQueue, keepLeases, loadReviewItems, paceOf, releaseOwn, takeNext } from './lease.sql.ts'

/** Minutes for which an application is a reviewer's alone; reading on keeps it. */
export const leaseMinutes = 10

const filter = z.object({ jobId: jobId.optional(), stageId: stageId.optional() })

/** Gives a reviewer the next applications and those after it to preload, theirs alone for a while. */
export const takeForReview = defineCommand({
  name: 'ats.takeForReview',
  says: 'Takes the next applications of the review queue; nobody else gets them meanwhile.',
  permission: review,
  input: filter.extend({
    count: z.number().int().min(1).max(5).default(2),
    /** Read already in this sitting and left for later. */
    passed: z.array(applicationId).max(1000).default([]),
  }),
  handle: async (tx, input) => {
    const { actor } = tx
    if (actor.kind !== 'user') return onlyPeople
    const until = minutesAfter(tx.now, leaseMinutes)
    const takeOnce = () =>
      tx.rows(takeNext(actor, input, { now: tx.now, until, count: input.count, after: input.passed }))
    let taken = await takeOnce()
    // What a colleague took between the look and the lease is missing: the next ones are looked for once more.
    for (let again = 0; again < 2 && taken.length < input.count; again++) taken = await takeOnce()
    const items = await itemsOf(
      tx,
      taken.map((one) => one.applicationId),
    )
    tx.record(
      ...items.map((item) =>
        reviewTaken(
          { candidateId: item.candidateId, applicationId: item.applicationId, jobId: item.jobId },
          { until },
        ),
      ),
    )
    return ok({ items, until, ...(await standing(tx, actor, input)) })
  },
})

/** Prolongs what a reviewer still reads; what somebody else got meanwhile is not among the kept. */
export const keepReviewing = defineCommand({
  name: 'ats.keepReviewing',
  says: 'Keeps applications with the reviewer who reads them.',
  permission: review,
  input: z.object({ applicationIds }),
  handle: async (tx, input) => {
    if (tx.actor.kind !== 'user') return onlyPeople
    const until = minutesAfter(tx.now, leaseMinutes)
    const kept = await tx.rows(keepLeases(input.applicationIds, tx.actor.id, until, tx.now))
    if (kept.length === 0) return refuse('lease-lost', 'Somebody else may read it by now. Take the next one.')
    tx.record(
      reviewKept(
        { applicationId: kept[0]!.applicationId, subjectId: tx.actor.id },
        { until, count: kept.length },
      ),
    )
    return ok({ kept: kept.map((one) => one.applicationId), until })
  },
})

/** Gives applications back to the queue; without a list, all that the reviewer holds. */
export const releaseFromReview = defineCommand({
  name: 'ats.releaseFromReview',
  says: 'Gives applications back to the review queue.',
  permission: review,
  input: z.object({ applicationIds: applicationIds.optional() }),
  handle: async (tx, input) => {
    if (tx.actor.kind !== 'user') return onlyPeople
    const released = await tx.rows(releaseOwn(tx.actor.id, input.applicationIds ?? null))
    if (released.length > 0) tx.record(reviewReleased({ subjectId: tx.actor.id }, { count: released.length }))
    return ok({ released: released.length })
  },
})

/** How much waits, and about how long it takes at the reviewer's own pace. */
export const reviewQueue = defineQuery({
  name: 'ats.reviewQueue',
  says: 'How many applications wait to be read, and about how long that takes.',
  permission: review,
  input: filter,
  handle: async (tx, input) =>
    tx.actor.kind === 'user' ? ok(await standing(tx, tx.actor, input)) : onlyPeople,
})

/** The application as a reviewer reads it, without taking it: for links into the queue. */
export const reviewItem = defineQuery({
  name: 'ats.reviewItem',
  says: 'One application as a reviewer reads it: answers, résumé and the evidence for each criterion.',
  permission: review,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const [item] = await itemsOf(tx, [input.applicationId])
    return item ? ok(item) : refuse('not-found', 'There is no such application, or it is not yours to see.')
  },
})

/**
 * Whether an application is still as its reviewer has it before them: a screen that reads asks again with each
 * notice about it, so that who lost it hears so before they act.
 */
export const reviewStanding = defineQuery({
  name: 'ats.reviewStanding',
  says: 'Whether an application that is being read is still the reviewer’s, and if not, who has it.',
  permission: review,
  input: z.object({ applicationId, readIn: stageId }),
  handle: async (tx, input) => {
    const [application] = await tx.rows(loadApplications(tx.actor, [input.applicationId]))
    if (!application) return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const lost = (await notAsRead(tx, [application], input.readIn)).get(application.id)
    return ok({ lost: lost ?? null })
  },
})

const onlyPeople = refuse('not-allowed', 'Only people review applications.')

const standing = async (tx: ReadTx, actor: Actor & { kind: 'user' }, input: z.output<typeof filter>) => {
  const counts = (await tx.row(countQueue(actor, input, tx.now)))!
  const pace = await tx.row(paceOf(actor.id, tx.now))
  // Fewer than three decisions say nothing about the pace.
  const secondsEach = pace && pace.decided >= 3 ? Math.round(pace.seconds ?? 0) : null
  return {
    ...counts,
    secondsEach,
    minutesLeft: secondsEach === null ? null : Math.ceil((secondsEach * counts.waiting) / 60),
  }
}

/** The files that were sent as answers. */
const fileIdsOf = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ kind, value }) => (kind === 'file' && Array.isArray(value) ? (value as string[]) : []))

const itemsOf = async (tx: ReadTx, ids: readonly ApplicationId[]) => {
  if (ids.length === 0) return []
  const items = await tx.rows(loadReviewItems(tx.actor, ids))
  const people = await contactOf(
    tx,
    items.map((item) => item.candidateId),
  )
  const texts = await textsOf(
    tx,
    items.flatMap((item) => (item.resumeFileId ? [item.resumeFileId as FileId] : [])),
  )
  const fileNames = await fileNamesOf(
    tx,
    items.flatMap((item) => fileIdsOf(item.answers)),
  )
  const stages = Map.groupBy(
    await tx.rows(loadStages([...new Set(items.map((item) => item.jobId))])),
    (stage) => stage.jobId,
  )
  const order = new Map(ids.map((id, at) => [id, at]))
  return items
    .map((item) => ({
      ...item,
      name: people.get(item.candidateId)?.name ?? '',
      title: people.get(item.candidateId)?.title ?? null,
      company: people.get(item.candidateId)?.company ?? null,
      resumeText: texts.get(item.resumeFileId as FileId) ?? null,
      answerFiles: fileIdsOf(item.answers).flatMap((id) => {
        const name = fileNames.get(id)
        return name === undefined ? [] : [{ id, name }]
      }),
      nextStage: stageAfter(stages.get(item.jobId) ?? [], item.stageId)?.name ?? null,
      evidence: evidenceFor(item.criteria, texts.get(item.resumeFileId as FileId) ?? '', item.answers),
    }))
    .sort((a, b) => order.get(a.applicationId)! - order.get(b.applicationId)!)
}
