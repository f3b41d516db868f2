import { mailKeyOf } from '../accounts/model/user.ts'
import { removeSecondFactors } from '../accounts/second-factor/remove-second-factors.ts'
import { users } from '../accounts/users/users.ts'
import type { Database, Kernel } from '../kernel/kernel.ts'
import { firstRunState } from './sign-in/first-run.ts'

/** Fills an empty installation with the demo; throws with a sentence where an organisation of one's own is. */
export const seed = async (database: Database, makeIt: () => Promise<void>): Promise<string> => {
  const state = await firstRunState(database)
  if (state === 'own')
    throw new Error('An organisation is set up here; the demo only goes into an empty installation.')
  if (state === 'demo') return 'The demo is there already. Start the product to take a seat in it.'
  await makeIt()
  return 'The demo is there. Start the product (npm start) and open the address it prints to take a seat.'
}

/**
 * For an administrator who lost telephone and recovery codes and has no colleague who could help: whoever may
 * run commands on this machine may do what an administrator may. Recorded as a fact, and all sessions end.
 */
export const resetSecondFactor = async (kernel: Kernel, mail: string): Promise<string> => {
  const found = await kernel.as('cli').ask(users, {})
  if (!found.ok) throw new Error(found.refusal.says)
  const user = found.value.find((one) => mailKeyOf(one.mail) === mailKeyOf(mail))
  if (!user) throw new Error(`Nobody here has the address ${mail}.`)
  const removed = await kernel.as('cli').run(removeSecondFactors, { userIds: [user.id] })
  if (!removed.ok) throw new Error(removed.refusal.says)
  return `${user.name} signs in with the password alone now, and sets up a second factor there.`
}
