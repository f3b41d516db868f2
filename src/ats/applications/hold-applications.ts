import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { instant } from '../../kernel/model/time.ts'
import { hold } from '../model/decide.ts'
import { applicationIds, readIn } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { dayIn, promiseAfter } from '../model/promise.ts'
import { notAsRead } from '../review/as-read.ts'
import { roadsOf } from './advance-applications.ts'
import { lockApplications } from './application.sql.ts'
import { answerOf, settle } from './decide-on-many.ts'

/** Puts applications aside until a day, with the reason; the candidate's page says until when. */
export const holdApplications = defineCommand({
  name: 'ats.holdApplications',
  says: 'Puts applications aside until a day on which they come back by themselves.',
  permission: decide,
  input: z.object({
    applicationIds,
    until: z.iso.date(),
    reason: z.string().trim().min(1).max(500),
    readIn,
  }),
  handle: async (tx, input) => {
    const applications = await tx.rows(lockApplications(tx.actor, input.applicationIds))
    const roads = await roadsOf(tx, applications)
    const decided = await settle(tx, [...new Set(input.applicationIds)], applications, {
      kind: 'held',
      refused: await notAsRead(tx, applications, input.readIn),
      decide: (one, it) => {
        const { zone } = roads(one)
        return hold(one, {
          ...it,
          until: input.until,
          today: dayIn(tx.now, zone),
          reason: input.reason,
          // Two working days to say something after it has come back.
          promisedFor: promiseAfter(instant(`${input.until}T08:00:00.000Z`), 2, zone),
        })
      },
    })
    return decided.ok ? ok(answerOf(decided.value)) : decided
  },
})
