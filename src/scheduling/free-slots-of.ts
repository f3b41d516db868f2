import { z } from 'zod'
import { ok, refuse } from '../kernel/model/result.ts'
import { daysAfter, type Instant, instant, laterOf } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { type Diary, freeSlots } from './model/free-slots.ts'
import { seeFreeSlots } from './model/permissions.ts'
import { loadBooked } from './own/availability.sql.ts'
import { availabilitiesOf } from './own/availability.ts'

const moment = z.iso.datetime({ offset: true }).transform(instant)

export const freeSlotsOf = defineQuery({
  name: 'scheduling.freeSlots',
  says: 'When all of these colleagues can meet, from now on, within eight weeks at most.',
  permission: seeFreeSlots,
  input: z.object({
    userIds: z.array(z.uuid()).min(1).max(12),
    from: moment,
    to: moment,
    minutes: z.int().min(5).max(720),
    everyMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
    most: z.int().min(1).max(500).default(100),
  }),
  handle: async (tx, { userIds, from, to, ...wanted }) => {
    if (to <= from || to > daysAfter(from, 56))
      return refuse('bad-times', 'Look at up to eight weeks, from a day to a later one.', { field: 'to' })
    const panel = [...new Set(userIds)]
    const said = await availabilitiesOf(tx, panel)
    if (said.size < panel.length)
      return refuse('not-found', 'One of these people has no account here any more.', { field: 'userIds' })
    // Limits count whole weeks, which may begin before and end after what was asked for.
    const booked = await tx.rows(loadBooked(panel, daysAfter(from, -8), daysAfter(to, 8)))
    const diaries = panel.map(
      (userId): Diary => ({
        availability: said.get(userId)!,
        appointments: booked.filter((one) => one.userId === userId).map(spanOf),
      }),
    )
    return ok({ slots: freeSlots(diaries, { from: laterOf(from, tx.now), to }, wanted) })
  },
})

const spanOf = ({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }) => ({
  from: Date.parse(startsAt),
  to: Date.parse(endsAt),
})
