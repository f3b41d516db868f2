import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { leadOf, loadTeams } from '../jobs/team.sql.ts'
import { applicationWoken, draftsForgotten, promiseMissed } from '../model/facts.ts'
import { forgetAttempts } from './attempt.sql.ts'
import { forgetDrafts, forgetLinks, markMissed, wakeHeld } from './clock.sql.ts'

/** Brings held applications back on their day. Done twice, the second finds none. */
export const wakeHeldApplications = defineCommand({
  name: 'ats.wakeHeldApplications',
  says: 'Brings applications back whose day has come.',
  permission: systemOnly,
  input: z.object({}),
  handle: async (tx) => {
    const woken = await tx.rows(wakeHeld(tx.now))
    tx.record(...woken.map((one) => applicationWoken(one, {})))
    return ok({ woken: woken.length })
  },
})

/** Marks promised days that passed without a word, once each, and tells who leads the job. */
export const markMissedPromises = defineCommand({
  name: 'ats.markMissedPromises',
  says: 'Marks promises to candidates that were not kept in time.',
  permission: systemOnly,
  input: z.object({}),
  handle: async (tx) => {
    const missed = await tx.rows(markMissed(tx.now))
    if (missed.length === 0) return ok({ missed: 0 })
    const teams = Map.groupBy(
      await tx.rows(loadTeams([...new Set(missed.map((one) => one.jobId))])),
      (one) => one.jobId,
    )
    await notifyUsers(
      tx,
      missed.flatMap(({ candidateId, applicationId, jobId }) => {
        const team = teams.get(jobId) ?? []
        const lead = leadOf(team, 'recruiter') ?? leadOf(team, 'hiring-manager')
        return lead ? [{ userId: lead, kind: 'promise-missed', candidateId, applicationId, jobId }] : []
      }),
    )
    tx.record(...missed.map(({ promisedFor, ...about }) => promiseMissed(about, { promisedFor })))
    return ok({ missed: missed.length })
  },
})

/** Erases what was kept only for a while: forms nobody came back to, used links, counted tries. */
export const forgetKept = defineCommand({
  name: 'ats.forgetKept',
  says: 'Erases half-filled forms, links and counted tries past their day.',
  permission: systemOnly,
  input: z.object({}),
  handle: async (tx) => {
    const drafts = await tx.change(forgetDrafts(tx.now))
    await tx.tidy(forgetLinks(daysAfter(tx.now, -30)))
    await tx.tidy(forgetAttempts(daysAfter(tx.now, -2)))
    if (drafts > 0) tx.record(draftsForgotten({}, { count: drafts }))
    return ok({ drafts })
  },
})
