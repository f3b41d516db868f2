import type { Instant } from '../kernel/model/time.ts'
import { daysAfter, laterOf } from '../kernel/model/time.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { type Diary, freeSlots, type Slot } from './model/free-slots.ts'
import { loadBooked } from './own/availability.sql.ts'
import { availabilitiesOf } from './own/availability.ts'

export interface SlotsWanted {
  readonly userIds: readonly string[]
  readonly from: Instant
  readonly to: Instant
  readonly minutes: number
  readonly everyMinutes: number
  readonly most: number
}

/** When all of these colleagues can meet, from now on; nothing where one of them has no account any more. */
export const freeSlotsFor = async (
  tx: ReadTx,
  { userIds, from, to, ...wanted }: SlotsWanted,
): Promise<Slot[] | undefined> => {
  const panel = [...new Set(userIds)]
  const said = await availabilitiesOf(tx, panel)
  if (said.size < panel.length) return undefined
  // Limits count whole weeks, which may begin before and end after what was asked for.
  const booked = await tx.rows(loadBooked(panel, daysAfter(from, -8), daysAfter(to, 8)))
  const diaries = panel.map(
    (userId): Diary => ({
      availability: said.get(userId)!,
      appointments: booked.filter((one) => one.userId === userId).map(spanOf),
    }),
  )
  return freeSlots(diaries, { from: laterOf(from, tx.now), to }, wanted)
}

const spanOf = ({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }) => ({
  from: Date.parse(startsAt),
  to: Date.parse(endsAt),
})
