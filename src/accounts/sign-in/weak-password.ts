import { type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { whyRefused } from '../model/password.ts'
import { organisation } from '../organisation/load-organisation.ts'

/** Refuses a weak new password, naming the field; undefined when it is good. */
export const refusalOfPassword = async (
  tx: ReadTx,
  password: string,
  user: { readonly name: string; readonly mail: string },
  organisationName?: string,
  field = 'password',
): Promise<Result<never> | undefined> => {
  const name = organisationName ?? (await organisation(tx))?.name ?? ''
  const says = whyRefused(password, [user.name, user.mail, name, 'Throughline'])
  return says === undefined ? undefined : refuse('weak-password', says, { field })
}
