import { z } from 'zod'
import { moveApplicationsForMerge } from '../ats/door.ts'
import { mergeRecords } from '../candidates/door.ts'
import { merge } from '../candidates/model/permissions.ts'
import { moveProspectsForMerge } from '../crm/door.ts'
import { moveFilesForMerge } from '../documents/door.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok } from '../kernel/model/result.ts'
import { moveThreadsForMerge } from '../messaging/door.ts'
import { moveAppointmentsForMerge } from '../scheduling/door.ts'

export const mergePeople = defineCommand({
  name: 'handover.mergePeople',
  says: 'Makes several records one person: the survivor holds what all held. It can be taken back.',
  permission: merge,
  input: z.object({
    survivorId: z.uuid(),
    mergedIds: z.array(z.uuid()).min(1).max(20),
    /** Contact points that shall lead, where both records had a first one. */
    chosen: z.array(z.uuid()).max(100).default([]),
  }),
  handle: async (tx, { survivorId, mergedIds, chosen }) => {
    const mergeIds: string[] = []
    for (const mergedId of new Set(mergedIds)) {
      const done = await mergeRecords(tx, { survivorId, mergedId, chosen })
      if (!done.ok) return done
      const moved = await moveApplicationsForMerge(tx, done.value)
      if (!moved.ok) return moved
      await moveProspectsForMerge(tx, done.value)
      await moveFilesForMerge(tx, done.value)
      await moveThreadsForMerge(tx, done.value)
      await moveAppointmentsForMerge(tx, done.value)
      mergeIds.push(done.value.mergeId)
    }
    return ok({ mergeIds })
  },
})
