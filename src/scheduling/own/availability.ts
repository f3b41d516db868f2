import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { availabilitySet } from '../model/facts.ts'
import { type Availability, availability, availabilityAtFirst, checkHours } from '../model/working-hours.ts'
import { loadAvailabilities, saveAvailability } from './availability.sql.ts'

const signInFirst = refuse('sign-in-needed', 'Sign in first.')

export const setAvailability = defineCommand({
  name: 'scheduling.setAvailability',
  says: 'Says when one meets people, by weekday in one’s zone, and how often at most.',
  permission: signedIn,
  input: availability,
  handle: async (tx, said) => {
    const userId = userIdOf(tx.actor)
    if (!userId) return signInFirst
    const checked = checkHours(said.hours)
    if (!checked.ok) return checked
    await tx.change(saveAvailability(userId, said))
    tx.record(availabilitySet({ subjectId: userId }, { mostADay: said.mostADay, mostAWeek: said.mostAWeek }))
    return ok(said)
  },
})

export const ownAvailability = defineQuery({
  name: 'scheduling.ownAvailability',
  says: 'When one meets people; Monday to Friday, nine to five, until one says otherwise.',
  permission: signedIn,
  input: z.object({}),
  handle: async (tx) => {
    const userId = userIdOf(tx.actor)
    const own = userId && (await availabilitiesOf(tx, [userId])).get(userId)
    return own ? ok(own) : signInFirst
  },
})

/** When each of these users meets people; who is disabled or unknown is left out. */
export const availabilitiesOf = async (
  tx: ReadTx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Availability>> => {
  const users = await loadUsers(tx, userIds)
  const said = new Map(
    (await tx.rows(loadAvailabilities(userIds))).map(({ userId, ...own }) => [userId, own]),
  )
  return new Map(
    users
      .filter(({ disabledAt }) => disabledAt === null)
      .map(({ id, timeZone }) => [id, said.get(id) ?? availabilityAtFirst(timeZone)]),
  )
}
