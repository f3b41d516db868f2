import type { ReadTx } from '../../kernel/transaction.ts'
import { mailKeyOf } from '../model/user.ts'
import { loadIdsByMail } from './user-ids-by-mail.sql.ts'

/** Which active user has each mail address; an address nobody has is missing. One statement. */
export const userIdsByMail = async (
  tx: ReadTx,
  mails: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (mails.length === 0) return new Map()
  const ids = new Map((await tx.rows(loadIdsByMail(mails.map(mailKeyOf)))).map(({ id, key }) => [key, id]))
  return new Map(
    mails.flatMap((mail) => {
      const id = ids.get(mailKeyOf(mail))
      return id ? [[mail, id] as const] : []
    }),
  )
}
