import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { lockActiveOfJob } from '../applications/application.sql.ts'
import { noToPeople, sayNo } from '../applications/reject-applications.ts'
import { jobClosed, jobOpened, jobPutOnHold, jobReopened, postingClosed } from '../model/facts.ts'
import { jobId } from '../model/ids.ts'
import { mayBecome } from '../model/job.ts'
import { manageJobs } from '../model/permissions.ts'
import { closeOpeningsOfJob } from '../openings/opening.sql.ts'
import { closePostings, livePostingsOfJob } from '../postings/posting.sql.ts'
import { lockJob, saveJobState } from './job.sql.ts'
import { loadActiveOfJob } from './left.sql.ts'
import { noSuchJob } from './not-found.ts'

/** Lets a job take applications; its postings go live one by one. */
export const openJob = defineCommand({
  name: 'ats.openJob',
  says: 'Opens a draft, paused or closed job.',
  permission: manageJobs,
  input: z.object({ jobId }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const may = mayBecome(job.state, 'open')
    if (!may.ok) return may
    await tx.change(saveJobState(job.id, 'open', tx.now))
    tx.record(job.state === 'draft' ? jobOpened({ jobId: job.id }, {}) : jobReopened({ jobId: job.id }, {}))
    return ok({ jobId: job.id, state: 'open' as const })
  },
})

/** Pauses a job: nobody can apply, and promises to those who did still stand. */
export const putJobOnHold = defineCommand({
  name: 'ats.putJobOnHold',
  says: 'Pauses a job; its postings take no applications until it is opened again.',
  permission: manageJobs,
  input: z.object({
    jobId,
    reason: z.enum(['budget', 'plan-changed', 'team-busy', 'other']).default('other'),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const may = mayBecome(job.state, 'on-hold')
    if (!may.ok) return may
    await tx.change(saveJobState(job.id, 'on-hold', tx.now))
    tx.record(jobPutOnHold({ jobId: job.id }, { reason: input.reason }))
    return ok({ jobId: job.id, state: 'on-hold' as const })
  },
})

/** Closes a job. Nobody may be left without an answer: decide for each, or give one decision for all (R38). */
export const closeJob = defineCommand({
  name: 'ats.closeJob',
  says: 'Closes a job; refused while anybody waits for an answer, unless one decision for all of them is given.',
  permission: manageJobs,
  input: z.object({
    jobId,
    reason: z.enum(['filled', 'cancelled', 'merged', 'other']),
    /** One decision for everybody who still waits. */
    everybodyLeft: noToPeople.optional(),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(lockJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const may = mayBecome(job.state, 'closed')
    if (!may.ok) return may
    const left = await tx.rows(lockActiveOfJob(job.id))
    if (left.length > 0 && !input.everybodyLeft) {
      const shown = await tx.rows(loadActiveOfJob(job.id, 100))
      const people = await contactOf(
        tx,
        shown.map((one) => one.candidateId),
      )
      return refuse(
        'people-unanswered',
        left.length === 1
          ? 'One person still waits for an answer. Decide first, or give a decision for everybody left.'
          : `${left.length} people still wait for an answer. Decide first, or give one decision for all of them.`,
        {
          details: {
            count: left.length,
            people: shown.map((one) => ({ ...one, name: people.get(one.candidateId)?.name ?? null })),
          },
        },
      )
    }
    let decided = 0
    if (left.length > 0 && input.everybodyLeft) {
      const said = await sayNo(
        tx,
        left.map((one) => one.id),
        left,
        input.everybodyLeft,
      )
      if (!said.ok) return said
      if (said.value.decided.skipped.length > 0)
        return refuse('people-unanswered', 'Not everybody could be decided on.', {
          details: said.value.decided.skipped,
        })
      decided = said.value.decided.made.length
    }
    const live = await tx.rows(livePostingsOfJob(job.id))
    if (live.length > 0)
      await tx.rows(
        closePostings(
          live.map((one) => one.postingId),
          tx.now,
        ),
      )
    await tx.change(closeOpeningsOfJob(job.id))
    await tx.change(saveJobState(job.id, 'closed', tx.now, input.reason))
    tx.record(
      ...live.map((one) => postingClosed({ jobId: job.id, subjectId: one.postingId }, {})),
      jobClosed({ jobId: job.id }, { reason: input.reason, decided }),
    )
    return ok({ jobId: job.id, state: 'closed' as const, decided })
  },
})
