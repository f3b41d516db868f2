import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { jobId } from '../model/ids.ts'
import { stageKinds } from '../model/job.ts'
import { seeFunnel } from '../model/permissions.ts'
import { countFunnel, funnelIds as loadFunnelIds, loadFunnelPeople } from './funnel.sql.ts'

const filter = z.object({
  jobId: jobId.optional(),
  officeId: z.uuid().optional(),
  source: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
})

const kindNames = {
  applied: 'Applied',
  review: 'Review',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
} as const

/** From applying to the hire: each figure with what it means; `ats.funnelIds` has the rows behind it. */
export const funnel = defineQuery({
  name: 'ats.funnel',
  says: 'How many applications came how far, of one job or all in sight, with the median days and definitions.',
  permission: seeFunnel,
  input: filter,
  handle: async (tx, input) => {
    if (input.jobId && !(await tx.row(loadJob(tx.actor, input.jobId)))) return noSuchJob
    const names = input.jobId
      ? (await tx.rows(loadStages([input.jobId]))).map((stage) => ({
          id: stage.id as string,
          name: stage.name,
        }))
      : stageKinds.map((kind) => ({ id: kind as string, name: kindNames[kind] }))
    const counted = new Map((await tx.rows(countFunnel(tx.actor, input))).map((row) => [row.rank, row]))
    const count = (rank: number) => counted.get(rank)?.count ?? 0
    return ok({
      steps: names.map((step, rank) => ({
        rank,
        ...step,
        count: count(rank),
        standing: counted.get(rank)?.standing ?? 0,
        // Of nobody there is no share.
        passThrough: rank === 0 || count(rank - 1) === 0 ? null : count(rank) / count(rank - 1),
        ofAll: count(0) === 0 ? null : count(rank) / count(0),
        medianDays: counted.get(rank)?.medianDays ?? null,
      })),
      definitions: {
        count:
          'Applications that came at least as far as this step, by the decisions that stand; transferred ones and duplicates are left out.',
        standing: 'Of these, those that stand at this step now and have not ended.',
        passThrough: 'Count of this step divided by the count of the step before.',
        ofAll: 'Count of this step divided by all that applied.',
        medianDays: 'Middle of the days from applying to first coming this far, of those that did.',
      },
    })
  },
})

/** The applications behind one figure. */
export const funnelIds = defineQuery({
  name: 'ats.funnelIds',
  says: 'The applications behind one figure of the funnel, at most 1,000.',
  permission: seeFunnel,
  input: filter.extend({ rank: z.number().int().min(0).max(30) }),
  handle: async (tx, input) => {
    if (input.jobId && !(await tx.row(loadJob(tx.actor, input.jobId)))) return noSuchJob
    const ids = (await tx.rows(loadFunnelIds(tx.actor, input, input.rank, 1001))).map(
      (row) => row.applicationId,
    )
    return ok({ applicationIds: ids.slice(0, 1000), truncated: ids.length > 1000 })
  },
})

/** The people behind one figure, as rows to show. */
export const funnelRows = defineQuery({
  name: 'ats.funnelRows',
  says: 'The people behind one figure of the funnel, first to come first, at most 200.',
  permission: seeFunnel,
  input: filter.extend({ rank: z.number().int().min(0).max(30) }),
  handle: async (tx, input) => {
    if (input.jobId && !(await tx.row(loadJob(tx.actor, input.jobId)))) return noSuchJob
    const ids = (await tx.rows(loadFunnelIds(tx.actor, input, input.rank, 201))).map(
      (row) => row.applicationId,
    )
    const rows = await tx.rows(loadFunnelPeople(tx.actor, ids.slice(0, 200)))
    const people = await contactOf(
      tx,
      rows.map((row) => row.candidateId),
    )
    return ok({
      rows: rows.map((row) => ({ ...row, name: people.get(row.candidateId)?.name ?? '' })),
      truncated: ids.length > 200,
    })
  },
})
