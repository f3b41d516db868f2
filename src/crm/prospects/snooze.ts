import { z } from 'zod'
import { giveTasks, requireVisible } from '../../candidates/door.ts'
import { candidateIds } from '../../candidates/model/input.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { prospectSnoozed, prospectWoken } from '../model/facts.ts'
import { keepProspects } from '../model/permissions.ts'
import { saveSnooze, wakeDue, wakeProspects } from './prospect.sql.ts'

/** So many are woken in one transaction; the next tick takes the rest. */
const wokenAtOnce = 500

export const snoozeProspects = defineCommand({
  name: 'crm.snoozeProspects',
  says: 'Lets people be until a day; then whoever snoozed them gets a task with the reason.',
  permission: keepProspects,
  input: z.object({
    candidateIds,
    until: z.iso.date(),
    reason: z.string().trim().max(500).nullable().default(null),
  }),
  handle: async (tx, { candidateIds, until, reason }) => {
    if (until <= tx.now.slice(0, 10))
      return refuse('day-passed', 'Choose a day that is still to come.', { field: 'until' })
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const snoozed = await tx.rows(saveSnooze([...new Set(candidateIds)], until, reason, userIdOf(tx.actor)))
    for (const { candidateId } of snoozed)
      tx.record(prospectSnoozed({ candidateId: candidateId as CandidateId }, { until }))
    return ok({ snoozed: snoozed.length })
  },
})

export const wakeSnoozed = defineCommand({
  name: 'crm.wakeSnoozed',
  says: 'Takes up again people who were to be let be until a later day.',
  permission: keepProspects,
  input: z.object({ candidateIds }),
  handle: async (tx, { candidateIds }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const woken = await tx.rows(wakeProspects(candidateIds))
    for (const { candidateId } of woken)
      tx.record(prospectWoken({ candidateId: candidateId as CandidateId }, { byClock: false }))
    return ok({ woken: woken.map(({ candidateId, until, reason }) => ({ candidateId, until, reason })) })
  },
})

/** Done twice, the second finds none: the day is cleared with the task that comes of it. */
export const wakeDueProspects = defineCommand({
  name: 'crm.wakeDueProspects',
  says: 'Brings back people whose day has come, each as a task of whoever let them be.',
  permission: systemOnly,
  input: z.object({}),
  handle: async (tx) => {
    const today = tx.now.slice(0, 10)
    const woken = await tx.rows(wakeDue(today, wokenAtOnce))
    await giveTasks(
      tx,
      woken.flatMap(({ candidateId, by, reason }) =>
        by ? { candidateId, title: reason ?? 'Take up again', due: today, assignedTo: by } : [],
      ),
    )
    for (const { candidateId } of woken)
      tx.record(prospectWoken({ candidateId: candidateId as CandidateId }, { byClock: true }))
    return ok({ woken: woken.length })
  },
})
