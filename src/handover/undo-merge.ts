import { z } from 'zod'
import { returnApplicationsOfMerge } from '../ats/door.ts'
import { splitRecords } from '../candidates/door.ts'
import { merge } from '../candidates/model/permissions.ts'
import { returnProspectsOfMerge } from '../crm/door.ts'
import { returnFilesOfMerge } from '../documents/door.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok } from '../kernel/model/result.ts'
import { returnThreadsOfMerge } from '../messaging/door.ts'
import { returnAppointmentsOfMerge } from '../scheduling/door.ts'

export const undoMerge = defineCommand({
  name: 'handover.undoMerge',
  says: 'Takes a merge back: each record holds again what it held, and what came since stays where it belongs.',
  permission: merge,
  input: z.object({ mergeId: z.uuid() }),
  handle: async (tx, { mergeId }) => {
    const done = await splitRecords(tx, mergeId)
    if (!done.ok) return done
    await returnApplicationsOfMerge(tx, done.value)
    await returnProspectsOfMerge(tx, done.value)
    await returnFilesOfMerge(tx, done.value)
    await returnThreadsOfMerge(tx, done.value)
    await returnAppointmentsOfMerge(tx, done.value)
    return ok({ survivorId: done.value.from, splitOffId: done.value.to })
  },
})
