import { z } from 'zod'
import { ok, refuse } from '../kernel/model/result.ts'
import { daysAfter, instant } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { freeSlotsFor } from './free-slots-for.ts'
import { seeFreeSlots } from './model/permissions.ts'

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
    const slots = await freeSlotsFor(tx, { userIds, from, to, ...wanted })
    return slots
      ? ok({ slots })
      : refuse('not-found', 'One of these people has no account here any more.', { field: 'userIds' })
  },
})
